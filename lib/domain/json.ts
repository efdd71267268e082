/** Values as templates, policies and reports hold them: JSON, never mutated once made. */
export type Json = null | boolean | number | string | JsonArray | JsonObject;
export type JsonArray = readonly Json[];
export interface JsonObject {
  readonly [key: string]: Json;
}

export function isJsonObject(value: Json | undefined): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

export function isJsonArray(value: Json | undefined): value is JsonArray {
  return Array.isArray(value);
}

/** Whether two values are written the same, the order of keys included: one can stand for the other everywhere. */
export function isSameJson(a: Json | undefined, b: Json | undefined): boolean {
  if (a === b) return true;
  if (isJsonArray(a)) {
    return isJsonArray(b) && a.length === b.length && a.every((item, index) => isSameJson(item, b[index]));
  }
  if (!isJsonObject(a) || !isJsonObject(b)) return false;
  const keysOfB = Object.keys(b);
  const keysOfA = Object.keys(a);
  return (
    keysOfA.length === keysOfB.length &&
    keysOfA.every((key, index) => key === keysOfB[index] && isSameJson(a[key], b[key]))
  );
}
