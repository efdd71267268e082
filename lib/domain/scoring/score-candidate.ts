import type { Candidate } from "../approaches/candidate";
import type { ManagedPolicyTable } from "../approaches/managed-policies";
import type { ChangeOutcome } from "../changes/template-change";
import type { DeploymentPlan } from "../deployment/deployment-plan";
import type { ActionCatalogue } from "../policy/action-catalogue";
import { decideWith } from "../trial/decide";
import type { Trial } from "../trial/trial";
import { countActions } from "./action-count";
import { scoreExposure } from "./exposure/score-exposure";
import { measureReadability } from "./readability";
import { rememberGranted } from "./remember-granted";
import { scoreResilience } from "./resilience";
import type { Scores } from "./scores";
import { type OwnTimes, timeModelWith } from "./time-model";
import { scoreTimeToWorking } from "./time-to-working";

/** All scores of a candidate that has been tried; `null` for one that proposed nothing. */
export function scoreCandidate(
  candidate: Candidate & { readonly trial: Trial | null; readonly changes: readonly ChangeOutcome[] },
  plan: DeploymentPlan,
  data: { readonly actions: ActionCatalogue; readonly managedPolicies: ManagedPolicyTable },
  ownTimes: { readonly ofRun?: OwnTimes | undefined; readonly ofTeam?: OwnTimes | undefined } = {},
): Scores | null {
  const { policies, trial, changes } = candidate;
  if (!policies || !trial) return null;
  const { actions, managedPolicies } = data;
  // What the CLI passes over when it is refused is not needed.
  const requests = plan.calls.filter((call) => call.onDenied !== "ignored").flatMap((call) => call.checks);
  const grantedOf = rememberGranted(actions, managedPolicies);
  const count = (counted: typeof policies) => {
    const decide = decideWith(counted, managedPolicies);
    return countActions(
      counted,
      requests,
      (request) => decide(request).decision === "allowed",
      grantedOf,
      actions,
      managedPolicies,
    );
  };
  const asProposed = count(policies);
  const read = (shown: typeof policies) => measureReadability(shown, managedPolicies);
  return {
    timeToWorking: scoreTimeToWorking(candidate, trial, plan.resources, timeModelWith(ownTimes.ofRun, ownTimes.ofTeam)),
    actionCount: { asProposed, repaired: trial.works ? asProposed : count(trial.workingPolicies) },
    resilience: { asProposed: scoreResilience(changes, "asProposed"), repaired: scoreResilience(changes, "repaired") },
    exposure: scoreExposure(policies, plan, grantedOf),
    readability: { asProposed: read(policies), repaired: read(trial.workingPolicies) },
  };
}
