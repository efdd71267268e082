import { printPython } from "../py27-hash/py-text";
import { isTruthy, readText } from "../py27-hash/py-value";
import { fromTemplate } from "../py27-hash/template-values";
import type { ExpansionContext } from "../resource-type";
import { isMap, mapEntryOf } from "../value";
import { referredApi } from "./api-properties";
import { resolveParametersIn } from "./resolve-parameters";

/** The names that the template sets for functions with events on the API, once an event, one behind the other. */
export function functionNamesOf(apiId: string, context: ExpansionContext): string {
  return Object.keys(context.sourceResources)
    .flatMap((logicalId) => namesOfFunction(apiId, logicalId, context))
    .join("");
}

function namesOfFunction(apiId: string, functionId: string, context: ExpansionContext): string[] {
  const resource = mapEntryOf(context.sourceResources, functionId);
  if (resource?.Type !== "AWS::Serverless::Function") return [];
  const properties = mapEntryOf(resource, "Properties");
  const events = Object.values(mapEntryOf(properties, "Events") ?? {});
  const own = events.filter((event) => {
    if (!isMap(event) || event.Type !== "Api") return false;
    return referredApi(mapEntryOf(event, "Properties")?.RestApiId) === apiId;
  });
  const name = resolveParametersIn(fromTemplate(properties?.FunctionName ?? null), context.parameters);
  return isTruthy(name) ? own.map(() => readText(name) ?? printPython(name)) : [];
}
