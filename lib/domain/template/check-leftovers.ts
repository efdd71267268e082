import { isJsonArray, isJsonObject, type Json, type JsonObject } from "../json";
import type { Problem } from "../problem";
import type { ResolvedTemplate } from "./resolved-template";

/** Functions that depend on the template alone, and yet could not be evaluated: CloudFormation refuses them. */
export function checkLeftovers(document: JsonObject, { resources, outputs }: ResolvedTemplate): Problem[] {
  const conditions = isJsonObject(document.Conditions) ? document.Conditions : {};
  return [
    ...resources.flatMap(({ logicalId, properties }) =>
      leftoversIn(properties, `Resources.${logicalId}.Properties`, conditions).map((problem) => ({
        ...problem,
        logicalId,
      })),
    ),
    ...outputs.flatMap(({ name, value }) => leftoversIn(value, `Outputs.${name}.Value`, conditions)),
  ];
}

function leftoversIn(value: Json, path: string, conditions: JsonObject): Problem[] {
  if (isJsonArray(value)) return value.flatMap((entry, index) => leftoversIn(entry, `${path}.${index}`, conditions));
  if (!isJsonObject(value)) return [];
  const { "Fn::FindInMap": lookup, "Fn::If": choice } = value;
  const inner = Object.entries(value).flatMap(([key, entry]) => leftoversIn(entry, `${path}.${key}`, conditions));
  if (isJsonArray(lookup) && lookup.every((key) => typeof key === "string" || typeof key === "number")) {
    const message = `No mapping has a value for ${lookup.join(", ")}. Add it, or give a DefaultValue.`;
    return [{ code: "mapping-not-found", severity: "error", message, path: `${path}.Fn::FindInMap` }];
  }
  const name = isJsonArray(choice) ? choice[0] : undefined;
  if (typeof name === "string" && !Object.hasOwn(conditions, name)) {
    const message = `Fn::If names the condition ${name}, which the template does not define. Define it under Conditions.`;
    return [{ code: "unknown-condition", severity: "error", message, path: `${path}.Fn::If` }, ...inner];
  }
  return inner;
}
