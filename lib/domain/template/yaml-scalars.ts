import type { Json } from "../json";

/**
 * What an unquoted scalar means in YAML 1.1, as the Python reader behind AWS's tools takes it: `yes` and `off` are
 * booleans, 0777 is octal, 20:30 counts in sixties. Dates stay the text they are, since CloudFormation wants text.
 * https://yaml.org/type/
 */
export function readPlainScalar(text: string): Json {
  if (text === "") return null;
  const first = text.charCodeAt(0);
  // Everything but letters, digits, signs, the dot and the tilde can only begin text.
  if (first > 126) return text;
  if (words.has(text)) return words.get(text) ?? null;
  return startsLikeNumber(first) ? readNumber(text) : text;
}

const words: ReadonlyMap<string, Json> = new Map<string, Json>([
  ...["yes", "Yes", "YES", "true", "True", "TRUE", "on", "On", "ON"].map((word) => [word, true] as const),
  ...["no", "No", "NO", "false", "False", "FALSE", "off", "Off", "OFF"].map((word) => [word, false] as const),
  ...["~", "null", "Null", "NULL"].map((word) => [word, null] as const),
]);

function startsLikeNumber(code: number): boolean {
  return (code >= 48 && code <= 57) || code === 43 || code === 45 || code === 46;
}

function readNumber(text: string): Json {
  return readInteger(text) ?? readFloat(text) ?? text;
}

function readInteger(text: string): Json | undefined {
  const sign = text.startsWith("-") ? -1 : 1;
  const digits = text.replace(/^[-+]/, "").replaceAll("_", "");
  if (/^[-+]?(?:0|[1-9][0-9_]*)$/.test(text)) return safeInteger(sign * Number(digits), text);
  if (/^[-+]?0b[01_]+$/.test(text)) return safeInteger(sign * Number.parseInt(digits.slice(2), 2), text);
  if (/^[-+]?0x[0-9a-fA-F_]+$/.test(text)) return safeInteger(sign * Number.parseInt(digits.slice(2), 16), text);
  if (/^[-+]?0[0-7_]+$/.test(text)) return safeInteger(sign * Number.parseInt(digits, 8), text);
  if (/^[-+]?[1-9][0-9_]*(?::[0-5]?[0-9])+$/.test(text)) return safeInteger(sign * sexagesimal(digits), text);
  return undefined;
}

function readFloat(text: string): Json | undefined {
  if (/^(?:[-+]?[0-9][0-9_]*\.[0-9_]*|\.[0-9][0-9_]*)(?:[eE][-+][0-9]+)?$/.test(text)) {
    return finite(Number(text.replaceAll("_", "")), text);
  }
  if (/^[-+]?[0-9][0-9_]*(?::[0-5]?[0-9])+\.[0-9_]*$/.test(text)) {
    const sign = text.startsWith("-") ? -1 : 1;
    return finite(sign * sexagesimal(text.replace(/^[-+]/, "").replaceAll("_", "")), text);
  }
  return undefined;
}

function sexagesimal(digits: string): number {
  return digits.split(":").reduce((total, part) => total * 60 + Number(part), 0);
}

/** A number that would lose digits stays text. */
function safeInteger(value: number, text: string): Json {
  return Number.isSafeInteger(value) ? value + 0 : text;
}

function finite(value: number, text: string): Json {
  return Number.isFinite(value) ? value : text;
}
