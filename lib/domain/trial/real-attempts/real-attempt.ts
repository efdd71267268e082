import type { Evidence } from "../../evidence";
import type { AttemptOutcome } from "../trial";
import type { AttemptLog } from "./attempt-log";
import type { DeployedPolicies } from "./deployed-policies";

/** How an attempt came to be known. */
export const realAttemptOrigins = ["by-hand", "pasted-log", "workflow"] as const;
export type RealAttemptOrigin = (typeof realAttemptOrigins)[number];

/** What was under way when an attempt ended: one deployment is a creation, an update or a deletion, and what comes before. */
export const realPhases = ["package", "changeset", "create", "update", "delete"] as const;
export type RealPhase = (typeof realPhases)[number];

/** One deployment that a team really made with a candidate's policies. */
export interface RealAttempt {
  readonly id: string;
  /** The candidate's name. */
  readonly candidate: string;
  /** `null` where the team does not say in which state its policies were. */
  readonly policies: DeployedPolicies | null;
  readonly origin: RealAttemptOrigin;
  readonly outcome: AttemptOutcome;
  /** Where it ended; when complete, what went through. `null` where neither the team nor the log says. */
  readonly phase: RealPhase | null;
  /** `null` where neither the team nor the log says. */
  readonly minutes: number | null;
  /** ISO 8601. */
  readonly startedAt: string | null;
  readonly recordedAt: string;
  /** What the log tells; `null` without one. What the team gave stands above it. */
  readonly log: AttemptLog | null;
  readonly note: string | null;
}

/** What a person pastes is imported; what a workflow sends, or a person enters as it happened, is measured. */
export function evidenceOf(origin: RealAttemptOrigin): Evidence {
  return origin === "pasted-log" ? "imported" : "measured";
}

/** In the order in which they happened, as far as that is known. */
export function inOrder(attempts: readonly RealAttempt[]): readonly RealAttempt[] {
  const when = ({ startedAt, recordedAt }: RealAttempt) => Date.parse(startedAt ?? recordedAt);
  return attempts.toSorted(
    (a, b) => when(a) - when(b) || Date.parse(a.recordedAt) - Date.parse(b.recordedAt) || (a.id < b.id ? -1 : 1),
  );
}
