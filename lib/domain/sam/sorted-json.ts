import type { Value } from "./value";

/** JSON as Python writes it with sorted keys: no spaces, and everything outside ASCII as `\uXXXX`. Hashes depend on it. */
export function compactJson(value: Value): string {
  return write(value, "", "", ",", ":");
}

/**
 * The same with line breaks: `indent` spaces a level, `": "` between key and value. `floats` has the spelling of the
 * floats that are whole numbers, by dotted path; the value stands at `path` itself.
 */
export function indentedJson(value: Value, indent: number, floats: ReadonlyMap<string, string>, path: string): string {
  const spelled = floats.size === 0 ? value : spellFloats(value, floats, path);
  return write(spelled, "\n", " ".repeat(indent), ",", ": ");
}

/** A number as it is to be written, where JavaScript would write it otherwise. */
class SpelledNumber {
  constructor(readonly spelling: string) {}
}
type Writable = null | boolean | number | string | SpelledNumber | Writable[] | { [key: string]: Writable };

function spellFloats(value: Value, floats: ReadonlyMap<string, string>, path: string): Writable {
  if (typeof value === "number") {
    const spelling = floats.get(path);
    return spelling === undefined ? value : new SpelledNumber(spelling);
  }
  if (Array.isArray(value)) return value.map((item, index) => spellFloats(item, floats, `${path}.${index}`));
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).map(([key, item]) => [key, spellFloats(item, floats, `${path}.${key}`)]);
  return Object.fromEntries(entries);
}

function write(value: Writable, newLine: string, step: string, comma: string, colon: string): string {
  if (typeof value === "string") return quote(value);
  if (value instanceof SpelledNumber) return value.spelling;
  if (value === null || typeof value !== "object") return String(value);
  const inner = newLine + step;
  if (Array.isArray(value)) {
    if (value.length === 0) return "[]";
    return `[${inner}${value.map((item) => write(item, inner, step, comma, colon)).join(comma + inner)}${newLine}]`;
  }
  const keys = Object.keys(value).sort();
  if (keys.length === 0) return "{}";
  const entries = keys.map((key) => `${quote(key)}${colon}${write(value[key] ?? null, inner, step, comma, colon)}`);
  return `{${inner}${entries.join(comma + inner)}${newLine}}`;
}

function quote(text: string): string {
  const quoted = JSON.stringify(text);
  return /^[\x20-\x7e]*$/.test(quoted) ? quoted : quoted.replace(/[^\x20-\x7e]/g, escapeUnit);
}

function escapeUnit(unit: string): string {
  return `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`;
}
