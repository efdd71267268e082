import type { LogTimes } from "./attempt-log";
import type { StackRow } from "./stack-rows";

/** What GitHub Actions and others put before every line; `gh run view --log` puts job and step before that. */
const lineTime =
  /^\uFEFF?(?:[^\t\n]*\t[^\t\n]*\t)?(\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d+)?(?:Z|[+-]\d{2}:?\d{2})) /;

/** A log of more than a day is more than one attempt. */
const longestMinutes = 24 * 60;

/**
 * From the first to the last time that stands before the lines, or else beside the stack's events. Times inside messages,
 * and such without a time zone, are not taken.
 */
export function readTimes(text: string, rows: readonly StackRow[]): LogTimes | null {
  const ofLines = text.split("\n").flatMap((line) => readTime(lineTime.exec(line)?.[1] ?? ""));
  const times = ofLines.length > 1 ? ofLines : rows.flatMap(({ time }) => readTime(time ?? ""));
  if (times.length < 2) return null;
  const sorted = times.toSorted((a, b) => a - b);
  const [from = 0, to = 0] = [sorted[0], sorted.at(-1)];
  const minutes = Math.round((to - from) / 6_000) / 10;
  if (minutes <= 0 || minutes > longestMinutes) return null;
  return { from: new Date(from).toISOString(), to: new Date(to).toISOString(), minutes };
}

function readTime(text: string): readonly number[] {
  const time = Date.parse(text);
  return Number.isNaN(time) ? [] : [time];
}
