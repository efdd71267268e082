import type { Candidate } from "../approaches/candidate";
import type { ManagedPolicyTable } from "../approaches/managed-policies";
import type { ChangeOutcome, NextVersionOutcome } from "../changes/template-change";
import type { DeploymentPlan } from "../deployment/deployment-plan";
import type { ActionCatalogue } from "../policy/action-catalogue";
import type { Staged } from "../problem";
import { decideWith } from "../trial/decide";
import type { Trial } from "../trial/trial";
import { countActions, type GrantedToRoles } from "./action-count";
import { scoreExposure } from "./exposure/score-exposure";
import { grantRoles } from "./grant-roles";
import { measureReadability } from "./readability";
import { rememberGranted } from "./remember-granted";
import { scoreResilience } from "./resilience";
import type { Scores } from "./scores";
import { type OwnTimes, timeModelWith } from "./time-model";
import { scoreTimeToWorking } from "./time-to-working";

/** All scores of a candidate that has been tried; `null` for one that proposed nothing or is too large to count. */
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
  if (!proposed.value || !repaired.value) {
    return { value: null, problems: proposed.value ? repaired.problems : proposed.problems };
  }
  const count = (counted: typeof policies, granted: GrantedToRoles) => {
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
  const asProposed = count(policies, proposed.value);
  const read = (shown: typeof policies) => measureReadability(shown, managedPolicies);
  const scores: Scores = {
    timeToWorking: scoreTimeToWorking(candidate, trial, plan.resources, timeModelWith(ownTimes.ofRun, ownTimes.ofTeam)),
    actionCount: { asProposed, repaired: trial.works ? asProposed : count(trial.workingPolicies, repaired.value) },
    resilience: {
      asProposed: scoreResilience(changes, nextVersions, "asProposed"),
      repaired: scoreResilience(changes, nextVersions, "repaired"),
    },
    exposure: scoreExposure(policies, plan, proposed.value.ci),
    readability: { asProposed: read(policies), repaired: read(trial.workingPolicies) },
  };
  return { value: scores, problems: [] };
}
