import type { RolePolicies } from "../approaches/candidate";
import { findManagedPolicies, type ManagedPolicyTable } from "../approaches/managed-policies";
import type { ActionCatalogue } from "../policy/action-catalogue";
import type { PolicyDocument } from "../policy/policy-document";
import { type Granted, grantedByRole } from "./granted-actions";

/** {@link grantedByRole} with the tables bound; the same role is worked out once. */
export type GrantedOf = (role: RolePolicies) => Granted;

export function rememberGranted(catalogue: ActionCatalogue, managedPolicies: ManagedPolicyTable): GrantedOf {
  const ofRoles: Remembered = new WeakMap();
  const ofAttached = attachedOnce.get(catalogue) ?? new WeakMap();
  attachedOnce.set(catalogue, ofAttached);
  return (role) => {
    const attached = findOnlyAttached(role, managedPolicies);
    const remembered = attached ? ofAttached : ofRoles;
    const known = remembered.get(attached ?? role);
    if (known !== undefined) return known;
    const granted = grantedByRole(role, catalogue, managedPolicies);
    remembered.set(attached ?? role, granted);
    return granted;
  };
}

/** By role, or by the document that is all that the role has. */
type Remembered = WeakMap<RolePolicies | PolicyDocument, Granted>;

/** AdministratorAccess is in every comparison, with every action of AWS. */
const attachedOnce = new WeakMap<ActionCatalogue, Remembered>();

/** The document of a role with one managed policy and nothing else; it is the table's own object. */
function findOnlyAttached(role: RolePolicies, managedPolicies: ManagedPolicyTable): PolicyDocument | null {
  if (role.policies.length > 0 || role.boundary) return null;
  const [only, ...others] = findManagedPolicies(role.managedPolicies, managedPolicies).value;
  return only && others.length === 0 ? only : null;
}
