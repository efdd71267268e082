import type { ApiCall, CloudTrailEvent, Phase, PrincipalRole } from "../../deployment/api-call";
import type { DeploymentPlan } from "../../deployment/deployment-plan";

/** What a team has typically run before it asks for a policy: one first deployment and one update. */
export const observedPhases: readonly Phase[] = ["package", "changeset", "create", "update"];

/** An action that the principal was seen (or, for data events, not seen) to use. */
export interface ObservedEvent extends Pick<CloudTrailEvent, "category" | "names"> {
  readonly action: string;
}

/** The events that CloudTrail attributes to the principal; the checks inside a call leave none of their own. */
export function observeEvents(plan: DeploymentPlan, principal: PrincipalRole): readonly ObservedEvent[] {
  return plan.calls
    .filter((call) => observedPhases.includes(call.phase) && !call.onlyAfterFailure)
    .flatMap((call) => toEvent(call, principal));
}

function toEvent(call: ApiCall, principal: PrincipalRole): readonly ObservedEvent[] {
  const [check] = call.checks;
  if (!call.cloudTrail || !check || check.principal !== principal) return [];
  const { category, names } = call.cloudTrail;
  return [{ action: check.action, category, names }];
}
