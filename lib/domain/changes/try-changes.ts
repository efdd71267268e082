import type { CandidatePolicies } from "../approaches/candidate";
import type { ManagedPolicyTable } from "../approaches/managed-policies";
import { decideWith } from "../trial/decide";
import type { Trial } from "../trial/trial";
import { judgeChange } from "./judge-change";
import type { PlannedChange } from "./plan-changes";
import type { ChangeOutcome, Verdict } from "./template-change";
import { weightOf } from "./weights";

/** Every change tried with the policies as proposed, and with those that the candidate's trial ended with. */
export function tryChanges(
  planned: readonly PlannedChange[],
  candidate: { readonly policies: CandidatePolicies | null; readonly trial: Trial | null },
  managedPolicies: ManagedPolicyTable,
): readonly ChangeOutcome[] {
  const { policies, trial } = candidate;
  if (!policies || !trial) return [];
  const judge = judgeWith(policies, managedPolicies);
  const judgeRepaired = trial.works ? judge : judgeWith(trial.workingPolicies, managedPolicies);
  return planned.map((item) => ({
    changeId: item.change.id,
    title: item.change.title,
    group: item.change.group,
    weight: weightOf(item.change),
    diff: item.diff,
    asProposed: judge(item),
    repaired: judgeRepaired(item),
  }));
}

function judgeWith(policies: CandidatePolicies, managedPolicies: ManagedPolicyTable): (item: PlannedChange) => Verdict {
  const decide = decideWith(policies, managedPolicies);
  return (item) => judgeChange(item, policies, decide, managedPolicies);
}
