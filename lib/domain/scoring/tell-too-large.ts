import type { RolePolicies } from "../approaches/candidate";
import { findManagedPolicies, type ManagedPolicyTable } from "../approaches/managed-policies";
import { policyQuotas, policySize } from "../policy/size";

/**
 * Why a figure of a role is missing, with the role's size and IAM's.
 *
 * @param purpose what it is too large for, as in "count what it grants"
 * @param role as in "CI role"
 */
export function tellTooLarge(
  purpose: string,
  candidate: string,
  role: string,
  policies: RolePolicies,
  managedPolicies: ManagedPolicyTable,
): string {
  const managed = findManagedPolicies(policies.managedPolicies, managedPolicies).value;
  const identity = [...policies.policies, ...managed];
  const characters = identity.reduce((sum, document) => sum + policySize(document), 0);
  const documents = `${identity.length} identity ${identity.length === 1 ? "policy" : "policies"}`;
  const boundary = policies.boundary ? ` and ${policySize(policies.boundary)} in its boundary` : "";
  const { managed: ofManaged, managedPoliciesOfRole, inlineOfRole } = policyQuotas;
  return (
    `The ${role} of the candidate ${candidate} is too large to ${purpose}: it has ${characters} characters in ` +
    `${documents}${boundary}. IAM takes ${managedPoliciesOfRole} managed policies of ${ofManaged} ` +
    `characters and ${inlineOfRole} inline. Shorten its lists of actions and resources.`
  );
}
