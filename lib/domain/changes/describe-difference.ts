import { isJsonObject, isSameJson, type Json, type JsonObject } from "../json";
import { diffLines } from "../policy/diff-lines";
import { startWriting, type WriteEntry } from "./write-yaml";

/**
 * An edit as a person would read it: the entries that differ, section by section, as YAML with `+` and `-` before the
 * lines. `null` where nothing differs.
 */
export function describeDifference(before: JsonObject, after: JsonObject): string | null {
  return startDescribing(before)(after);
}

/** {@link describeDifference} for one edit after the other of the same document. */
export function startDescribing(before: JsonObject): (after: JsonObject) => string | null {
  const write = startWriting();
  const writeEntries: WriteEntries = { before: rememberLines(write), after: write };
  return (after) => {
    const lines = keysOf(before, after).flatMap((section) =>
      diffSection(section, before[section], after[section], writeEntries),
    );
    return lines.length === 0 ? null : lines.join("\n");
  };
}

interface WriteEntries {
  readonly before: WriteEntry;
  readonly after: WriteEntry;
}

/** Edits often change the same entry, whose lines before the edit are always the same. */
function rememberLines(write: WriteEntry): WriteEntry {
  const known = new Map<Json, { readonly key: string; readonly lines: readonly string[] }>();
  return (key, value) => {
    const kept = known.get(value);
    if (kept?.key === key) return kept.lines;
    const lines = write(key, value);
    known.set(value, { key, lines });
    return lines;
  };
}

function diffSection(
  section: string,
  before: Json | undefined,
  after: Json | undefined,
  write: WriteEntries,
): readonly string[] {
  if (isSameJson(before, after)) return [];
  if (!isJsonObject(before ?? {}) || !isJsonObject(after ?? {})) {
    return diffEntry([], section, before, after, write);
  }
  const old = isJsonObject(before) ? before : {};
  const now = isJsonObject(after) ? after : {};
  const entries = keysOf(old, now).filter((key) => !isSameJson(old[key], now[key]));
  return [`  ${section}:`, ...entries.flatMap((key) => diffEntry([section], key, old[key], now[key], write))];
}

function diffEntry(
  parents: readonly string[],
  key: string,
  before: Json | undefined,
  after: Json | undefined,
  write: WriteEntries,
): readonly string[] {
  const indent = "  ".repeat(parents.length);
  const old = before === undefined ? [] : write.before(key, before);
  const now = after === undefined ? [] : write.after(key, after);
  const lines = diffLines(old, now).map(({ mark, text }) => `${mark} ${indent}${text}`);
  return keepContext(lines);
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
