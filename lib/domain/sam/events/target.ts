import type { Fields, ValueMap } from "../value";

/** The fields that have a value, as a map. */
export function withoutAbsent(fields: Fields): ValueMap {
  const present: ValueMap = {};
  for (const name of Object.keys(fields)) {
    const value = fields[name];
    if (value !== undefined && value !== null) present[name] = value;
  }
  return present;
}
