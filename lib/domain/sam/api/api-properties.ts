import type { PyDict } from "../py27-hash/py-value";
import { fromTemplateMap } from "../py27-hash/template-values";
import { defineState, type StateKey } from "../state";
import { isMap, mapEntryOf, type Value, type ValueMap } from "../value";

/**
 * The properties of the template's APIs, definition included, by logical id. They live here beside the working copy
 * because deployment ids depend on more than JSON can hold (see `py27-hash/py-value.ts`).
 */
export const apiPropertiesState: StateKey<Map<string, PyDict>> = defineState(() => new Map());

interface StateHolder {
  state<T>(key: StateKey<T>): T;
}

/** The properties of an API, or of any other resource that an event refers to as one. */
export function apiProperties(logicalId: string, resources: ValueMap, context: StateHolder): PyDict {
  const known = context.state(apiPropertiesState);
  const existing = known.get(logicalId);
  if (existing !== undefined) return existing;
  const properties = fromTemplateMap(mapEntryOf(mapEntryOf(resources, logicalId), "Properties") ?? {});
  known.set(logicalId, properties);
  return properties;
}

/** What `RestApiId` or `ApiId` names: the argument of a `Ref`, otherwise the value as it is. */
export function referredApi(value: Value | undefined): Value | undefined {
  return isMap(value) && Object.hasOwn(value, "Ref") ? value.Ref : value;
}
