import { isJsonArray, isJsonObject, type Json, type JsonObject } from "../json";

/** The value at a dotted path; list indexes are numbers, as in `Rules.0.Id`. */
export function readPath(root: Json, path: string): Json | undefined {
  if (!path.includes(".")) return readKey(root, path);
  return path.split(".").reduce<Json | undefined>(readKey, root);
}

function readKey(value: Json | undefined, key: string): Json | undefined {
  if (isJsonArray(value)) return value[Number(key)];
  return isJsonObject(value) && Object.hasOwn(value, key) ? value[key] : undefined;
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
  const texts: string[] = [];
  addTexts(value, texts);
  return texts;
}

function addTexts(value: Json | undefined, texts: string[]): void {
  if (typeof value === "string") texts.push(value);
  else if (isJsonArray(value)) for (const item of value) addTexts(item, texts);
  else if (isJsonObject(value)) for (const item of Object.values(value)) addTexts(item, texts);
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
