import type { Refusal } from "../refusals/refusal";
import type { AttemptOutcome } from "../trial";
import type { RealPhase } from "./real-attempt";

/** What a log tells of an attempt. */
export interface AttemptLog {
  readonly refusals: readonly Refusal[];
  /** `null` where the log does not say how it ended. */
  readonly ending: Ending | null;
  /** `null` where the log has no times. */
  readonly times: LogTimes | null;
}

export interface Ending {
  readonly outcome: AttemptOutcome;
  readonly phase: RealPhase | null;
  /** 1-based line that says so, and its words. */
  readonly line: number;
  readonly said: string;
}

/** First and last time in the log, ISO 8601. */
export interface LogTimes {
  readonly from: string;
  readonly to: string;
  readonly minutes: number;
}
