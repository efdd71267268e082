import { isJsonObject, isSameJson, type Json, type JsonObject } from "../json";

/**
 * The document with every section, and every entry of a section, that is the same in an earlier one replaced by that very
 * object. Later stages then know what is unchanged without comparing.
 */
export function shareUnchanged(earlier: JsonObject, document: JsonObject): JsonObject {
  return shareEntries(earlier, document, (before, section) =>
    isJsonObject(before) && isJsonObject(section)
      ? shareEntries(before, section, (old, entry) => (isSameJson(old, entry) ? old : entry))
      : section,
  );
}

function shareEntries(before: JsonObject, after: JsonObject, share: (before: Json, after: Json) => Json): JsonObject {
  if (before === after) return after;
  const entries = Object.entries(after).map(([key, value]): [string, Json] => {
    const old = Object.hasOwn(before, key) ? before[key] : undefined;
    return [key, old === undefined ? value : share(old, value)];
  });
  const isWhole =
    entries.length === Object.keys(before).length && entries.every(([key, value]) => before[key] === value);
  return isWhole && isSameOrder(before, after) ? before : Object.fromEntries(entries);
}

function isSameOrder(before: JsonObject, after: JsonObject): boolean {
  const keys = Object.keys(before);
  return Object.keys(after).every((key, index) => key === keys[index]);
}
