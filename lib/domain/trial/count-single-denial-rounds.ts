import type { ApiCall, ApiRequest, Phase } from "../deployment/api-call";
import type { DeploymentPlan } from "../deployment/deployment-plan";
import { type AdditionMode, groupNeeds, startCollecting } from "../policy/needed-grants";
import { newStatement } from "../policy/new-statement";
import type { GrowingDecisions } from "./growing-decisions";

/** A refusal during rollback shows in the same attempt as the one that caused the rollback, so it adds no round. */
const forward: readonly Phase[] = ["package", "changeset", "create", "update", "replace", "delete"];

/**
 * Rounds if each attempt revealed one refusal only, as happens when CloudFormation cancels the siblings of the first
 * resource that fails. Fixes only ever add, so calls once allowed stay allowed: one walk over all calls is enough.
 *
 * @param decisions of the candidate as given; they grow with each fix
 */
export function countSingleDenialRounds(
  decisions: GrowingDecisions,
  plan: DeploymentPlan,
  phases: ReadonlySet<Phase>,
  mode: AdditionMode,
): number {
  let rounds = 0;
  for (const call of plan.calls.filter((one) => isForward(one, phases))) {
    for (const request of call.checks) {
      const lifted = liftOne(decisions, request, mode);
      rounds += lifted.rounds;
      if (!lifted.isAllowed) return rounds;
    }
  }
  return rounds;
}

function isForward(call: ApiCall, phases: ReadonlySet<Phase>): boolean {
  return forward.includes(call.phase) && phases.has(call.phase) && call.onDenied === "fail" && !call.onlyAfterFailure;
}

/** A request may be blocked by the identity policy first and by the boundary after that: two rounds. */
const mostRounds = 3;

/** Refusals that are met until the request is allowed, or until no addition helps. */
export function liftOne(
  { decide, policiesOf, add }: GrowingDecisions,
  request: ApiRequest,
  mode: AdditionMode,
): { readonly rounds: number; readonly isAllowed: boolean } {
  const role = request.principal;
  for (let rounds = 0; ; rounds++) {
    if (decide(request).decision === "allowed") return { rounds, isAllowed: true };
    if (rounds === mostRounds) return { rounds, isAllowed: false };
    const { identity, boundary, notLiftable } = startCollecting(policiesOf(role), mode)([request]);
    if (notLiftable.length > 0) return { rounds: rounds + 1, isAllowed: false };
    add([
      ...groupNeeds(identity).map(
        (group) => ({ role, policyType: "identity", statement: newStatement(group) }) as const,
      ),
      ...groupNeeds(boundary).map(
        (group) => ({ role, policyType: "boundary", statement: newStatement(group) }) as const,
      ),
    ]);
  }
}
