import { isJsonArray, isJsonObject, type Json, type JsonObject } from "../json";

/** The value at a dotted path; list indexes are numbers, as in `Rules.0.Id`. */
export function readPath(root: Json, path: string): Json | undefined {
  let value: Json | undefined = root;
  for (const key of path.split(".")) {
    if (isJsonArray(value)) value = value[Number(key)];
    else if (isJsonObject(value)) value = Object.hasOwn(value, key) ? value[key] : undefined;
    else return undefined;
  }
  return value;
}

/** Neither missing, nor null, nor an empty list. */
export function isGiven(value: Json | undefined): boolean {
  return value !== undefined && value !== null && !(isJsonArray(value) && value.length === 0);
}

export function readText(value: Json | undefined): string | undefined {
  if (typeof value === "string") return value;
  return typeof value === "number" || typeof value === "boolean" ? String(value) : undefined;
}

export function readTexts(value: Json | undefined): readonly string[] {
  const items = isJsonArray(value) ? value : value === undefined ? [] : [value];
  return items.flatMap((item) => readText(item) ?? []);
}

export function readObjects(value: Json | undefined): readonly JsonObject[] {
  return isJsonArray(value) ? value.filter(isJsonObject) : [];
}

/** Every text anywhere inside. */
export function textsInside(value: Json | undefined): readonly string[] {
  if (typeof value === "string") return [value];
  if (isJsonArray(value)) return value.flatMap(textsInside);
  return isJsonObject(value) ? Object.values(value).flatMap(textsInside) : [];
}

/** Equality of JSON regardless of the order of keys; numbers and booleans equal their text, as in CloudFormation. */
export function sameJson(left: Json | undefined, right: Json | undefined): boolean {
  if (isJsonArray(left) && isJsonArray(right)) {
    return left.length === right.length && left.every((item, index) => sameJson(item, right[index]));
  }
  if (isJsonObject(left) && isJsonObject(right)) {
    const keys = new Set([...Object.keys(left), ...Object.keys(right)]);
    return [...keys].every((key) => sameJson(left[key], right[key]));
  }
  const [leftText, rightText] = [readText(left), readText(right)];
  return leftText !== undefined || rightText !== undefined ? leftText === rightText : left === right;
}
