import type { LogLine } from "../refusals/log-line";
import type { Ending } from "./attempt-log";
import type { StackRow } from "./stack-rows";
import { endingsByStatus } from "./stack-statuses";

type End = Pick<Ending, "outcome" | "phase">;

/** A sentence with which a tool ends. `status` in the pattern names the stack's last status. */
interface Sentence {
  readonly pattern: RegExp;
  readonly end: End | null;
}

const notStarted = (phase: Ending["phase"]): End => ({ outcome: "not-started", phase });

/** In this order; the first that a line matches counts. */
const sentences: readonly Sentence[] = [
  // The bucket of `sam deploy --resolve-s3`, a stack of its own that is made before anything is packaged.
  { pattern: /Failed to create managed resources/, end: notStarted("package") },
  { pattern: /Unable to upload artifact .+ referenced by /, end: notStarted("package") },
  {
    pattern: /\(AccessDenied\) when calling the (?:PutObject|CreateMultipartUpload) operation/,
    end: notStarted("package"),
  },
  { pattern: /Could not assume role/, end: notStarted(null) },
  { pattern: /Failed to create (?:the )?changeset/, end: notStarted("changeset") },
  {
    pattern:
      /\(AccessDenied(?:Exception)?\) when calling the (?:CreateChangeSet|ExecuteChangeSet|DescribeChangeSet|GetTemplateSummary|CreateStack|UpdateStack) operation/,
    end: notStarted("changeset"),
  },
  // https://docs.aws.amazon.com/cli/latest/reference/cloudformation/wait/
  { pattern: /Waiter Stack\w+Complete failed: .*matched expected path: "(?<status>[A-Z_]+)"/, end: null },
  { pattern: /Successfully created\/updated stack - /, end: { outcome: "complete", phase: null } },
  { pattern: /^\s*Deleted successfully\s*$/, end: { outcome: "complete", phase: "delete" } },
  {
    pattern: /Failed to delete the stack: |could not be deleted as it encountered DELETE_FAILED/,
    end: { outcome: "stuck", phase: "delete" },
  },
];

/**
 * How the attempt ended: at the first failure, or else with what went through last. `null` where the log breaks off, or
 * where a failure was left as it was (`--disable-rollback`), which is neither of the endings that a trial knows.
 */
export function readEnding(lines: readonly LogLine[], rows: readonly StackRow[]): Ending | null {
  const endings = [...readSentences(lines), ...readStatuses(rows)].toSorted((a, b) => a.line - b.line);
  const failure = endings.find(({ outcome }) => outcome !== "complete");
  if (failure) return failure;
  if (leftAsItWas(rows)) return null;
  return endings.findLast(({ phase }) => phase !== null) ?? endings.at(-1) ?? null;
}

function readSentences(lines: readonly LogLine[]): readonly Ending[] {
  return lines.flatMap(({ line, text }) => {
    for (const { pattern, end } of sentences) {
      const match = pattern.exec(text);
      if (!match) continue;
      const found = end ?? endingsByStatus.get(match.groups?.["status"] ?? "");
      return found ? [{ ...found, line, said: shorten(text) }] : [];
    }
    return [];
  });
}

/** Rows are in the order of time, in which lists are not printed; where the stack came to rest is its ending. */
function readStatuses(rows: readonly StackRow[]): readonly Ending[] {
  const operations = splitOperations(rows);
  return operations.flatMap((operation) => {
    const last = operation.at(-1);
    const end = last && endingsByStatus.get(last.status);
    if (!last || !end) return [];
    // `--on-failure DELETE` removes the stack that could not be created.
    const isUndone = end.phase === "delete" && operation.some(({ status }) => /^CREATE_/.test(status));
    const undone: End = { outcome: end.outcome === "complete" ? "rolled-back" : "stuck", phase: "create" };
    return [{ ...(isUndone ? undone : end), line: last.line, said: last.status }];
  });
}

/** A log may hold several operations one after the other; each begins with the user. */
function splitOperations(rows: readonly StackRow[]): readonly (readonly StackRow[])[] {
  const operations: StackRow[][] = [];
  for (const row of rows) {
    const begins = /^(?:CREATE|UPDATE|DELETE)_IN_PROGRESS$/.test(row.status) && /User Initiated/.test(row.reason);
    if (begins || operations.length === 0) operations.push([]);
    operations.at(-1)?.push(row);
  }
  return operations;
}

function leftAsItWas(rows: readonly StackRow[]): boolean {
  return rows.some(({ status }) => status === "CREATE_FAILED" || status === "UPDATE_FAILED");
}

const longestSaid = 200;

function shorten(text: string): string {
  const trimmed = text.trim();
  return trimmed.length > longestSaid ? `${trimmed.slice(0, longestSaid)}…` : trimmed;
}
