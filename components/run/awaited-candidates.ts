import type { ApproachName } from "@/lib/domain/approaches/candidate";
import type { TriedCandidate } from "@/lib/domain/comparison-report";
import type { RunInput } from "@/lib/schemas/run";

/** The candidates that a run will have, while it has proposed none: their places stand before what fills them. */
export function awaitCandidates({ currentPolicy }: Pick<RunInput, "currentPolicy">): readonly TriedCandidate[] {
  const approaches: readonly ApproachName[] = ["access-analyzer", "llm", "boundary", "administrator"];
  return [...approaches, ...(currentPolicy === null ? [] : (["current"] as const))].map((approach) => ({
    approach,
    name: approach,
    evidence: "simulated",
    policies: null,
    unavailable: "Not proposed yet.",
    provenance: [],
    reasons: [],
    trial: null,
    changes: [],
    nextVersions: [],
    scores: null,
  }));
}
