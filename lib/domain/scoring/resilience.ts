import type { ChangeOutcome, NextVersionOutcome, VerdictName } from "../changes/template-change";
import type { Resilience } from "./scores";
import { shareVersions } from "./version-shares";

/**
 * The share of changes that deploy with the role as it is; what does not apply or is not modelled is counted apart. The
 * team's next versions stand beside it; a history is replayed after a comparison, and is not known here.
 */
export function scoreResilience(
  outcomes: readonly ChangeOutcome[],
  nextVersions: readonly NextVersionOutcome[],
  policies: "asProposed" | "repaired",
): Resilience {
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
    nextVersions: nextVersions.length === 0 ? null : shareNextVersions(nextVersions, policies),
    history: null,
  };
}

function shareNextVersions(versions: readonly NextVersionOutcome[], policies: "asProposed" | "repaired") {
  const count = (verdict: VerdictName) => versions.filter((version) => version[policies].verdict === verdict).length;
  return shareVersions({
    deploys: count("deploys"),
    fails: count("fails"),
    rejected: count("not-applicable"),
    "not-modelled": count("not-modelled"),
  });
}

function shareOf(part: number, whole: number): number | null {
  return whole === 0 ? null : part / whole;
}

function sumWeights(outcomes: readonly ChangeOutcome[]): number {
  return outcomes.reduce((sum, outcome) => sum + outcome.weight, 0);
}
