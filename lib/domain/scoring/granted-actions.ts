import type { RolePolicies } from "../approaches/candidate";
import { findManagedPolicies, type ManagedPolicyTable } from "../approaches/managed-policies";
import type { ActionCatalogue } from "../policy/action-catalogue";
import { type ActionTable, actionTableOf, type KnownAction, matchActions } from "../policy/action-table";
import type { PolicyDocument, Statement } from "../policy/policy-document";
import { allowSteps, type StepBudget } from "../policy/step-budget";
import { listOf } from "../policy/text-list";
import type { Grant, GrantList } from "./grant";
import { meetGrants } from "./meet-grants";

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
 * The steps that a role may cost, about a second. No managed policy of AWS costs a twentieth of it; only a role that is
 * written to cost much reaches it within IAM's quotas.
 */
export const mostSteps = 400_000_000;

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

const noGrants: GrantList = [];

/** The grants of each action, by its position in the table; `null` when the steps do not suffice. */
function collectGrants(
  documents: readonly PolicyDocument[],
  table: ActionTable,
  steps: StepBudget,
): readonly GrantList[] | null {
  const statements = documents.flatMap((document) => document.Statement);
  const charged = new Set<string>();
  const grants = new Array<GrantList>(table.actions.length).fill(noGrants);
  for (const statement of statements.filter(({ Effect }) => Effect === "Allow")) {
    const positions = actionsOf(statement, table, steps, charged);
    if (!positions || !addGrant(grants, positions, grantOf(statement), steps)) return null;
  }
  for (const statement of statements.filter(deniesEverywhere)) {
    const positions = actionsOf(statement, table, steps, charged);
    if (!positions) return null;
    for (const position of positions) grants[position] = noGrants;
  }
  return grants;
}

/** A new list costs about as much as so many comparisons, and so many for each grant that is copied into it. */
const stepsOfList = 200;
const stepsOfCopy = 10;

function addGrant(grants: GrantList[], positions: readonly number[], grant: Grant, steps: StepBudget): boolean {
  const longer = new Map<GrantList, GrantList>();
  let [before, after]: readonly [GrantList, GrantList] = [noGrants, [grant]];
  longer.set(before, after);
  for (const position of positions) {
    const present = grants[position] ?? noGrants;
    // Neighbours mostly have the same list.
    if (present !== before) {
      const known = longer.get(present);
      if (!known && !steps.take(stepsOfList + stepsOfCopy * present.length)) return false;
      [before, after] = [present, known ?? [...present, grant]];
      longer.set(before, after);
    }
    grants[position] = after;
  }
  return steps.take(positions.length);
}

/** `NotResource` leaves nearly everything, so it counts as `*`. */
function grantOf(statement: Statement): Grant {
  return {
    resources: statement.Resource === undefined ? ["*"] : listOf(statement.Resource),
    conditions: statement.Condition === undefined ? [] : [statement.Condition],
    statement,
  };
}

/**
 * Positions in the table; `null` when the steps do not suffice. A list costs a role once, whether or not another role had
 * it before.
 */
function actionsOf(
  { Action, NotAction }: Statement,
  table: ActionTable,
  steps: StepBudget,
  charged: Set<string>,
): readonly number[] | null {
  const patterns = listOf(Action ?? NotAction);
  const key = `${Action === undefined} ${patterns.join(" ")}`;
  const known = expandedOnce.get(table) ?? new Map<string, Expanded>();
  expandedOnce.set(table, known);
  const expanded = known.get(key) ?? expand(patterns, Action === undefined, table);
  if (known.size >= maximumLists) known.clear();
  known.set(key, expanded);
  const isPaid = charged.has(key) || steps.take(expanded.steps);
  charged.add(key);
  return isPaid ? expanded.positions : null;
}

/** What a list of patterns covers, with the steps it took. */
interface Expanded {
  readonly positions: readonly number[] | null;
  readonly steps: number;
}

function expand(patterns: readonly string[], isNegated: boolean, table: ActionTable): Expanded {
  const steps = allowSteps(mostSteps);
  const matched = matchActions(patterns, table, steps);
  if (!matched || !isNegated) return { positions: matched, steps: steps.taken() };
  const isPaid = steps.take(table.actions.length);
  return { positions: isPaid ? complement(matched, table) : null, steps: steps.taken() };
}

function complement(positions: readonly number[], { actions }: ActionTable): readonly number[] {
  const taken = new Uint8Array(actions.length);
  for (const position of positions) taken[position] = 1;
  const left: number[] = [];
  for (let position = 0; position < actions.length; position++) if (taken[position] === 0) left.push(position);
  return left;
}

/** Far more than the wide lists that candidates share; policies with ever new lists start the table afresh. */
const maximumLists = 100;

/** Every candidate of every comparison has the same few wide patterns, and `*` is all of AWS. */
const expandedOnce = new WeakMap<ActionTable, Map<string, Expanded>>();

function deniesEverywhere(statement: Statement): boolean {
  return statement.Effect === "Deny" && statement.Condition === undefined && listOf(statement.Resource).includes("*");
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
