import { invalidResource } from "../fault";
import { makeResource, type Resource } from "../resource";
import { isMap, type ValueMap } from "../value";

const keptAttributes = ["DeletionPolicy", "UpdatePolicy", "Condition", "UpdateReplacePolicy", "Metadata"];

/**
 * Refuses an event's reference to a resource of another type. To be asked before the event edits anything: the resource
 * would be found faulty a second time, for a property that nobody wrote, wherever its own expansion comes later.
 */
export function expectType(logicalId: string, resource: ValueMap, type: string): void {
  if (resource.Type !== type)
    throw invalidResource(logicalId, `It must be of type ${type}, because an event refers to it.`);
}

/** A plain resource of the template that an event has changed, as part of what the event generates. */
export function existingResource(
  logicalId: string,
  source: ValueMap,
  type: string,
  known: ReadonlySet<string>,
): Resource {
  const properties = source.Properties === undefined ? {} : source.Properties;
  if (!isMap(properties)) throw invalidResource(logicalId, "'Properties' must be a map.", "Properties");
  for (const name of Object.keys(properties)) {
    if (!known.has(name))
      throw invalidResource(
        logicalId,
        `${type} has no property '${name}' that the transform knows.`,
        `Properties.${name}`,
      );
  }
  const resource = makeResource(type, logicalId, {}, { ...properties });
  if (source.DependsOn !== undefined) resource.dependsOn = source.DependsOn;
  for (const name of keptAttributes) {
    const value = source[name];
    if (value !== undefined) resource.attributes[name] = value;
  }
  return resource;
}
