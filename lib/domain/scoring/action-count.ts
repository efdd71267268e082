import type { CandidatePolicies, RolePolicies } from "../approaches/candidate";
import { findManagedPolicies, type ManagedPolicyTable } from "../approaches/managed-policies";
import type { ApiRequest } from "../deployment/api-call";
import type { ActionCatalogue } from "../policy/action-catalogue";
import { findAction } from "../policy/action-patterns";
import type { PolicyDocument } from "../policy/policy-document";
import { policySize } from "../policy/size";
import type { GrantedOrGap, GrantedToRoles } from "./grant-roles";
import type { ActionCount, ActionGroup, ActionLists } from "./scores";
import { type CountedAction, groupActions, summariseGranted } from "./summarise-granted";

/**
 * Distinct actions over all roles of a candidate; the design defines each figure.
 *
 * @param requests every check of every phase
 * @param isAllowed whether the candidate allows the check
 * @param grantedOrGap without what is granted, the figures that hang on it stay open
 */
export function countActions(
  policies: CandidatePolicies,
  requests: readonly ApiRequest[],
  isAllowed: (request: ApiRequest) => boolean,
  { granted, gap }: GrantedOrGap,
  catalogue: ActionCatalogue,
  managedPolicies: ManagedPolicyTable,
): ActionCount {
  const roles = [policies, ...(policies.executionRole ? [policies.executionRole] : [])];
  const documents = roles.flatMap((role) => documentsOf(role, managedPolicies));
  const needed = distinct(requests.map((request) => request.action));
  const missing = distinct(requests.filter((request) => !isAllowed(request)).map((request) => request.action));
  const listed = listActions(documents);
  const notExisting = listed.filter((action) => !/[*?]/.test(action) && !findAction(action, catalogue));
  const counted = granted ? countGranted(granted, needed) : notCounted;
  return {
    listed: listed.length,
    needed: needed.length,
    missing: missing.length,
    notExisting: notExisting.length,
    ...measure(documents),
    ...counted,
    gap,
    lists: { needed, missing, notExisting, ...counted.lists },
  };
}

/** The part of the count that hangs on what is granted. */
type GrantedCount = Pick<ActionCount, "granted" | "excess" | "conditional" | "onWildcard"> & {
  readonly lists: Pick<ActionLists, "onWildcard" | "excess">;
};

const notCounted: GrantedCount = {
  granted: null,
  excess: null,
  conditional: null,
  onWildcard: null,
  lists: { onWildcard: null, excess: null },
};

function countGranted({ ci, executionRole }: GrantedToRoles, needed: readonly string[]): GrantedCount {
  const granted = executionRole && executionRole !== ci ? mergeGranted(ci, executionRole) : ci;
  const { conditional, onWildcard } = summariseGranted(granted);
  const excess = groupExcess(granted, needed);
  return {
    granted: granted.size,
    excess: excess.reduce((sum, group) => sum + group.actions, 0),
    conditional,
    onWildcard: onWildcard.length,
    lists: { onWildcard, excess },
  };
}

function measure(documents: readonly PolicyDocument[]): { readonly statements: number; readonly characters: number } {
  return {
    statements: documents.reduce((sum, document) => sum + document.Statement.length, 0),
    characters: documents.reduce((sum, document) => sum + policySize(document), 0),
  };
}

function documentsOf(role: RolePolicies, managedPolicies: ManagedPolicyTable): readonly PolicyDocument[] {
  const managed = findManagedPolicies(role.managedPolicies, managedPolicies).value;
  return [...role.policies, ...managed, ...(role.boundary ? [role.boundary] : [])];
}

/** Actions and patterns as written in Allow statements. */
function listActions(documents: readonly PolicyDocument[]): readonly string[] {
  const allows = documents
    .flatMap((document) => document.Statement)
    .filter((statement) => statement.Effect === "Allow");
  return distinct(allows.flatMap((statement) => [statement.Action ?? [], statement.NotAction ?? []].flat()));
}

function mergeGranted(
  ci: ReadonlyMap<string, CountedAction>,
  executionRole: ReadonlyMap<string, CountedAction>,
): ReadonlyMap<string, CountedAction> {
  const merged = new Map(ci);
  for (const [name, { onWildcard, conditional, action }] of executionRole) {
    const other = ci.get(name);
    merged.set(name, {
      onWildcard: onWildcard || (other?.onWildcard ?? false),
      conditional: conditional && (other?.conditional ?? true),
      action,
    });
  }
  return merged;
}

/** Largest first. */
function groupExcess(granted: ReadonlyMap<string, CountedAction>, needed: readonly string[]): readonly ActionGroup[] {
  const used = groupActions(needed.flatMap((name) => granted.get(name) ?? []));
  const usedIn = (service: string, accessLevel: string) =>
    used.find((group) => group.service === service && group.accessLevel === accessLevel)?.actions ?? 0;
  return summariseGranted(granted)
    .groups.map((group) => ({ ...group, actions: group.actions - usedIn(group.service, group.accessLevel) }))
    .filter(({ actions }) => actions > 0)
    .sort((a, b) => b.actions - a.actions);
}

function distinct(values: readonly string[]): readonly string[] {
  return [...new Set(values)].sort();
}
