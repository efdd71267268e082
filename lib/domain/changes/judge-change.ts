import type { CandidatePolicies } from "../approaches/candidate";
import type { ManagedPolicyTable } from "../approaches/managed-policies";
import type { ApiCall, Phase } from "../deployment/api-call";
import type { DeploymentPlan } from "../deployment/deployment-plan";
import type { Decide } from "../trial/decide";
import { tellDenial } from "../trial/denial-message";
import { fixDenials } from "../trial/fix-denials";
import type { Denial } from "../trial/trial";
import type { PlannedDeployment } from "./plan-changes";
import type { Verdict } from "./template-change";

/** What a change of a deployed stack sets in motion, and what a further stack does. */
const phasesOfUpdate: readonly Phase[] = ["package", "changeset", "update", "replace", "rollback", "delete"];
const phasesOfNewStack: readonly Phase[] = ["package", "changeset", "create", "rollback", "delete"];

/**
 * A change is survived when its deployment, the rollback of it and a later delete meet no denial. A refusal of what is
 * known is certain, whatever else the deployment may bring.
 *
 * @param changeId of a catalogue's change, or a later version's name
 * @param decide the decisions of the same policies
 */
export function judgeChange(
  changeId: string,
  { plan, isNewStack, notModelled }: PlannedDeployment,
  policies: CandidatePolicies,
  decide: Decide,
  managedPolicies: ManagedPolicyTable,
): Verdict {
  const verdict = { changeId, denials: [], fix: null, notModelled };
  if (!plan) return { ...verdict, verdict: "not-applicable" };
  const denials = findDenials(plan, isNewStack, decide);
  if (denials.length === 0) return { ...verdict, verdict: notModelled.length > 0 ? "not-modelled" : "deploys" };
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

export function denialsOf(call: ApiCall, plan: DeploymentPlan, decide: Decide): readonly Denial[] {
  const { phase, logicalId, resourceType } = call;
  return call.checks.flatMap((request) => {
    const decision = decide(request);
    if (decision.decision === "allowed") return [];
    const message = tellDenial(request, decision, plan.target, plan.settings);
    return [{ phase, logicalId, resourceType, request, decision, message, effect: "failed" as const }];
  });
}
