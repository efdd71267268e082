import type { ApiCall, ApiRequest, Phase } from "../deployment/api-call";
import type { DeploymentPlan } from "../deployment/deployment-plan";
import type { Decision } from "../policy/decision";
import type { Decide } from "../trial/decide";
import { tellDenial } from "../trial/denial-message";
import type { Fixed } from "../trial/fix-denials";
import type { Denial } from "../trial/trial";
import type { PlannedDeployment } from "./plan-changes";
import type { Verdict } from "./template-change";

/** What a change of a deployed stack sets in motion, and what a further stack does. */
const phasesOfUpdate: readonly Phase[] = ["package", "changeset", "update", "replace", "rollback", "delete"];
const phasesOfNewStack: readonly Phase[] = ["package", "changeset", "create", "rollback", "delete"];

/** What the policies that are tried say to a request, how a refusal is told, and the smallest addition that lifts refusals. */
export interface Judging {
  readonly decide: Decide;
  readonly tell: TellDenial;
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
  judging: Judging,
): Verdict {
  const verdict = { changeId, denials: [], fix: null, notModelled };
  if (!plan) return { ...verdict, verdict: "not-applicable" };
  const denials = findDenials(isNewStack ? callsOfNewStack(plan) : callsOfUpdate(plan), plan, judging);
  if (denials.length === 0) return { ...verdict, verdict: notModelled.length > 0 ? "not-modelled" : "deploys" };
  return { ...verdict, verdict: "fails", denials, fix: judging.fixDenials(denials).fix };
}

function callsOfUpdate({ calls }: DeploymentPlan): readonly ApiCall[] {
  return calls.filter(
    ({ phase, onDenied, undoes }) =>
      onDenied === "fail" && phasesOfUpdate.includes(phase) && (phase !== "rollback" || undoes === "update"),
  );
}

function callsOfNewStack({ calls }: DeploymentPlan): readonly ApiCall[] {
  return calls.filter(
    ({ phase, onDenied, undoes }) =>
      onDenied === "fail" && phasesOfNewStack.includes(phase) && (phase !== "rollback" || undoes === "create"),
  );
}

/** The denials of calls that belong to the plan, in their order. */
export function findDenials(
  calls: readonly ApiCall[],
  plan: DeploymentPlan,
  { decide, tell }: Pick<Judging, "decide" | "tell">,
): readonly Denial[] {
  const denials: Denial[] = [];
  for (const call of calls) {
    for (const request of call.checks) {
      const decision = decide(request);
      if (decision.decision !== "allowed") denials.push(tell(call, request, decision, plan));
    }
  }
  return denials;
}

export type TellDenial = (call: ApiCall, request: ApiRequest, decision: Decision, plan: DeploymentPlan) => Denial;

/**
 * The denials of one set of policies. Deployments of the same stack share the requests of calls that are the same in them;
 * each is told once, and kept as long as the reports that hold it. Requests with the same key are refused in the same words.
 */
export function startTelling(): TellDenial {
  const told = new Map<ApiRequest, Denial>();
  const messages = new Map<string, string>();
  return ({ phase, logicalId, resourceType }, request, decision, { target, settings }) => {
    const known = told.get(request);
    if (known) return known;
    const message = messages.get(request.key) ?? tellDenial(request, decision, target, settings);
    messages.set(request.key, message);
    const denial: Denial = { phase, logicalId, resourceType, request, decision, message, effect: "failed" };
    told.set(request, denial);
    return denial;
  };
}
