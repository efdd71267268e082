import type { LogLine } from "../refusals/log-line";

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
  /** The lines without those below, where they belong to earlier operations. */
  readonly current: readonly LogLine[];
}

interface FoundRow extends StackRow {
  /** Index after the event's last line. */
  readonly end: number;
  readonly logicalId: string;
  /** `null` in tables, which do not say whose events they are. */
  readonly stackName: string | null;
}

/** The events of the stack itself, without those of stacks nested in it. */
export function listStackRows(lines: readonly LogLine[]): StackRows {
  const listed = readEventList(lines);
  if (listed.length > 0) {
    const { rows, end } = takeLastOperation(listed.filter(({ logicalId, stackName }) => logicalId === stackName));
    return { rows, current: lines.slice(0, end) };
  }
  const printed = readTable(lines);
  // A stack's own first event comes before those of its nested stacks.
  const own = printed.filter(({ logicalId }) => logicalId === printed[0]?.logicalId);
  return { rows: own, current: lines };
}

const printedRow =
  /\b(?<status>(?:CREATE|UPDATE|DELETE|ROLLBACK|REVIEW)_[A-Z_]+)\s*\|?\s+AWS::CloudFormation::Stack\s*\|?\s+(?<logicalId>[A-Za-z][-A-Za-z0-9]*)(?<reason>.*)/;

function readTable(lines: readonly LogLine[]): readonly FoundRow[] {
  return lines.flatMap(({ line, text }, index) => {
    const { status, logicalId, reason = "" } = printedRow.exec(text)?.groups ?? {};
    if (!status || !logicalId) return [];
    return [{ line, status, logicalId, reason: reason.trim(), end: index + 1, stackName: null, time: null }];
  });
}

/** A key of an event as `describe-stack-events` prints it, in JSON or YAML. */
const eventKey =
  /^\s*(?:- )?"?(?<key>LogicalResourceId|ResourceType|ResourceStatus|ResourceStatusReason|StackName|Timestamp)"?:\s*["']?(?<value>.*?)["']?,?\s*$/;

function readEventList(lines: readonly LogLine[]): readonly FoundRow[] {
  return splitEvents(lines).flatMap(({ event, end }) => {
    const keys = new Map(event.flatMap(({ text }) => readKey(text)));
    const [logicalId, status] = [keys.get("LogicalResourceId"), keys.get("ResourceStatus")];
    const line = event[0]?.line;
    if (!logicalId || !status || !line || keys.get("ResourceType") !== "AWS::CloudFormation::Stack") return [];
    const [reason = "", stackName = null, time = null] = ["ResourceStatusReason", "StackName", "Timestamp"].map((key) =>
      keys.get(key),
    );
    return [{ line, end, status, reason, logicalId, stackName, time }];
  });
}

/** Braces stand on lines of their own in JSON, events begin with a hyphen in YAML. */
function splitEvents(lines: readonly LogLine[]): readonly { event: readonly LogLine[]; end: number }[] {
  const events: { event: LogLine[]; end: number }[] = [];
  let open: LogLine[] = [];
  const close = (end: number) => {
    if (open.length > 0) events.push({ event: open, end });
    open = [];
  };
  for (const [index, line] of lines.entries()) {
    const isBorder = /^\s*[{}\]],?\s*$/.test(line.text);
    if (isBorder || /^\s*- /.test(line.text)) close(index);
    if (!isBorder) open.push(line);
  }
  close(lines.length);
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
function takeLastOperation(newestFirst: readonly FoundRow[]) {
  const begin = newestFirst.find(
    ({ status, reason }) => reason === "User Initiated" && /^(?:CREATE|UPDATE|DELETE)_IN_PROGRESS$/.test(status),
  );
  const operation = newestFirst.slice(0, begin ? newestFirst.indexOf(begin) + 1 : undefined);
  return { rows: operation.toReversed(), end: begin?.end };
}
