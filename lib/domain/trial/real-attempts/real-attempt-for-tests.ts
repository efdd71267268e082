import type { RealAttempt } from "./real-attempt";

/** A complete attempt of twelve minutes with policies of which nothing is said, with changes. */
export function realAttempt(changes: Partial<RealAttempt> = {}): RealAttempt {
  return {
    id: "1",
    candidate: "boundary",
    policies: null,
    origin: "workflow",
    outcome: "complete",
    phase: "create",
    minutes: 12,
    startedAt: null,
    recordedAt: "2026-03-02T10:00:00.000Z",
    log: null,
    note: null,
    ...changes,
  };
}
