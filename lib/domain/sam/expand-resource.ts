import type { WorkingContext } from "./expansion-context";
import { invalidResource } from "./fault";
import { checkProperties, checkRules } from "./property";
import { plugins } from "./registry";
import { makeResource } from "./resource";
import type { Expansion, ResourceTypeRule, SamResource } from "./resource-type";
import { isMap, type Value, type ValueMap } from "./value";

/** One SAM resource: the last steps on its properties, the checks that all types share, then its own rule. */
export function expandResource(
  logicalId: string,
  declared: Value | undefined,
  rule: ResourceTypeRule,
  context: WorkingContext,
): Expansion {
  makeResource(rule.type, logicalId);
  if (!isMap(declared)) throw invalidResource(logicalId, "A resource must be a map.");
  const properties = declared.Properties === undefined ? {} : declared.Properties;
  if (!isMap(properties)) throw invalidResource(logicalId, "'Properties' must be a map.", "Properties");
  for (const plugin of plugins) plugin.beforeResource?.(logicalId, rule.type, properties, context);
  if (rule.ignoresUnknown) checkRules(logicalId, properties, rule.properties);
  else checkProperties(logicalId, rule.type, properties, rule.properties);
  return rule.expand(readResource(logicalId, rule.type, declared, properties), context);
}

const readAttributes = ["DeletionPolicy", "UpdatePolicy", "Condition", "UpdateReplacePolicy", "Metadata"] as const;

function readResource(logicalId: string, type: string, declared: ValueMap, properties: ValueMap): SamResource {
  const attributes: ValueMap = {};
  for (const name of readAttributes) {
    const value = declared[name];
    if (value !== undefined) attributes[name] = value;
  }
  return { logicalId, type, properties, dependsOn: declared.DependsOn, attributes };
}
