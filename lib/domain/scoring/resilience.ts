import type { ChangeOutcome, VerdictName } from "../changes/template-change";
import type { Resilience } from "./scores";

/** The share of changes that deploy with the role as it is; what does not apply or is not modelled is counted apart. */
export function scoreResilience(outcomes: readonly ChangeOutcome[], policies: "asProposed" | "repaired"): Resilience {
  const withVerdict = (verdict: VerdictName) => outcomes.filter((outcome) => outcome[policies].verdict === verdict);
  const survived = withVerdict("deploys");
  const tried = [...survived, ...withVerdict("fails")];
  return {
    changes: tried.length,
    survived: survived.length,
    share: shareOf(survived.length, tried.length),
    weightedShare: shareOf(sumWeights(survived), sumWeights(tried)),
    notApplicable: withVerdict("not-applicable").length,
    notModelled: withVerdict("not-modelled").length,
  };
}

function shareOf(part: number, whole: number): number | null {
  return whole === 0 ? null : part / whole;
}

function sumWeights(outcomes: readonly ChangeOutcome[]): number {
  return outcomes.reduce((sum, outcome) => sum + outcome.weight, 0);
}
