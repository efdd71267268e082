import { stringify } from "yaml";
import { isJsonObject, type Json, type JsonObject } from "../json";
import { diffLines } from "../policy/diff-lines";

/**
 * An edit as a person would read it: the entries that differ, section by section, as YAML with `+` and `-` before the
 * lines. `null` where nothing differs.
 */
export function describeDifference(before: JsonObject, after: JsonObject): string | null {
  const lines = keysOf(before, after).flatMap((section) => diffSection(section, before[section], after[section]));
  return lines.length === 0 ? null : lines.join("\n");
}

function diffSection(section: string, before: Json | undefined, after: Json | undefined): readonly string[] {
  if (same(before, after)) return [];
  if (!isJsonObject(before ?? {}) || !isJsonObject(after ?? {})) return diffEntry([], section, before, after);
  const old = isJsonObject(before) ? before : {};
  const now = isJsonObject(after) ? after : {};
  const entries = keysOf(old, now).filter((key) => !same(old[key], now[key]));
  return [`  ${section}:`, ...entries.flatMap((key) => diffEntry([section], key, old[key], now[key]))];
}

function diffEntry(
  parents: readonly string[],
  key: string,
  before: Json | undefined,
  after: Json | undefined,
): readonly string[] {
  const indent = "  ".repeat(parents.length);
  const old = before === undefined ? [] : toLines(key, before);
  const now = after === undefined ? [] : toLines(key, after);
  const lines = diffLines(old, now).map(({ mark, text }) => `${mark} ${indent}${text}`);
  return keepContext(lines);
}

function toLines(key: string, value: Json): readonly string[] {
  return stringify({ [key]: value }, { lineWidth: 0, aliasDuplicateObjects: false })
    .trimEnd()
    .split("\n");
}

/** Unchanged lines stay only where they are the first of the entry or stand beside a changed one. */
function keepContext(lines: readonly string[]): readonly string[] {
  const isChanged = (line: string | undefined) => line !== undefined && !line.startsWith("  ");
  return lines.filter(
    (line, index) => index === 0 || isChanged(line) || isChanged(lines[index - 1]) || isChanged(lines[index + 1]),
  );
}

function keysOf(before: JsonObject, after: JsonObject): readonly string[] {
  return [...new Set([...Object.keys(before), ...Object.keys(after)])];
}

function same(a: Json | undefined, b: Json | undefined): boolean {
  return a === b || JSON.stringify(a) === JSON.stringify(b);
}
