import type { CandidatePolicies } from "../../approaches/candidate";
import type { DeploymentPlan } from "../../deployment/deployment-plan";
import type { GrantedAction } from "../granted-actions";
import type { Exposure, ExposurePath } from "../scores";
import { findEscalations } from "./escalations";
import { findPassRoleToAnyService } from "./pass-role-to-any-service";
import { findRolesWithoutBoundary } from "./roles-without-boundary";
import { findWideTrust } from "./wide-trust";

/** What an exposure rule looks at: one role of the candidate, as it really is. */
export interface ExposedRole {
  readonly arn: string;
  readonly granted: ReadonlyMap<string, GrantedAction>;
  readonly policies: CandidatePolicies;
}

export type ExposureRule = (role: ExposedRole) => readonly ExposurePath[];

/** Rules in the order in which they are shown. */
const rules: readonly ExposureRule[] = [
  findEscalations,
  findPassRoleToAnyService,
  findRolesWithoutBoundary,
  findWideTrust,
];

/** What someone who holds the CI role could reach beyond the deployment. */
export function scoreExposure(
  policies: CandidatePolicies,
  plan: DeploymentPlan,
  granted: ReadonlyMap<string, GrantedAction>,
): Exposure {
  const { target, settings } = plan;
  const role: ExposedRole = {
    arn: `arn:${target.partition}:iam::${target.account}:role/${settings.ciRoleName}`,
    granted,
    policies,
  };
  return { paths: rules.flatMap((rule) => rule(role)) };
}
