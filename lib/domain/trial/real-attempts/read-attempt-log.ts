import { readRefusalsIn } from "../read-refusals";
import { unwrapLog } from "../refusals/unwrap-log";
import type { AttemptLog } from "./attempt-log";
import { readEnding } from "./read-ending";
import { readTimes } from "./read-times";
import { listStackRows } from "./stack-rows";

/**
 * What the log of one deployment tells: refusals, how it ended, how long it took. A list of stack events goes back to the
 * stack's beginning; of it, only the last operation counts.
 */
export function readAttemptLog(text: string): AttemptLog {
  const lines = unwrapLog(text);
  const { rows, current } = listStackRows(lines);
  return { refusals: readRefusalsIn(current), ending: readEnding(lines, rows), times: readTimes(text, rows) };
}
