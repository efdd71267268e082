import { apiProperties } from "../api/api-properties";
import type { PluginContext } from "../plugin";
import { isTruthy, TemplateText, textOf } from "../py27-hash/py-value";
import { resourcesOf, samEntries } from "../sam-template";
import type { ValueMap } from "../value";
import { combineConditions } from "./combined-condition";
import type { ApiLink, ApiUse, ImplicitApiKind } from "./implicit-api-kind";

/** The API exists while any of its functions does, and is kept if any of them is. */
export function inheritAttributes(kind: ImplicitApiKind, api: ValueMap, template: ValueMap, use: ApiUse): void {
  const owners = use.owners.filter((_, index) => use.links[index]?.apiId === kind.logicalId);
  const conditions = conditionsByMethod(use.links.filter((link) => link.apiId === kind.logicalId));
  if (conditions !== null) api.Condition = combineConditions(template, conditions, `${kind.logicalId}Condition`);
  inheritPolicy(api, "DeletionPolicy", ["Retain", "Delete"], owners);
  inheritPolicy(api, "UpdateReplacePolicy", ["Retain", "Snapshot", "Delete"], owners);
}

function inheritPolicy(
  api: ValueMap,
  attribute: string,
  byStrength: readonly string[],
  owners: readonly ValueMap[],
): void {
  const strongest = byStrength.find((policy) => owners.some((owner) => owner[attribute] === policy));
  if (strongest !== undefined) api[attribute] = strongest;
}

/** A path exists while any of its methods does. */
export function addPathConditions(
  kind: ImplicitApiKind,
  template: ValueMap,
  context: PluginContext,
  use: ApiUse,
): void {
  for (const { logicalId } of samEntries(template, new Set([kind.apiType]))) {
    const properties = apiProperties(logicalId, resourcesOf(template), context);
    if (!isTruthy(properties.get("__MANAGE_SWAGGER"))) continue;
    const editor = kind.edit(properties.get("DefinitionBody"));
    for (const path of editor.pathNames()) {
      const links = use.links.filter((link) => link.apiId === logicalId && link.path === textOf(path));
      const conditions = conditionsByMethod(links);
      if (conditions === null) continue;
      const name = combineConditions(template, conditions, pathConditionName(logicalId, textOf(path)));
      editor.makePathConditional(path, conditions.length === 1 ? new TemplateText(name) : name);
    }
    properties.set("DefinitionBody", editor.definition());
  }
}

/** The distinct conditions of all methods, sorted; null if there is no method, or one without a condition. */
function conditionsByMethod(links: readonly ApiLink[]): string[] | null {
  // The last event of a method counts.
  const byMethod = new Map(links.map((link) => [`${link.method} ${link.path}`, link.condition]));
  const conditions = [...byMethod.values()].filter((condition) => typeof condition === "string");
  if (conditions.length === 0 || conditions.length < byMethod.size) return null;
  return [...new Set(conditions)].sort();
}

function pathConditionName(apiId: string, path: string): string {
  return `${apiId}${path.replaceAll("/", "SLASH").replaceAll("{", "OB").replaceAll("}", "CB")}PathCondition`;
}
