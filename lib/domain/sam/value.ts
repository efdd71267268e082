/**
 * JSON that may still change: the private working copy inside one expansion, and what rules generate. Made with
 * {@link copyValue}; nothing that a caller handed in is ever edited.
 */
export type Value = null | boolean | number | string | Value[] | ValueMap;
export interface ValueMap {
  [key: string]: Value;
}
/** Properties while they are collected: a field that is `undefined` or `null` does not appear in the output. */
export interface Fields {
  [key: string]: Value | undefined;
}

export function isMap(value: unknown): value is ValueMap {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

export function isList(value: Value | undefined): value is Value[] {
  return Array.isArray(value);
}

/** False for what is absent, `null`, `false`, 0 and everything empty: the transform treats "" and {} as not given. */
export function isGiven(value: Value | undefined): value is Value {
  if (value === undefined || value === null || value === false || value === 0 || value === "") return false;
  if (Array.isArray(value)) return value.length > 0;
  if (typeof value === "object") return !isEmptyMap(value);
  return true;
}

function isEmptyMap(map: ValueMap): boolean {
  for (const _ in map) return false;
  return true;
}

/** The entry of a map's own keys; `undefined` for anything that is not a map or lacks the key. */
export function entryOf(value: Value | undefined, key: string): Value | undefined {
  return isMap(value) && Object.hasOwn(value, key) ? value[key] : undefined;
}

export function mapEntryOf(value: Value | undefined, key: string): ValueMap | undefined {
  const entry = entryOf(value, key);
  return isMap(entry) ? entry : undefined;
}

export function textEntryOf(value: Value | undefined, key: string): string | undefined {
  const entry = entryOf(value, key);
  return typeof entry === "string" ? entry : undefined;
}

/** Sets a key as plain data, `__proto__` included. */
export function setEntry(map: ValueMap, key: string, value: Value): void {
  if (key === "__proto__")
    Object.defineProperty(map, key, { value, enumerable: true, configurable: true, writable: true });
  else map[key] = value;
}

/** A deep, unshared, editable copy. */
export function copyValue(value: ReadonlyValue): Value {
  if (typeof value !== "object" || value === null) return value;
  if (isReadonlyList(value)) return value.map(copyValue);
  const copy: ValueMap = {};
  for (const key of Object.keys(value)) {
    const entry = value[key];
    if (entry !== undefined) setEntry(copy, key, copyValue(entry));
  }
  return copy;
}

export function copyMap(map: { readonly [key: string]: ReadonlyValue }): ValueMap {
  const copy = copyValue(map);
  return isMap(copy) ? copy : {};
}

/** Structurally `Json`, declared here so that copies accept both worlds. */
type ReadonlyValue =
  | null
  | boolean
  | number
  | string
  | readonly ReadonlyValue[]
  | { readonly [key: string]: ReadonlyValue };

function isReadonlyList(value: ReadonlyValue): value is readonly ReadonlyValue[] {
  return Array.isArray(value);
}

/** Deep equality; maps compare without order of keys. */
export function sameValue(left: Value | undefined, right: Value | undefined): boolean {
  if (left === right) return true;
  if (Array.isArray(left) && Array.isArray(right)) {
    return left.length === right.length && left.every((item, index) => sameValue(item, right[index]));
  }
  if (!isMap(left) || !isMap(right)) return false;
  const keys = Object.keys(left);
  return (
    keys.length === Object.keys(right).length &&
    keys.every((key) => Object.hasOwn(right, key) && sameValue(left[key], right[key]))
  );
}
