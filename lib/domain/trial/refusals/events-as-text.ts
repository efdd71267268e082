import type { LogLine } from "./log-line";
import type { EventKeys, FoldedEvents } from "./stack-event";

const beginning = "STACKEVENTS\t";
const time = /^\d{4}-\d{2}-\d{2}T[\d:.]+(?:Z|[+-]\d{2}:?\d{2})$/;
const status = /^(?:CREATE|UPDATE|DELETE|ROLLBACK|IMPORT|REVIEW)_[A-Z_]+$/;

/** The API names fewer keys. */
const mostCells = 40;

/** A reason may hold line breaks; so many of them are joined. */
const mostLines = 20;

/**
 * An event of `--output text`: the values of all keys that some event of the page has, parted by tabs, in the alphabetical
 * order of the keys. So ResourceStatus, perhaps ResourceStatusReason, ResourceType, StackId, StackName and Timestamp stand at
 * the end; how many stand before them depends on what the events have.
 * https://docs.aws.amazon.com/cli/latest/userguide/cli-usage-output-format.html#text-output
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/APIReference/API_StackEvent.html
 */
export function readTextEvent(lines: readonly LogLine[], index: number): FoldedEvents | null {
  const line = lines[index];
  if (!line?.text.startsWith(beginning)) return null;
  let text = line.text;
  let end = index + 1;
  while (!time.test(text.slice(text.lastIndexOf("\t") + 1).trim())) {
    const next = lines[end];
    if (!next || next.text.startsWith(beginning) || end - index >= mostLines) return null;
    text += ` ${next.text}`;
    end++;
  }
  const cells = text.split("\t").slice(1);
  const keys = cells.length > mostCells ? null : readCells(cells);
  return keys && { events: [{ line: line.line, keys }], end };
}

function readCells(cells: readonly string[]): EventKeys | null {
  const [fifth = "", ResourceType = "", , StackName = "", Timestamp = ""] = cells.slice(-5);
  const hasReason = !status.test(fifth);
  const at = cells.length - (hasReason ? 6 : 5);
  const ResourceStatus = cells[at] ?? "";
  if (!status.test(ResourceStatus)) return null;
  const before = cells.slice(0, at);
  const LogicalResourceId = findLogicalId(before, ResourceStatus) ?? before.findLast((cell) => cell === StackName);
  if (LogicalResourceId === undefined) return null;
  const reason = hasReason && fifth !== "" ? { ResourceStatusReason: fifth } : {};
  return { StackName, LogicalResourceId, ResourceType, Timestamp: Timestamp.trim(), ResourceStatus, ...reason };
}

/** A resource's events are called by its logical id, as in `Orders-CREATE_FAILED-2026-03-02T10:18:01.700Z`; a stack's own are not. */
function findLogicalId(cells: readonly string[], ResourceStatus: string): string | undefined {
  return cells.find((cell) => cell !== "" && cells.some((other) => other.startsWith(`${cell}-${ResourceStatus}-`)));
}
