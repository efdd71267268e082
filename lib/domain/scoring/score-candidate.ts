import type { Candidate } from "../approaches/candidate";
import type { ManagedPolicyTable } from "../approaches/managed-policies";
import type { ChangeOutcome, NextVersionOutcome } from "../changes/template-change";
import type { DeploymentPlan } from "../deployment/deployment-plan";
import type { ActionCatalogue } from "../policy/action-catalogue";
import type { Problem, Staged } from "../problem";
import { decideWith } from "../trial/decide";
import type { Trial } from "../trial/trial";
import { countActions } from "./action-count";
import { scoreExposure } from "./exposure/score-exposure";
import { type GrantedOrGap, grantRoles } from "./grant-roles";
import { measureReadability } from "./readability";
import { rememberGranted } from "./remember-granted";
import { scoreResilience } from "./resilience";
import type { Scores } from "./scores";
import { type OwnTimes, timeModelWith } from "./time-model";
import { scoreTimeToWorking } from "./time-to-working";

/**
 * All scores of a candidate that has been tried; `null` for one that proposed nothing. What a role is too large for stays
 * open in the scores, with a problem that says so.
 */
export function scoreCandidate(
  candidate: Candidate & {
    readonly trial: Trial | null;
    readonly changes: readonly ChangeOutcome[];
    readonly nextVersions: readonly NextVersionOutcome[];
  },
  plan: DeploymentPlan,
  data: { readonly actions: ActionCatalogue; readonly managedPolicies: ManagedPolicyTable },
  ownTimes: { readonly ofRun?: OwnTimes | undefined; readonly ofTeam?: OwnTimes | undefined } = {},
): Staged<Scores | null> {
  const { policies, trial, changes, nextVersions } = candidate;
  if (!policies || !trial) return { value: null, problems: [] };
  const { actions, managedPolicies } = data;
  // What the CLI passes over when it is refused is not needed.
  const requests = plan.calls.filter((call) => call.onDenied !== "ignored").flatMap((call) => call.checks);
  const grantedOf = rememberGranted(actions, managedPolicies);
  const grant = (granting: typeof policies) => grantRoles(candidate.name, granting, grantedOf, managedPolicies);
  const proposed = grant(policies);
  const repaired = trial.works ? proposed : grant(trial.workingPolicies);
  const count = (counted: typeof policies, granted: GrantedOrGap) => {
    const decide = decideWith(counted, managedPolicies);
    return countActions(
      counted,
      requests,
      (request) => decide(request).decision === "allowed",
      granted,
      actions,
      managedPolicies,
    );
  };
  const asProposed = count(policies, proposed);
  const read = (shown: typeof policies) => measureReadability(shown, managedPolicies);
  const scores: Scores = {
    timeToWorking: scoreTimeToWorking(candidate, trial, plan.resources, timeModelWith(ownTimes.ofRun, ownTimes.ofTeam)),
    actionCount: { asProposed, repaired: trial.works ? asProposed : count(trial.workingPolicies, repaired) },
    resilience: {
      asProposed: scoreResilience(changes, nextVersions, "asProposed"),
      repaired: scoreResilience(changes, nextVersions, "repaired"),
    },
    exposure: scoreExposure(candidate.name, policies, plan, data),
    readability: { asProposed: read(policies), repaired: read(trial.workingPolicies) },
  };
  return {
    value: scores,
    problems: tellGaps(candidate.name, [proposed.gap ?? repaired.gap, scores.exposure.gap ?? null]),
  };
}

function tellGaps(candidate: string, gaps: readonly (string | null)[]): readonly Problem[] {
  return gaps
    .filter((gap) => gap !== null)
    .map((message) => ({ code: "too-large-to-count", severity: "warning", candidate, message }));
}
