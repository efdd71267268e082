import { isJsonObject, type Json, type JsonObject } from "../../json";

/**
 * A copy of the map in which what stands at the path is replaced. `*` in the path goes through every key. `replace` gets
 * undefined where nothing stands there, and returns undefined to leave it so; maps on the way are not made.
 */
export function replaceAt(
  map: JsonObject,
  path: readonly string[],
  replace: (value: Json | undefined, at: readonly string[]) => Json | undefined,
  walked: readonly string[] = [],
): JsonObject {
  const [step, ...rest] = path;
  if (step === undefined) return map;
  const keys = step === "*" ? Object.keys(map) : [step];
  const changed: [string, Json][] = [];
  for (const key of keys) {
    const value = Object.hasOwn(map, key) ? map[key] : undefined;
    const at = [...walked, key];
    const replaced =
      rest.length === 0 ? replace(value, at) : isJsonObject(value) ? replaceAt(value, rest, replace, at) : undefined;
    if (replaced !== undefined && replaced !== value) changed.push([key, replaced]);
  }
  return changed.length === 0 ? map : { ...map, ...Object.fromEntries(changed) };
}
