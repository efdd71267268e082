import type { RolePolicies } from "../approaches/candidate";
import { findManagedPolicies, type ManagedPolicyTable } from "../approaches/managed-policies";
import type { ActionCatalogue } from "../policy/action-catalogue";
import { expandActions, expandNotActions, type KnownAction } from "../policy/action-patterns";
import type { ConditionBlock, PolicyDocument, Statement } from "../policy/policy-document";
import { patternsOverlap } from "../policy/wildcard-sets";

/** How an action is granted. */
export interface GrantedAction {
  /** On every resource. */
  readonly onWildcard: boolean;
  /** Only under conditions. */
  readonly conditional: boolean;
  readonly action: KnownAction;
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
  const boundary = role.boundary ? collectGrants([role.boundary], catalogue, null) : null;
  const identity = collectGrants([...role.policies, ...managed], catalogue, boundary);
  const meetOnce = rememberMeetings();
  const granted = new Map<string, GrantedAction>();
  for (const [name, { action, grants }] of identity) {
    const {
      onWildcard,
      conditional,
      grants: both,
    } = meetOnce(grants, boundary ? (boundary.get(name)?.grants ?? noGrants) : null);
    if (both.length > 0) granted.set(name, { action, onWildcard, conditional, grants: both });
  }
  return granted;
}

/** A list is one object for the same grants, so that what many actions have in common is worked out once. */
type GrantList = readonly Grant[];

const noGrants: GrantList = [];

interface CollectedGrants {
  readonly action: KnownAction;
  readonly grants: GrantList;
}

/** @param within actions that count; `null`: all */
function collectGrants(
  documents: readonly PolicyDocument[],
  catalogue: ActionCatalogue,
  within: ReadonlyMap<string, unknown> | null,
): ReadonlyMap<string, CollectedGrants> {
  const statements = documents.flatMap((document) => document.Statement);
  const grants = new Map<string, CollectedGrants>();
  for (const statement of statements.filter(({ Effect }) => Effect === "Allow")) {
    const grant: Grant = {
      resources: resourcesOf(statement),
      conditions: statement.Condition === undefined ? [] : [statement.Condition],
      statement,
    };
    const longer = new Map<GrantList, GrantList>();
    for (const action of actionsOf(statement, catalogue)) {
      if (within && !within.has(action.name)) continue;
      const before = grants.get(action.name)?.grants ?? noGrants;
      const after = longer.get(before) ?? [...before, grant];
      longer.set(before, after);
      grants.set(action.name, { action, grants: after });
    }
  }
  for (const statement of statements.filter(deniesEverywhere)) {
    for (const action of actionsOf(statement, catalogue)) grants.delete(action.name);
  }
  return grants;
}

/** `NotResource` leaves nearly everything, so it counts as `*`. */
function resourcesOf({ Resource }: Statement): readonly string[] {
  return Resource === undefined ? ["*"] : [Resource].flat();
}

function actionsOf({ Action, NotAction }: Statement, catalogue: ActionCatalogue): readonly KnownAction[] {
  const patterns = [Action ?? NotAction ?? []].flat();
  const key = `${Action === undefined} ${patterns.join(" ")}`;
  const known = expandedOnce.get(catalogue) ?? new Map<string, readonly KnownAction[]>();
  expandedOnce.set(catalogue, known);
  const expand = Action === undefined ? expandNotActions : expandActions;
  const actions = known.get(key) ?? expand(patterns, catalogue);
  if (known.size >= maximumLists) known.clear();
  known.set(key, actions);
  return actions;
}

/** Far more than the wide lists that candidates share; policies with ever new lists start the table afresh. */
const maximumLists = 100;

/** Every candidate of every comparison has the same few wide patterns, and `*` is all of AWS. */
const expandedOnce = new WeakMap<ActionCatalogue, Map<string, readonly KnownAction[]>>();

function deniesEverywhere(statement: Statement): boolean {
  return (
    statement.Effect === "Deny" && statement.Condition === undefined && [statement.Resource ?? []].flat().includes("*")
  );
}

/** What is the same for every action with the same grants. */
type Summary = Omit<GrantedAction, "action">;

/** A boundary of `null` limits nothing. */
function rememberMeetings(): (identity: GrantList, boundary: GrantList | null) => Summary {
  const known = new Map<GrantList, Map<GrantList | null, Summary>>();
  return (identity, boundary) => {
    const ofIdentity = known.get(identity) ?? new Map<GrantList | null, Summary>();
    known.set(identity, ofIdentity);
    const summary = ofIdentity.get(boundary) ?? summarise(boundary ? meetGrants(identity, boundary) : identity);
    ofIdentity.set(boundary, summary);
    return summary;
  };
}

/** Grants that both sides make, each pair on the resources of the narrower one. */
function meetGrants(identity: GrantList, boundary: GrantList): GrantList {
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

function summarise(grants: GrantList): Summary {
  return {
    onWildcard: grants.some((grant) => grant.resources.includes("*")),
    conditional: grants.every((grant) => grant.conditions.length > 0),
    grants,
  };
}
