import type { CandidatePolicies, RolePolicies } from "../approaches/candidate";
import type { ManagedPolicyTable } from "../approaches/managed-policies";
import type { GrantedAction } from "./granted-actions";
import type { GrantedOf } from "./remember-granted";
import { tellTooLarge } from "./tell-too-large";

/** What the roles of a candidate may do. */
export interface GrantedToRoles {
  readonly ci: ReadonlyMap<string, GrantedAction>;
  readonly executionRole: ReadonlyMap<string, GrantedAction> | null;
}

/** What each role of a candidate may do, or a sentence on which of them is too large to count. */
export type GrantedOrGap =
  | { readonly granted: GrantedToRoles; readonly gap: null }
  | { readonly granted: null; readonly gap: string };

export function grantRoles(
  name: string,
  policies: CandidatePolicies,
  grantedOf: GrantedOf,
  managedPolicies: ManagedPolicyTable,
): GrantedOrGap {
  const tell = (role: string, of: RolePolicies): GrantedOrGap => ({
    granted: null,
    gap: tellTooLarge("count what it grants", name, role, of, managedPolicies),
  });
  const ci = grantedOf(policies);
  if (!ci) return tell("CI role", policies);
  const { executionRole } = policies;
  if (!executionRole) return { granted: { ci, executionRole: null }, gap: null };
  const granted = grantedOf(executionRole);
  return granted ? { granted: { ci, executionRole: granted }, gap: null } : tell("execution role", executionRole);
}
