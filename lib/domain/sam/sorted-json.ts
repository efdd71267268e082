import type { Value } from "./value";

/** JSON as Python writes it with sorted keys: no spaces, and everything outside ASCII as `\uXXXX`. Hashes depend on it. */
export function compactJson(value: Value): string {
  return write(value, "", "", ",", ":");
}

/** The same with line breaks: `indent` spaces a level, `": "` between key and value. */
export function indentedJson(value: Value, indent: number): string {
  return write(value, "\n", " ".repeat(indent), ",", ": ");
}

function write(value: Value, newLine: string, step: string, comma: string, colon: string): string {
  if (typeof value === "string") return quote(value);
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
