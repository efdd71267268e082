import type { LogLine } from "./log-line";
import { type EventKeys, eventKeys, type FoldedEvents } from "./stack-event";

const border = /^\|?\+[-+]+\+\|?$/;

/** A reason may hold line breaks; so many of them are joined. */
const mostLines = 20;

/**
 * The events of `--output table`: a head with the names of the keys, and a row an event between borders.
 * https://docs.aws.amazon.com/cli/latest/userguide/cli-usage-output-format.html#table-output
 */
export function readTableEvents(lines: readonly LogLine[], index: number): FoldedEvents | null {
  const head = lines[index]?.text.trimEnd() ?? "";
  const edge = head.startsWith("||") ? "||" : "|";
  if (!isHead(head, edge) || !border.test(lines[index + 1]?.text.trimEnd() ?? "")) return null;
  const events: FoldedEvents["events"][number][] = [];
  let end = index + 2;
  for (let line = lines[end]; line && !border.test(line.text.trimEnd()); line = lines[end]) {
    const row = joinRow(lines, end, edge);
    if (!row) break;
    events.push({ line: line.line, keys: readRow(head, row.text, edge) });
    end = row.end;
  }
  return events.length > 0 ? { events, end } : null;
}

function isHead(text: string, edge: string): boolean {
  if (!text.startsWith(edge) || !text.endsWith(edge)) return false;
  const names = splitCells(text, edge).map((name) => name.trim());
  return names.includes("LogicalResourceId") && names.includes("ResourceStatus");
}

function joinRow(lines: readonly LogLine[], start: number, edge: string) {
  let text = lines[start]?.text.trimEnd() ?? "";
  let end = start + 1;
  if (!text.startsWith(edge)) return null;
  while (!text.endsWith(edge)) {
    const next = lines[end];
    if (!next || end - start >= mostLines) return null;
    text += ` ${next.text.trimEnd()}`;
    end++;
  }
  return { text, end };
}

function readRow(head: string, row: string, edge: string): EventKeys {
  const names = splitCells(head, edge);
  const split = splitCells(row, edge);
  // A value with a bar of its own is cut where the head is.
  const values = split.length === names.length ? split : cutLike(head, row, edge);
  const keys = names.flatMap((name, column) => {
    const value = values[column]?.trim() ?? "";
    return isEventKey(name.trim()) && value !== "" ? [[name.trim(), value] as const] : [];
  });
  return Object.fromEntries(keys);
}

function splitCells(row: string, edge: string): readonly string[] {
  return row.slice(edge.length, -edge.length).split("|");
}

function cutLike(head: string, row: string, edge: string): readonly string[] {
  let from = edge.length;
  return splitCells(head, edge).map((cell) => {
    const value = row.slice(from, from + cell.length);
    from += cell.length + 1;
    return value;
  });
}

function isEventKey(name: string): name is keyof EventKeys {
  return eventKeys.some((key) => key === name);
}
