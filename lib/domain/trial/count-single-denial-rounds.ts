import type { CandidatePolicies } from "../approaches/candidate";
import type { ApiCall, ApiRequest, Phase } from "../deployment/api-call";
import type { DeploymentPlan } from "../deployment/deployment-plan";
import { type Decide, decideWith } from "./decide";
import { additionMode, fixDenials } from "./fix-denials";
import type { Denial, TrialOptions } from "./trial";

/** A refusal during rollback shows in the same attempt as the one that caused the rollback, so it adds no round. */
const forward: readonly Phase[] = ["package", "changeset", "create", "update", "replace", "delete"];

/**
 * Rounds if each attempt revealed one refusal only, as happens when CloudFormation cancels the siblings of the first
 * resource that fails. Fixes only ever add, so calls once allowed stay allowed: one walk over all calls is enough.
 */
export function countSingleDenialRounds(
  given: CandidatePolicies,
  plan: DeploymentPlan,
  phases: ReadonlySet<Phase>,
  options: TrialOptions,
): number {
  const calls = plan.calls.filter((call) => isForward(call, phases));
  let policies = given;
  let decide = decideWith(policies, options.managedPolicies);
  let rounds = 0;
  for (const call of calls) {
    for (const request of call.checks) {
      const lifted = liftOne(policies, call, request, decide, options);
      if (!lifted) continue;
      rounds += lifted.rounds;
      if (lifted.stopped) return rounds;
      policies = lifted.policies;
      decide = lifted.decide;
    }
  }
  return rounds;
}

function isForward(call: ApiCall, phases: ReadonlySet<Phase>): boolean {
  return forward.includes(call.phase) && phases.has(call.phase) && call.onDenied === "fail" && !call.onlyAfterFailure;
}

interface Lifted {
  readonly rounds: number;
  readonly stopped: boolean;
  readonly policies: CandidatePolicies;
  /** The decisions of these policies. */
  readonly decide: Decide;
}

/** A request may be blocked by the identity policy first and by the boundary after that: two rounds. */
function liftOne(
  given: CandidatePolicies,
  call: ApiCall,
  request: ApiRequest,
  givenDecide: Decide,
  options: TrialOptions,
): Lifted | null {
  let policies = given;
  let decide = givenDecide;
  let decision = decide(request);
  if (decision.decision === "allowed") return null;
  for (const rounds of [1, 2, 3]) {
    const { phase, logicalId, resourceType } = call;
    const denial: Denial = { phase, logicalId, resourceType, request, decision, message: "", effect: "failed" };
    const { fixed, fix } = fixDenials(policies, [denial], additionMode(options.mode), options.managedPolicies);
    if (fix.unliftable.length > 0) return { rounds, stopped: true, policies, decide };
    policies = fixed;
    decide = decideWith(policies, options.managedPolicies);
    decision = decide(request);
    if (decision.decision === "allowed") return { rounds, stopped: false, policies, decide };
  }
  return { rounds: 3, stopped: true, policies, decide };
}
