import { stringify } from "yaml";
import { isJsonObject, type Json, type JsonObject } from "../json";

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
  return diffLines(old, now).map((line) => `${line.slice(0, 2)}${indent}${line.slice(2)}`);
}

function toLines(key: string, value: Json): readonly string[] {
  return stringify({ [key]: value }, { lineWidth: 0, aliasDuplicateObjects: false })
    .trimEnd()
    .split("\n");
}

/** Longest common subsequence; entries of a template are small enough for the full table. */
function diffLines(before: readonly string[], after: readonly string[]): readonly string[] {
  const common = tableOfCommon(before, after);
  const lines: string[] = [];
  let from = 0;
  let to = 0;
  while (from < before.length || to < after.length) {
    const isSame = from < before.length && to < after.length && before[from] === after[to];
    if (isSame) {
      lines.push(`  ${before[from]}`);
      from++;
      to++;
    } else if (
      to >= after.length ||
      (from < before.length && lengthAt(common, from + 1, to) >= lengthAt(common, from, to + 1))
    ) {
      lines.push(`- ${before[from++]}`);
    } else {
      lines.push(`+ ${after[to++]}`);
    }
  }
  return keepContext(lines);
}

function tableOfCommon(before: readonly string[], after: readonly string[]): readonly (readonly number[])[] {
  const table: number[][] = Array.from({ length: before.length + 1 }, () =>
    new Array<number>(after.length + 1).fill(0),
  );
  for (let from = before.length - 1; from >= 0; from--) {
    const row = table[from] ?? [];
    for (let to = after.length - 1; to >= 0; to--) {
      row[to] =
        before[from] === after[to]
          ? lengthAt(table, from + 1, to + 1) + 1
          : Math.max(lengthAt(table, from + 1, to), lengthAt(table, from, to + 1));
    }
  }
  return table;
}

function lengthAt(table: readonly (readonly number[])[], from: number, to: number): number {
  return table[from]?.[to] ?? 0;
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
