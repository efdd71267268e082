import { stringify } from "yaml";
import { isJsonArray, isJsonObject, type Json, type JsonArray, type JsonObject } from "../json";

/** One entry of a mapping as lines of YAML, the same as the `yaml` package writes with no limit to the line and no aliases. */
export type WriteEntry = (key: string, value: Json) => readonly string[];

/**
 * Templates are deep and plain: mappings and lists are laid out here, and the package, which is thorough and takes its time,
 * is asked for the texts that are not plain, once for each.
 */
export function startWriting(): WriteEntry {
  const known: KnownTexts = { keys: new Map(), scalars: new Map() };
  return (key, value) => {
    if (!isPlain(key)) return trimEnd(askYaml({ [key]: value }));
    const lines: string[] = [];
    writePair(lines, "", key, value, known);
    return trimEnd(lines);
  };
}

/** Texts that took thought: a key with its colon, `null` where it needs more than a line; a scalar with its further lines. */
interface KnownTexts {
  readonly keys: Map<string, string | null>;
  readonly scalars: Map<Json, readonly string[]>;
}

function askYaml(value: JsonObject): string[] {
  return stringify(value, { lineWidth: 0, aliasDuplicateObjects: false }).slice(0, -1).split("\n");
}

function writePair(lines: string[], indent: string, key: string, value: Json, known: KnownTexts): void {
  const start = isPlain(key) ? `${key}:` : writeKey(key, known);
  if (start === null) {
    const [, ...nested] = askYaml({ nested: { [key]: value } });
    lines.push(...nested.map((line) => indentLine(indent, line.slice(2))));
  } else if (hasItems(value)) {
    lines.push(`${indent}${start}`);
    writeItems(lines, `${indent}  `, value, known);
  } else writeScalar(lines, indent, start, value, known);
}

function writeItems(lines: string[], indent: string, value: JsonObject | JsonArray, known: KnownTexts): void {
  if (!isJsonArray(value)) {
    for (const key of Object.keys(value)) writePair(lines, indent, key, value[key] ?? null, known);
    return;
  }
  for (const item of value) {
    const first = lines.length;
    if (hasItems(item)) {
      writeItems(lines, `${indent}  `, item, known);
      lines[first] = `${indent}- ${(lines[first] ?? "").slice(indent.length + 2)}`;
    } else writeScalar(lines, indent, "-", item, known);
  }
}

function hasItems(value: Json): value is JsonObject | JsonArray {
  return isJsonArray(value) ? value.length > 0 : isJsonObject(value) && Object.keys(value).length > 0;
}

function writeScalar(lines: string[], indent: string, start: string, value: Json, known: KnownTexts): void {
  if (typeof value === "string" && isPlain(value)) {
    lines.push(`${indent}${start} ${value}`);
    return;
  }
  const [first, ...further] = linesOfScalar(value, known);
  lines.push(`${indent}${start} ${first}`, ...further.map((line) => indentLine(indent, line)));
}

function indentLine(indent: string, line: string): string {
  return line === "" ? line : `${indent}${line}`;
}

/**
 * Whether the text stands as it is, without quotes, as a key and as a value: printable ASCII with nothing that YAML reads
 * as a comment, a mapping, a list, a number or one of its words.
 * https://yaml.org/spec/1.2.2/#733-plain-style, https://yaml.org/spec/1.2.2/#1032-tag-resolution
 */
function isPlain(text: string): boolean {
  return (
    text.length < 200 && /^[A-Za-z_/$](?:[ -~]*[!-9;-~])?$/.test(text) && !/: | #|^(?:null|true|false)$/i.test(text)
  );
}

function writeKey(key: string, { keys }: KnownTexts): string | null {
  const known = keys.get(key);
  if (known !== undefined) return known;
  const [, line = "", ...further] = askYaml({ nested: { [key]: "value" } });
  const written = further.length === 0 ? line.slice("  ".length, -" value".length) : null;
  keys.set(key, written);
  return written;
}

/** The first line, and the further ones as they stand under a key that is not indented. */
function linesOfScalar(value: Json, { scalars }: KnownTexts): readonly string[] {
  const known = scalars.get(value);
  if (known) return known;
  const [first = "", ...further] = askYaml({ key: value });
  const lines = [first.slice("key: ".length), ...further];
  // 0 and -0 are written in two ways, and are the same to a map.
  if (value !== 0) scalars.set(value, lines);
  return lines;
}

/** Blank lines at the end of a text are not shown. */
function trimEnd(lines: string[]): readonly string[] {
  while (lines.length > 0) {
    const last = (lines.pop() ?? "").trimEnd();
    if (last === "") continue;
    lines.push(last);
    break;
  }
  return lines;
}
