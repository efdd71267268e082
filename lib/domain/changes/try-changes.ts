import type { CandidatePolicies } from "../approaches/candidate";
import type { ManagedPolicyTable } from "../approaches/managed-policies";
import { decideWith } from "../trial/decide";
import { startFixing } from "../trial/fix-denials";
import type { Trial } from "../trial/trial";
import { judgeChange, startTelling } from "./judge-change";
import type { PlannedChange, PlannedDeployment } from "./plan-changes";
import type { ChangeOutcome, Verdict } from "./template-change";
import { weightOf } from "./weights";

export interface CandidateToTry {
  readonly policies: CandidatePolicies | null;
  readonly trial: Trial | null;
}

/**
 * Every change tried with the policies as proposed, and with those that the candidate's trial ended with. Candidates take
 * turns with each change, so that no more than one deployment is kept in memory.
 *
 * @returns the outcomes of each candidate, in the order of the candidates
 */
export function tryChanges(
  planned: Iterable<PlannedChange>,
  candidates: readonly CandidateToTry[],
  managedPolicies: ManagedPolicyTable,
): readonly (readonly ChangeOutcome[])[] {
  const tried = candidates.map((candidate) => ({
    judge: judgeBoth(candidate, managedPolicies),
    outcomes: [] as ChangeOutcome[],
  }));
  for (const item of planned) {
    const { id, title, group } = item.change;
    const weight = weightOf(item.change);
    for (const { judge, outcomes } of tried) {
      if (judge) outcomes.push({ changeId: id, title, group, weight, diff: item.diff, ...judge(id, item) });
    }
  }
  return tried.map(({ outcomes }) => outcomes);
}

type Judge = (changeId: string, deployment: PlannedDeployment) => Verdict;

/** Verdicts for the candidate as proposed and as repaired; `null` where it proposed nothing or was not tried. */
export function judgeBoth(
  { policies, trial }: CandidateToTry,
  managedPolicies: ManagedPolicyTable,
): ((...deployment: Parameters<Judge>) => { readonly asProposed: Verdict; readonly repaired: Verdict }) | null {
  if (!policies || !trial) return null;
  const judge = judgeWith(policies, managedPolicies);
  const judgeRepaired = trial.works ? null : judgeWith(trial.workingPolicies, managedPolicies);
  return (...deployment) => {
    const asProposed = judge(...deployment);
    return { asProposed, repaired: judgeRepaired?.(...deployment) ?? asProposed };
  };
}

/** Verdicts of one set of policies, which are compiled once. */
export function judgeWith(policies: CandidatePolicies, managedPolicies: ManagedPolicyTable): Judge {
  const judging = {
    decide: decideWith(policies, managedPolicies),
    tell: startTelling(),
    fixDenials: startFixing(policies, "generalised", managedPolicies),
  };
  return (changeId, deployment) => judgeChange(changeId, deployment, judging);
}
