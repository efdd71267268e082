import { type ActionTable, matchActions } from "../policy/action-table";
import type { Statement } from "../policy/policy-document";
import { allowSteps, type StepBudget } from "../policy/step-budget";
import { listOf } from "../policy/text-list";
import { mostSteps } from "./most-steps";

/**
 * Positions in the table; `null` when the steps do not suffice. A list costs a role once, whether or not another role had
 * it before.
 */
export function actionsOf(
  { Action, NotAction }: Statement,
  table: ActionTable,
  steps: StepBudget,
  paid: PaidLists,
): readonly number[] | null {
  const patterns = listOf(Action ?? NotAction);
  const key = `${Action === undefined} ${patterns.join(" ")}`;
  const positions = paid.get(key);
  if (positions) return positions;
  const known = expandedOnce.get(table) ?? new Map<string, Expanded>();
  expandedOnce.set(table, known);
  const expanded = known.get(key) ?? expand(patterns, Action === undefined, table);
  if (known.size >= maximumLists) known.clear();
  known.set(key, expanded);
  if (!expanded.positions || !steps.take(expanded.steps)) return null;
  paid.set(key, expanded.positions);
  return expanded.positions;
}

/** By the list as it is written. */
export type PaidLists = Map<string, readonly number[]>;

/** What a list of patterns covers, with the steps it took. */
interface Expanded {
  readonly positions: readonly number[] | null;
  readonly steps: number;
}

function expand(patterns: readonly string[], isNegated: boolean, table: ActionTable): Expanded {
  const steps = allowSteps(mostSteps);
  const matched = matchActions(patterns, table, steps);
  if (!matched || !isNegated) return { positions: matched, steps: steps.taken() };
  if (matched.length === 0) return { positions: allPositions(table), steps: steps.taken() };
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

/** The same list for all that leave nothing out. */
function allPositions(table: ActionTable): readonly number[] {
  const positions = allOnce.get(table) ?? complement([], table);
  allOnce.set(table, positions);
  return positions;
}

const allOnce = new WeakMap<ActionTable, readonly number[]>();

/** Far more than the wide lists that candidates share; policies with ever new lists start the table afresh. */
const maximumLists = 100;

/** Every candidate of every comparison has the same few wide patterns, and `*` is all of AWS. */
const expandedOnce = new WeakMap<ActionTable, Map<string, Expanded>>();
