import type { LogLine } from "../refusals/unwrap-log";

/** One event of the stack itself, as a table or a list of stack events tells it. */
export interface StackRow {
  readonly line: number;
  /** As in `UPDATE_ROLLBACK_COMPLETE`. */
  readonly status: string;
  readonly reason: string;
  /** ISO 8601 where the event has a time. */
  readonly time: string | null;
}

export interface StackRows {
  /** In the order in which they happened. */
  readonly rows: readonly StackRow[];
  /** What stands below belongs to earlier operations. */
  readonly lastLine: number;
}

interface FoundRow extends StackRow {
  /** The event's last line. */
  readonly end: number;
  readonly logicalId: string;
  /** `null` in tables, which do not say whose events they are. */
  readonly stackName: string | null;
}

/** The events of the stack itself, without those of stacks nested in it. */
export function listStackRows(lines: readonly LogLine[]): StackRows {
  const listed = readEventList(lines);
  if (listed.length > 0) return takeLastOperation(listed.filter(({ logicalId, stackName }) => logicalId === stackName));
  const printed = readTable(lines);
  // A stack's own first event comes before those of its nested stacks.
  const own = printed.filter(({ logicalId }) => logicalId === printed[0]?.logicalId);
  return { rows: own, lastLine: Number.POSITIVE_INFINITY };
}

const printedRow =
  /\b(?<status>(?:CREATE|UPDATE|DELETE|ROLLBACK|REVIEW)_[A-Z_]+)\s*\|?\s+AWS::CloudFormation::Stack\s*\|?\s+(?<logicalId>[A-Za-z][-A-Za-z0-9]*)(?<reason>.*)/;

function readTable(lines: readonly LogLine[]): readonly FoundRow[] {
  return lines.flatMap(({ line, text }) => {
    const { status, logicalId, reason = "" } = printedRow.exec(text)?.groups ?? {};
    if (!status || !logicalId) return [];
    return [{ line, status, logicalId, reason: reason.trim(), end: line, stackName: null, time: null }];
  });
}

/** A key of an event as `describe-stack-events` prints it, in JSON or YAML. */
const eventKey =
  /^\s*(?:- )?"?(?<key>LogicalResourceId|ResourceType|ResourceStatus|ResourceStatusReason|StackName|Timestamp)"?:\s*["']?(?<value>.*?)["']?,?\s*$/;

function readEventList(lines: readonly LogLine[]): readonly FoundRow[] {
  return splitEvents(lines).flatMap((event) => {
    const keys = new Map(event.flatMap(({ text }) => readKey(text)));
    const [logicalId, status] = [keys.get("LogicalResourceId"), keys.get("ResourceStatus")];
    const [line, end] = [event[0]?.line, event.at(-1)?.line];
    if (!logicalId || !status || !line || !end || keys.get("ResourceType") !== "AWS::CloudFormation::Stack") return [];
    const [reason = "", stackName = null, time = null] = ["ResourceStatusReason", "StackName", "Timestamp"].map((key) =>
      keys.get(key),
    );
    return [{ line, end, status, reason, logicalId, stackName, time }];
  });
}

/** Braces stand on lines of their own in JSON, events begin with a hyphen in YAML. */
function splitEvents(lines: readonly LogLine[]): readonly (readonly LogLine[])[] {
  const events: LogLine[][] = [[]];
  for (const line of lines) {
    const isBorder = /^\s*[{}\]],?\s*$/.test(line.text);
    if (isBorder || /^\s*- /.test(line.text)) events.push([]);
    if (!isBorder) events.at(-1)?.push(line);
  }
  return events;
}

function readKey(text: string): readonly (readonly [string, string])[] {
  const { key, value } = eventKey.exec(text)?.groups ?? {};
  return key && value ? [[key, value]] : [];
}

/**
 * Lists are printed newest first.
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/APIReference/API_DescribeStackEvents.html
 */
function takeLastOperation(newestFirst: readonly FoundRow[]): StackRows {
  const begin = newestFirst.find(
    ({ status, reason }) => reason === "User Initiated" && /^(?:CREATE|UPDATE|DELETE)_IN_PROGRESS$/.test(status),
  );
  const operation = newestFirst.slice(0, begin ? newestFirst.indexOf(begin) + 1 : undefined);
  return { rows: operation.toReversed(), lastLine: begin?.end ?? Number.POSITIVE_INFINITY };
}
