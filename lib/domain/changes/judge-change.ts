import type { CandidatePolicies } from "../approaches/candidate";
import type { ManagedPolicyTable } from "../approaches/managed-policies";
import type { ApiCall, Phase } from "../deployment/api-call";
import type { DeploymentPlan } from "../deployment/deployment-plan";
import type { Decide } from "../trial/decide";
import { tellDenial } from "../trial/denial-message";
import { fixDenials } from "../trial/fix-denials";
import type { Denial } from "../trial/trial";
import type { PlannedChange } from "./plan-changes";
import type { Verdict } from "./template-change";

/** What a change of a deployed stack sets in motion, and what a further stack does. */
const phasesOfUpdate: readonly Phase[] = ["package", "changeset", "update", "replace", "rollback", "delete"];
const phasesOfNewStack: readonly Phase[] = ["package", "changeset", "create", "rollback", "delete"];

/**
 * A change is survived when its deployment, the rollback of it and a later delete meet no denial.
 *
 * @param decide the decisions of the same policies
 */
export function judgeChange(
  { change, plan, isNewStack, notModelled }: PlannedChange,
  policies: CandidatePolicies,
  decide: Decide,
  managedPolicies: ManagedPolicyTable,
): Verdict {
  const verdict = { changeId: change.id, denials: [], fix: null, notModelled };
  if (!plan) return { ...verdict, verdict: "not-applicable" };
  if (notModelled.length > 0) return { ...verdict, verdict: "not-modelled" };
  const denials = findDenials(plan, isNewStack, decide);
  if (denials.length === 0) return { ...verdict, verdict: "deploys" };
  return {
    ...verdict,
    verdict: "fails",
    denials,
    fix: fixDenials(policies, denials, "generalised", managedPolicies).fix,
  };
}

function findDenials(plan: DeploymentPlan, isNewStack: boolean, decide: Decide): readonly Denial[] {
  const phases = isNewStack ? phasesOfNewStack : phasesOfUpdate;
  return plan.calls
    .filter((call) => phases.includes(call.phase) && call.onDenied === "fail")
    .filter((call) => call.phase !== "rollback" || call.undoes === (isNewStack ? "create" : "update"))
    .flatMap((call) => denialsOf(call, plan, decide));
}

function denialsOf(call: ApiCall, plan: DeploymentPlan, decide: Decide): readonly Denial[] {
  const { phase, logicalId, resourceType } = call;
  return call.checks.flatMap((request) => {
    const decision = decide(request);
    if (decision.decision === "allowed") return [];
    const message = tellDenial(request, decision, plan.target, plan.settings);
    return [{ phase, logicalId, resourceType, request, decision, message, effect: "failed" as const }];
  });
}
