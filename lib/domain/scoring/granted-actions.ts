import type { RolePolicies } from "../approaches/candidate";
import { findManagedPolicies, type ManagedPolicyTable } from "../approaches/managed-policies";
import type { ActionCatalogue } from "../policy/action-catalogue";
import { actionTableOf, type KnownAction } from "../policy/action-table";
import { allowSteps, type StepBudget } from "../policy/step-budget";
import { collectGrants, noGrants } from "./collect-grants";
import type { Grant, GrantList } from "./grant";
import { meetGrants } from "./meet-grants";
import { mostSteps } from "./most-steps";

/** How an action is granted. */
export interface GrantedAction {
  /** On every resource. */
  readonly onWildcard: boolean;
  /** Only under conditions. */
  readonly conditional: boolean;
  readonly action: KnownAction;
  readonly grants: readonly Grant[];
}

/** What a role may really do, by action; `null` where the role is too large to count. */
export type Granted = ReadonlyMap<string, GrantedAction> | null;

/**
 * What a role may really do, by action: allowed by an identity policy and, where there is a boundary, by the boundary on
 * an overlapping resource; not denied on every resource without a condition. `null` when that takes more than `steps`.
 */
export function grantedByRole(
  role: RolePolicies,
  catalogue: ActionCatalogue,
  managedPolicies: ManagedPolicyTable,
  steps: StepBudget = allowSteps(mostSteps),
): Granted {
  const table = actionTableOf(catalogue);
  const managed = findManagedPolicies(role.managedPolicies, managedPolicies).value;
  const identity = collectGrants([...role.policies, ...managed], table, steps);
  const boundary = role.boundary ? collectGrants([role.boundary], table, steps) : null;
  if (!identity || (role.boundary && !boundary)) return null;
  const meetOnce = rememberMeetings(steps);
  const granted = new Map<string, GrantedAction>();
  for (let position = 0; position < identity.length; position++) {
    const action = table.actions[position];
    const grants = identity[position];
    if (!action || !grants || grants.length === 0) continue;
    const summary = meetOnce(grants, boundary ? (boundary[position] ?? noGrants) : null);
    if (!summary) return null;
    if (summary.grants.length > 0) granted.set(action.name, { action, ...summary });
  }
  return granted;
}

/** What is the same for every action with the same grants. */
type Summary = Omit<GrantedAction, "action">;

/** A boundary of `null` limits nothing; the answer is `null` when the steps do not suffice. */
function rememberMeetings(steps: StepBudget): (identity: GrantList, boundary: GrantList | null) => Summary | null {
  const known = new Map<GrantList, Map<GrantList | null, Summary>>();
  return (identity, boundary) => {
    const ofIdentity = known.get(identity) ?? new Map<GrantList | null, Summary>();
    known.set(identity, ofIdentity);
    const remembered = ofIdentity.get(boundary);
    if (remembered) return remembered;
    const grants = boundary ? meetGrants(identity, boundary, steps) : identity;
    if (!grants || !steps.take(grants.reduce((sum, grant) => sum + grant.resources.length, 0))) return null;
    const summary = summarise(grants);
    ofIdentity.set(boundary, summary);
    return summary;
  };
}

function summarise(grants: GrantList): Summary {
  return {
    onWildcard: grants.some((grant) => grant.resources.includes("*")),
    conditional: grants.every((grant) => grant.conditions.length > 0),
    grants,
  };
}
