import type { ActionCatalogue } from "./action-catalogue";
import { type ActionTable, actionTableOf, type KnownAction, matchActions } from "./action-table";
import { allowSteps } from "./step-budget";

/**
 * The actions that a list of `Action` patterns covers, sorted by name, each once; patterns that cover nothing in it
 * add nothing. Actions ignore case.
 */
export function expandActions(patterns: readonly string[], catalogue: ActionCatalogue): readonly KnownAction[] {
  const table = actionTableOf(catalogue);
  return matchAll(patterns, table).flatMap((position) => table.actions[position] ?? []);
}

/** What a `NotAction` list leaves: every action of the catalogue that no pattern covers. */
export function expandNotActions(patterns: readonly string[], catalogue: ActionCatalogue): readonly KnownAction[] {
  const table = actionTableOf(catalogue);
  const excluded = new Set(matchAll(patterns, table));
  return table.actions.filter((_, position) => !excluded.has(position));
}

function matchAll(patterns: readonly string[], table: ActionTable): readonly number[] {
  return matchActions(patterns, table, allowSteps(Number.POSITIVE_INFINITY)) ?? [];
}

/** The catalogue's entry for an action's full name, in any case; `null` when there is no such action. */
export function findAction(name: string, catalogue: ActionCatalogue): KnownAction | null {
  const [service = "", action = ""] = splitAction(name.toLowerCase());
  const facts = ownValue(ownValue(catalogue.services, service) ?? {}, action);
  return facts === undefined ? null : { name: `${service}:${facts.name}`, service, facts };
}

/** Service prefix and action name of a pattern; the name is empty when there is no colon. */
export function splitAction(pattern: string): readonly [string, string] {
  const colon = pattern.indexOf(":");
  return colon < 0 ? [pattern, ""] : [pattern.slice(0, colon), pattern.slice(colon + 1)];
}

function ownValue<T>(record: Readonly<Record<string, T>>, key: string): T | undefined {
  return Object.hasOwn(record, key) ? record[key] : undefined;
}

/** By code unit, so that the order is the same on every machine. */
export function compareTexts(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
