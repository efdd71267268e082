import { isJsonArray, isJsonObject, type Json, type JsonObject } from "../json";
import type { Problem } from "../problem";
import type { ResolvedTemplate } from "./resolved-template";

/** Functions that depend on the template alone, and yet could not be evaluated: CloudFormation refuses them. */
export function checkLeftovers(
  document: JsonObject,
  { resources, outputs }: ResolvedTemplate,
  mayHave: (value: Json) => boolean,
): Problem[] {
  const conditions = isJsonObject(document.Conditions) ? document.Conditions : {};
  const find = (value: Json, path: string) => (mayHave(value) ? leftoversIn(value, path, conditions) : []);
  return [
    ...resources.flatMap(({ logicalId, properties }) =>
      find(properties, `Resources.${logicalId}.Properties`).map((problem) => ({ ...problem, logicalId })),
    ),
    ...outputs.flatMap(({ name, value }) => find(value, `Outputs.${name}.Value`)),
  ];
}

/** Whether the value holds one of these functions at all; most hold none. */
export function mayHaveLeftovers(value: Json): boolean {
  if (isJsonArray(value)) return value.some(mayHaveLeftovers);
  if (!isJsonObject(value)) return false;
  return Object.keys(value).some(
    (key) => key === "Fn::FindInMap" || key === "Fn::If" || mayHaveLeftovers(value[key] ?? null),
  );
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
