import type { ActionTable } from "../policy/action-table";
import type { PolicyDocument, Statement } from "../policy/policy-document";
import type { StepBudget } from "../policy/step-budget";
import { listOf } from "../policy/text-list";
import { actionsOf, type PaidLists } from "./covered-actions";
import type { Grant, GrantList } from "./grant";

export const noGrants: GrantList = [];

/** The grants of each action, by its position in the table; `null` when the steps do not suffice. */
export function collectGrants(
  documents: readonly PolicyDocument[],
  table: ActionTable,
  steps: StepBudget,
): readonly GrantList[] | null {
  const statements = documents.flatMap((document) => document.Statement);
  const paid: PaidLists = new Map();
  const groups = groupByActions(statements, (statement) => actionsOf(statement, table, steps, paid));
  if (!groups) return null;
  const groupsOfActions = new Array<GroupList>(table.actions.length).fill(noGroups);
  for (const [positions, group] of groups) if (!addGroup(groupsOfActions, positions, group, steps)) return null;
  const grants = listGrants(groupsOfActions, steps);
  if (!grants) return null;
  for (const statement of statements.filter(deniesEverywhere)) {
    const positions = actionsOf(statement, table, steps, paid);
    if (!positions) return null;
    for (const position of positions) grants[position] = noGrants;
  }
  return grants;
}

/** The grants of statements that allow the very same actions, with the statements' numbers. */
type Group = readonly (readonly [number: number, grant: Grant])[];

type GroupList = readonly Group[];

const noGroups: GroupList = [];

/** Thousands of statements may share one list of actions, which then is gone through once. */
function groupByActions(
  statements: readonly Statement[],
  find: (statement: Statement) => readonly number[] | null,
): ReadonlyMap<readonly number[], Group> | null {
  const groups = new Map<readonly number[], (readonly [number, Grant])[]>();
  for (const [number, statement] of statements.entries()) {
    if (statement.Effect !== "Allow") continue;
    const positions = find(statement);
    if (!positions) return null;
    const group = groups.get(positions);
    if (group) group.push([number, grantOf(statement)]);
    else groups.set(positions, [[number, grantOf(statement)]]);
  }
  return groups;
}

/** A new list costs about as much as so many comparisons, and so many for each group or grant that is copied into it. */
const stepsOfList = 200;
const stepsOfCopy = 10;

function addGroup(lists: GroupList[], positions: readonly number[], group: Group, steps: StepBudget): boolean {
  const longer = new Map<GroupList, GroupList>();
  let [before, after]: readonly [GroupList, GroupList] = [noGroups, [group]];
  longer.set(before, after);
  for (const position of positions) {
    const present = lists[position] ?? noGroups;
    // Neighbours mostly have the same list.
    if (present !== before) {
      const known = longer.get(present);
      if (!known && !steps.take(stepsOfList + stepsOfCopy * present.length)) return false;
      [before, after] = [present, known ?? [...present, group]];
      longer.set(before, after);
    }
    lists[position] = after;
  }
  return steps.take(positions.length);
}

/** Each action's grants in the order of the statements; actions of the same groups share one list. */
function listGrants(lists: readonly GroupList[], steps: StepBudget): GrantList[] | null {
  const listed = new Map<GroupList, GrantList>([[noGroups, noGrants]]);
  const grants = new Array<GrantList>(lists.length).fill(noGrants);
  let [groups, list]: readonly [GroupList, GrantList] = [noGroups, noGrants];
  for (let position = 0; position < lists.length; position++) {
    const present = lists[position] ?? noGroups;
    // Neighbours mostly have the same list.
    if (present !== groups) {
      [groups, list] = [present, listed.get(present) ?? inOrder(present)];
      if (!listed.has(groups) && !steps.take(stepsOfCopy * list.length)) return null;
      listed.set(groups, list);
    }
    grants[position] = list;
  }
  return grants;
}

function inOrder(groups: GroupList): GrantList {
  const numbered = groups.length === 1 ? (groups[0] ?? []) : groups.flat().sort(([a], [b]) => a - b);
  return numbered.map(([, grant]) => grant);
}

/** `NotResource` leaves nearly everything, so it counts as `*`. */
function grantOf(statement: Statement): Grant {
  return {
    resources: statement.Resource === undefined ? ["*"] : listOf(statement.Resource),
    conditions: statement.Condition === undefined ? [] : [statement.Condition],
    statement,
  };
}

function deniesEverywhere(statement: Statement): boolean {
  return statement.Effect === "Deny" && statement.Condition === undefined && listOf(statement.Resource).includes("*");
}
