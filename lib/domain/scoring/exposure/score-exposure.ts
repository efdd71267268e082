import type { CandidatePolicies } from "../../approaches/candidate";
import type { ManagedPolicyTable } from "../../approaches/managed-policies";
import type { DeploymentPlan } from "../../deployment/deployment-plan";
import type { ActionCatalogue } from "../../policy/action-catalogue";
import { narrowCatalogue } from "../../policy/narrow-catalogue";
import type { GrantedAction } from "../granted-actions";
import { rememberGranted } from "../remember-granted";
import type { Exposure, ExposurePath } from "../scores";
import { tellTooLarge } from "../tell-too-large";
import { escalations } from "./escalations";
import { passRoleToAnyService } from "./pass-role-to-any-service";
import { rolesWithoutBoundary } from "./roles-without-boundary";
import { wideTrust } from "./wide-trust";

/** What an exposure rule looks at: one role of the candidate, as it really is. */
export interface ExposedRole {
  readonly arn: string;
  /** What the role may do of all that any rule looks at. */
  readonly granted: ReadonlyMap<string, GrantedAction>;
  readonly policies: CandidatePolicies;
}

export interface ExposureRule {
  /** The actions whose grants it looks at. */
  readonly actions: readonly string[];
  readonly find: (role: ExposedRole) => readonly ExposurePath[];
}

/** Rules in the order in which they are shown. */
const rules: readonly ExposureRule[] = [escalations, passRoleToAnyService, rolesWithoutBoundary, wideTrust];

/**
 * What someone who holds the CI role could reach beyond the deployment. Only the actions that rules look at are worked
 * out: a role that is too large for all of AWS is mostly not too large for these.
 */
export function scoreExposure(
  name: string,
  policies: CandidatePolicies,
  plan: DeploymentPlan,
  data: { readonly actions: ActionCatalogue; readonly managedPolicies: ManagedPolicyTable },
): Exposure {
  const granted = rememberGranted(exposedActions(data.actions), data.managedPolicies)(policies);
  const { target, settings } = plan;
  const role: ExposedRole = {
    arn: `arn:${target.partition}:iam::${target.account}:role/${settings.ciRoleName}`,
    granted: granted ?? new Map(),
    policies,
  };
  const asked = granted ? rules : rules.filter(({ actions }) => actions.length === 0);
  const purpose = "look for all paths in";
  return {
    paths: asked.flatMap(({ find }) => find(role)),
    gap: granted ? null : tellTooLarge(purpose, name, "CI role", policies, data.managedPolicies),
  };
}

function exposedActions(catalogue: ActionCatalogue): ActionCatalogue {
  const exposed =
    exposedOnce.get(catalogue) ??
    narrowCatalogue(
      catalogue,
      rules.flatMap(({ actions }) => actions),
    );
  exposedOnce.set(catalogue, exposed);
  return exposed;
}

const exposedOnce = new WeakMap<ActionCatalogue, ActionCatalogue>();
