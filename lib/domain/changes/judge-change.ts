import type { ApiCall, Phase } from "../deployment/api-call";
import type { DeploymentPlan } from "../deployment/deployment-plan";
import type { Decide } from "../trial/decide";
import { tellDenial } from "../trial/denial-message";
import type { Fixed } from "../trial/fix-denials";
import type { Denial } from "../trial/trial";
import type { PlannedDeployment } from "./plan-changes";
import type { Verdict } from "./template-change";

/** What a change of a deployed stack sets in motion, and what a further stack does. */
const phasesOfUpdate: readonly Phase[] = ["package", "changeset", "update", "replace", "rollback", "delete"];
const phasesOfNewStack: readonly Phase[] = ["package", "changeset", "create", "rollback", "delete"];

/** What the policies that are tried say to a request, and the smallest addition to them that lifts denials. */
export interface Judging {
  readonly decide: Decide;
  readonly fixDenials: (denials: readonly Denial[]) => Fixed;
}

/**
 * A change is survived when its deployment, the rollback of it and a later delete meet no denial. A refusal of what is
 * known is certain, whatever else the deployment may bring.
 *
 * @param changeId of a catalogue's change, or a later version's name
 */
export function judgeChange(
  changeId: string,
  { plan, isNewStack, notModelled }: PlannedDeployment,
  { decide, fixDenials }: Judging,
): Verdict {
  const verdict = { changeId, denials: [], fix: null, notModelled };
  if (!plan) return { ...verdict, verdict: "not-applicable" };
  const denials = findDenials(plan, isNewStack, decide);
  if (denials.length === 0) return { ...verdict, verdict: notModelled.length > 0 ? "not-modelled" : "deploys" };
  return { ...verdict, verdict: "fails", denials, fix: fixDenials(denials).fix };
}

function findDenials(plan: DeploymentPlan, isNewStack: boolean, decide: Decide): readonly Denial[] {
  const phases = isNewStack ? phasesOfNewStack : phasesOfUpdate;
  const undone = isNewStack ? "create" : "update";
  const denials: Denial[] = [];
  for (const call of plan.calls) {
    if (!phases.includes(call.phase) || call.onDenied !== "fail") continue;
    if (call.phase !== "rollback" || call.undoes === undone) denials.push(...denialsOf(call, plan, decide));
  }
  return denials;
}

export function denialsOf(call: ApiCall, plan: DeploymentPlan, decide: Decide): readonly Denial[] {
  const { phase, logicalId, resourceType } = call;
  const denials: Denial[] = [];
  for (const request of call.checks) {
    const decision = decide(request);
    if (decision.decision === "allowed") continue;
    const message = tellDenial(request, decision, plan.target, plan.settings);
    denials.push({ phase, logicalId, resourceType, request, decision, message, effect: "failed" });
  }
  return denials;
}
