import { isJsonObject, type JsonObject } from "../json";
import { resourcesOf } from "./sam-template";
import type { ValueMap } from "./value";

/** Logical id of a connector written inside another resource → the resource that it was written in. */
export function embeddedConnectorOwners({ Resources }: JsonObject): ReadonlyMap<string, string> {
  const owners = new Map<string, string>();
  for (const [logicalId, resource] of Object.entries(isJsonObject(Resources) ? Resources : {})) {
    const connectors = isJsonObject(resource) ? resource.Connectors : undefined;
    if (!isJsonObject(connectors)) continue;
    for (const name of Object.keys(connectors)) owners.set(logicalId + name, logicalId);
  }
  return owners;
}

/** What the template declared itself stems from itself, even where an event has changed it. */
export function completeOrigins(
  document: ValueMap,
  generated: ReadonlyMap<string, string>,
  declared: ValueMap,
): Record<string, string> {
  const ids = Object.keys(resourcesOf(document));
  return Object.fromEntries(ids.map((id) => [id, Object.hasOwn(declared, id) ? id : (generated.get(id) ?? id)]));
}
