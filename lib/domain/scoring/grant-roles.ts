import type { CandidatePolicies, RolePolicies } from "../approaches/candidate";
import { findManagedPolicies, type ManagedPolicyTable } from "../approaches/managed-policies";
import { policyQuotas, policySize } from "../policy/size";
import type { Problem, Staged } from "../problem";
import type { GrantedToRoles } from "./action-count";
import type { GrantedOf } from "./remember-granted";

/** What each role of a candidate may do; `null` where one is too large to count, and the problem says which. */
export function grantRoles(
  name: string,
  policies: CandidatePolicies,
  grantedOf: GrantedOf,
  managedPolicies: ManagedPolicyTable,
): Staged<GrantedToRoles | null> {
  const ci = grantedOf(policies);
  if (!ci) return { value: null, problems: [tooLarge(name, "CI role", policies, managedPolicies)] };
  const { executionRole } = policies;
  if (!executionRole) return { value: { ci, executionRole: null }, problems: [] };
  const granted = grantedOf(executionRole);
  if (!granted) return { value: null, problems: [tooLarge(name, "execution role", executionRole, managedPolicies)] };
  return { value: { ci, executionRole: granted }, problems: [] };
}

function tooLarge(name: string, role: string, policies: RolePolicies, managedPolicies: ManagedPolicyTable): Problem {
  const managed = findManagedPolicies(policies.managedPolicies, managedPolicies).value;
  const identity = [...policies.policies, ...managed];
  const characters = identity.reduce((sum, document) => sum + policySize(document), 0);
  const boundary = policies.boundary ? ` and ${policySize(policies.boundary)} in its boundary` : "";
  const { managed: ofManaged, managedPoliciesOfRole, inlineOfRole } = policyQuotas;
  return {
    code: "too-large-to-count",
    severity: "warning",
    message:
      `The ${role} of the candidate ${name} is too large to count what it grants, so the candidate is not scored: it has ` +
      `${characters} characters in ${identity.length} identity policies${boundary}. IAM takes ${managedPoliciesOfRole} managed ` +
      `policies of ${ofManaged} characters and ${inlineOfRole} inline. Shorten its lists of actions and resources.`,
  };
}
