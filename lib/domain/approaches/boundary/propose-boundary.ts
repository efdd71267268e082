import type { PrincipalRole } from "../../deployment/api-call";
import type { DeploymentPlan } from "../../deployment/deployment-plan";
import type { CandidatePolicies, ProvenanceStep, RolePolicies } from "../candidate";
import { noRolePolicies } from "../candidate-shape";
import type { Approach } from "../propose-candidates";
import { buildBoundary } from "./build-boundary";

/** Broad managed policies that together allow nearly everything; the boundary decides what remains of them. */
const broadPolicies = ["PowerUserAccess", "IAMFullAccess"];

/**
 * Broad policies behind a permissions boundary: the identity policies are not narrowed at all, the boundary keeps the
 * role inside the services of a serverless application, the stack's own roles, and away from itself.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_boundaries.html
 */
export const proposeBoundary: Approach = ({ plan }) => ({
  value: {
    approach: "boundary",
    name: "boundary",
    evidence: "simulated",
    policies: bound(plan),
    unavailable: null,
    provenance: tellProvenance(),
    reasons: [
      {
        sid: "ServicesOfServerlessApplications",
        why: "What SAM templates are made of, plus this template's other services.",
      },
      {
        sid: "RolesOfThisStack",
        why: "Roles and policies may be made and changed under the names of this stack only.",
      },
      { sid: "PassRolesOfThisStack", why: "Those roles may be passed on, to the services that assume them." },
      { sid: "KeepThisBoundary", why: "The role must not take its own boundary off or rewrite it." },
    ],
  },
  problems: [],
});

function bound(plan: DeploymentPlan): CandidatePolicies {
  const executionRole = plan.settings.topology === "execution-role" ? boundRole(plan, "execution-role") : null;
  return { ...boundRole(plan, "ci"), executionRole };
}

function boundRole(plan: DeploymentPlan, principal: PrincipalRole): RolePolicies {
  return { ...noRolePolicies, managedPolicies: broadPolicies, boundary: buildBoundary(plan, principal) };
}

function tellProvenance(): readonly ProvenanceStep[] {
  return [
    {
      title: "Broad policies",
      detail: `The AWS managed policies ${broadPolicies.join(" and ")}, attached as they are.`,
      evidence: "simulated",
    },
    {
      title: "Boundary generated",
      detail:
        "From the services and role names of the expanded template; one document, to be attached as permissions boundary.",
      evidence: "simulated",
    },
  ];
}
