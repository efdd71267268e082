import type { RolePolicies } from "../approaches/candidate";
import { findManagedPolicies, type ManagedPolicyTable } from "../approaches/managed-policies";
import type { ActionCatalogue } from "../policy/action-catalogue";
import { expandActions, expandNotActions } from "../policy/action-patterns";
import type { ConditionBlock, PolicyDocument, Statement } from "../policy/policy-document";
import { patternsOverlap } from "../policy/wildcard-sets";

/** How an action is granted. */
export interface GrantedAction {
  /** On every resource. */
  readonly onWildcard: boolean;
  /** Only under conditions. */
  readonly conditional: boolean;
  readonly grants: readonly Grant[];
}

/** Where statements grant an action: resource patterns, and the conditions that must all hold. */
export interface Grant {
  readonly resources: readonly string[];
  readonly conditions: readonly ConditionBlock[];
  /** The identity statement that grants it. */
  readonly statement: Statement;
}

/**
 * What a role may really do, by action: allowed by an identity policy and, where there is a boundary, by the boundary on
 * an overlapping resource; not denied on every resource without a condition.
 */
export function grantedByRole(
  role: RolePolicies,
  catalogue: ActionCatalogue,
  managedPolicies: ManagedPolicyTable,
): ReadonlyMap<string, GrantedAction> {
  const managed = findManagedPolicies(role.managedPolicies, managedPolicies).value;
  const identity = collectGrants([...role.policies, ...managed], catalogue);
  const boundary = role.boundary ? collectGrants([role.boundary], catalogue) : null;
  const granted = new Map<string, GrantedAction>();
  for (const [action, grants] of identity) {
    const meeting: readonly Grant[] = boundary ? meetGrants(grants, boundary.get(action) ?? []) : grants;
    if (meeting.length > 0) granted.set(action, summarise(meeting));
  }
  return granted;
}

function collectGrants(
  documents: readonly PolicyDocument[],
  catalogue: ActionCatalogue,
): ReadonlyMap<string, readonly Grant[]> {
  const statements = documents.flatMap((document) => document.Statement);
  const grants = new Map<string, Grant[]>();
  for (const statement of statements.filter(({ Effect }) => Effect === "Allow")) {
    const grant: Grant = {
      resources: resourcesOf(statement),
      conditions: statement.Condition === undefined ? [] : [statement.Condition],
      statement,
    };
    for (const action of actionsOf(statement, catalogue)) {
      const known = grants.get(action);
      if (known) known.push(grant);
      else grants.set(action, [grant]);
    }
  }
  for (const statement of statements.filter(deniesEverywhere)) {
    for (const action of actionsOf(statement, catalogue)) grants.delete(action);
  }
  return grants;
}

/** `NotResource` leaves nearly everything, so it counts as `*`. */
function resourcesOf({ Resource }: Statement): readonly string[] {
  return Resource === undefined ? ["*"] : [Resource].flat();
}

function actionsOf({ Action, NotAction }: Statement, catalogue: ActionCatalogue): readonly string[] {
  const patterns = [Action ?? NotAction ?? []].flat();
  const key = `${Action === undefined} ${patterns.join(" ")}`;
  const known = expandedOnce.get(catalogue) ?? new Map<string, readonly string[]>();
  expandedOnce.set(catalogue, known);
  const names = known.get(key) ?? expand(patterns, Action === undefined, catalogue);
  known.set(key, names);
  return names;
}

/** Every candidate of every comparison has the same few wide patterns, and `*` is all of AWS. */
const expandedOnce = new WeakMap<ActionCatalogue, Map<string, readonly string[]>>();

function expand(patterns: readonly string[], negated: boolean, catalogue: ActionCatalogue): readonly string[] {
  const known = negated ? expandNotActions(patterns, catalogue) : expandActions(patterns, catalogue);
  return known.map(({ name }) => name);
}

function deniesEverywhere(statement: Statement): boolean {
  return (
    statement.Effect === "Deny" && statement.Condition === undefined && [statement.Resource ?? []].flat().includes("*")
  );
}

/** Grants that both sides make, each pair on the resources of the narrower one. */
function meetGrants(identity: readonly Grant[], boundary: readonly Grant[]): readonly Grant[] {
  return identity.flatMap((grant) => boundary.flatMap((limit) => meet(grant, limit)));
}

function meet(grant: Grant, limit: Grant): readonly Grant[] {
  const both = { conditions: [...grant.conditions, ...limit.conditions], statement: grant.statement };
  if (grant.resources.includes("*")) return [{ ...both, resources: limit.resources }];
  if (limit.resources.includes("*")) return [{ ...both, resources: grant.resources }];
  const resources = grant.resources.filter((resource) =>
    limit.resources.some((other) => patternsOverlap(resource, other)),
  );
  return resources.length > 0 ? [{ ...both, resources }] : [];
}

function summarise(grants: readonly Grant[]): GrantedAction {
  return {
    onWildcard: grants.some((grant) => grant.resources.includes("*")),
    conditional: grants.every((grant) => grant.conditions.length > 0),
    grants,
  };
}
