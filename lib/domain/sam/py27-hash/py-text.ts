import { PyDict, PyFloat, type PyValue, TemplateText, textOf } from "./py-value";

/** What `str()` of the translator's emulated Python 2.7 dict prints: the text that deployment logical ids hash. */
export function printPython(value: PyValue): string {
  if (typeof value === "string") return quote(escapeUnprintable(value));
  if (value instanceof TemplateText) return `u${quoteTemplateText(value.text)}`;
  if (typeof value === "number") return printNumber(value);
  if (value instanceof PyFloat) return printFloat(value);
  if (typeof value === "boolean") return value ? "True" : "False";
  if (Array.isArray(value)) return `[${value.map(printPython).join(", ")}]`;
  if (value instanceof PyDict) {
    return `{${value
      .items()
      .map(([key, item]) => `${printPython(key)}: ${printPython(item)}`)
      .join(", ")}}`;
  }
  return "None";
}

const LARGEST_PY2_INT = 9223372036854775807n;

export function printNumber(value: number): string {
  if (Number.isInteger(value) && Math.abs(value) < 1e21) {
    const digits = BigInt(value).toString();
    return BigInt(value) > LARGEST_PY2_INT ? `${digits}L` : digits;
  }
  const magnitude = Math.abs(value);
  if (magnitude >= 1e-4 && magnitude < 1e16) return String(value);
  // Python pads exponents to two digits.
  return value.toExponential().replace(/e([+-])(\d)$/, "e$10$2");
}

function printFloat({ value }: PyFloat): string {
  return Math.abs(value) < 1e16 ? value.toFixed(1) : printNumber(value + 0);
}

/** Python doubles quotes only where the text has a single quote and no double one. */
function quote(escaped: string): string {
  const mark = escaped.includes("'") && !escaped.includes('"') ? '"' : "'";
  return mark + (mark === "'" ? escaped.replaceAll("'", "\\'") : escaped) + mark;
}

const UNPRINTABLE = /[\\\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Cn}\p{Zl}\p{Zp}\p{Zs}]/gu;

/** Python 3's `repr` of a text, without the quotes. */
function escapeUnprintable(text: string): string {
  return text.replace(UNPRINTABLE, (character) => (character === " " ? character : escapeCharacter(character)));
}

/** `unicode_escape` first, then quoted as bytes: everything outside ASCII is escaped. */
function quoteTemplateText(text: string): string {
  return quote(text.replace(/[^ -[\]-~]/gu, escapeCharacter));
}

const SHORT_ESCAPES: Readonly<Record<string, string>> = { "\\": "\\\\", "\t": "\\t", "\n": "\\n", "\r": "\\r" };

function escapeCharacter(character: string): string {
  const short = SHORT_ESCAPES[character];
  if (short !== undefined) return short;
  const codePoint = character.codePointAt(0) ?? 0;
  const hex = codePoint.toString(16);
  if (codePoint < 0x100) return `\\x${hex.padStart(2, "0")}`;
  return codePoint < 0x10000 ? `\\u${hex.padStart(4, "0")}` : `\\U${hex.padStart(8, "0")}`;
}

export interface JsonStyle {
  readonly itemSeparator: string;
  readonly keySeparator: string;
  readonly sortKeys: boolean;
}

/** Python's `json.dumps(value)`. */
export const SPACED_JSON: JsonStyle = { itemSeparator: ", ", keySeparator: ": ", sortKeys: false };

/** `json.dumps(value, separators=(",", ":"), sort_keys=True)`: what the translator's logical id generator hashes. */
export const CANONICAL_JSON: JsonStyle = { itemSeparator: ",", keySeparator: ":", sortKeys: true };

export function printJson(value: PyValue, style: JsonStyle): string {
  if (typeof value === "string" || value instanceof TemplateText) return quoteJson(textOf(value));
  if (typeof value === "number") return printNumber(value).replace("L", "");
  if (value instanceof PyFloat) return printFloat(value);
  if (Array.isArray(value)) return `[${value.map((item) => printJson(item, style)).join(style.itemSeparator)}]`;
  if (value instanceof PyDict) {
    const items = value.items();
    if (style.sortKeys) items.sort(([one], [other]) => compareCodePoints(textOf(one), textOf(other)));
    const printed = items.map(([key, item]) => quoteJson(textOf(key)) + style.keySeparator + printJson(item, style));
    return `{${printed.join(style.itemSeparator)}}`;
  }
  return String(value);
}

/** `ensure_ascii`: everything outside ASCII as UTF-16 escapes. */
function quoteJson(text: string): string {
  return JSON.stringify(text).replace(/[^ -~]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`);
}

function compareCodePoints(one: string, other: string): number {
  const left = Array.from(one, (character) => character.codePointAt(0) ?? 0);
  const right = Array.from(other, (character) => character.codePointAt(0) ?? 0);
  const differing = left.findIndex((codePoint, index) => codePoint !== right[index]);
  if (differing === -1) return left.length - right.length;
  return (left[differing] ?? 0) - (right[differing] ?? -1);
}
