import type { Json } from "../json";
import { isJsonArray, isJsonObject } from "../json";
import { sameJson } from "./read-property";
import type { ResourceRule, ResourceUpdate } from "./resource-rule";
import type { ResourceSpec } from "./resource-spec";

export type ResourceChange = "create" | "update" | "replace" | "none";

/**
 * What an update does to a resource: nothing, a change in place, or a replacement, by the resource specification.
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/using-cfn-updating-stacks-update-behaviors.html
 */
export function compareResource(update: ResourceUpdate, rule: ResourceRule, spec: ResourceSpec | null): ResourceChange {
  const properties = new Set([...Object.keys(update.before.properties), ...Object.keys(update.properties)]);
  const changed = [...properties].filter((property) => update.changed(property));
  const tagsChanged = !sameJson(update.before.tags, update.tags);
  if (changed.length === 0) return tagsChanged ? "update" : "none";
  if (changed.some((property) => spec?.properties[property]?.update === "always")) return "replace";
  if (nestedReplacement(update, spec) || rule.replaces?.(update)) return "replace";
  return "update";
}

function nestedReplacement(update: ResourceUpdate, spec: ResourceSpec | null): boolean {
  return Object.entries(spec?.nestedReplacements ?? {}).some(([path, replacement]) => {
    if (replacement !== "always") return false;
    const keys = path.split(".");
    return !sameJson([...valuesAt(update.before.properties, keys)], [...valuesAt(update.properties, keys)]);
  });
}

/** The values that a path with `*` reaches. */
function valuesAt(value: Json | undefined, [key, ...rest]: readonly string[]): readonly Json[] {
  if (value === undefined) return [];
  if (key === undefined) return [value];
  if (key === "*") {
    const items = isJsonArray(value) ? value : isJsonObject(value) ? Object.values(value) : [];
    return items.flatMap((item) => valuesAt(item, rest));
  }
  return isJsonObject(value) ? valuesAt(value[key], rest) : [];
}
