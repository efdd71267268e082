import type { CandidatePolicies } from "../approaches/candidate";
import type { ManagedPolicyTable } from "../approaches/managed-policies";
import { decideWith } from "../trial/decide";
import type { Trial } from "../trial/trial";
import { judgeChange } from "./judge-change";
import type { PlannedChange, PlannedDeployment } from "./plan-changes";
import type { ChangeOutcome, Verdict } from "./template-change";
import { weightOf } from "./weights";

export interface CandidateToTry {
  readonly policies: CandidatePolicies | null;
  readonly trial: Trial | null;
}

/** Every change tried with the policies as proposed, and with those that the candidate's trial ended with. */
export function tryChanges(
  planned: readonly PlannedChange[],
  candidate: CandidateToTry,
  managedPolicies: ManagedPolicyTable,
): readonly ChangeOutcome[] {
  const judge = judgeBoth(candidate, managedPolicies);
  if (!judge) return [];
  return planned.map((item) => ({
    changeId: item.change.id,
    title: item.change.title,
    group: item.change.group,
    weight: weightOf(item.change),
    diff: item.diff,
    ...judge(item.change.id, item),
  }));
}

type Judge = (changeId: string, deployment: PlannedDeployment) => Verdict;

/** Verdicts for the candidate as proposed and as repaired; `null` where it proposed nothing or was not tried. */
export function judgeBoth(
  { policies, trial }: CandidateToTry,
  managedPolicies: ManagedPolicyTable,
): ((...deployment: Parameters<Judge>) => { readonly asProposed: Verdict; readonly repaired: Verdict }) | null {
  if (!policies || !trial) return null;
  const judge = judgeWith(policies, managedPolicies);
  const judgeRepaired = trial.works ? judge : judgeWith(trial.workingPolicies, managedPolicies);
  return (...deployment) => ({ asProposed: judge(...deployment), repaired: judgeRepaired(...deployment) });
}

function judgeWith(policies: CandidatePolicies, managedPolicies: ManagedPolicyTable): Judge {
  const decide = decideWith(policies, managedPolicies);
  return (changeId, deployment) => judgeChange(changeId, deployment, policies, decide, managedPolicies);
}
