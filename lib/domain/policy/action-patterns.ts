import type { ActionCatalogue, ActionFacts } from "./action-catalogue";
import { compileWildcardText, matchesWildcard } from "./wildcard";

/** An action of the catalogue with its full name, as AWS spells it: `s3:GetObject`. */
export interface KnownAction {
  readonly name: string;
  readonly service: string;
  readonly facts: ActionFacts;
}

/**
 * The actions that a list of `Action` patterns covers, sorted by name, each once; patterns that cover nothing in it
 * add nothing. Actions ignore case.
 */
export function expandActions(patterns: readonly string[], catalogue: ActionCatalogue): readonly KnownAction[] {
  const found = new Map<string, KnownAction>();
  for (const pattern of new Set(patterns.map((text) => text.toLowerCase()))) {
    for (const action of expandAction(pattern, catalogue)) found.set(action.name, action);
  }
  return [...found.values()].toSorted((a, b) => compareTexts(a.name, b.name));
}

/** What a `NotAction` list leaves: every action of the catalogue that no pattern covers. */
export function expandNotActions(patterns: readonly string[], catalogue: ActionCatalogue): readonly KnownAction[] {
  const excluded = new Set(expandActions(patterns, catalogue).map((action) => action.name));
  return expandActions(["*"], catalogue).filter((action) => !excluded.has(action.name));
}

/** The catalogue's entry for an action's full name, in any case; `null` when there is no such action. */
export function findAction(name: string, catalogue: ActionCatalogue): KnownAction | null {
  const [service = "", action = ""] = splitAction(name.toLowerCase());
  const facts = ownValue(ownValue(catalogue.services, service) ?? {}, action);
  return facts === undefined ? null : { name: `${service}:${facts.name}`, service, facts };
}

function expandAction(pattern: string, catalogue: ActionCatalogue): readonly KnownAction[] {
  if (!pattern.includes("*") && !pattern.includes("?")) {
    const known = findAction(pattern, catalogue);
    return known === null ? [] : [known];
  }
  const wildcard = compileWildcardText(pattern);
  const [servicePattern = ""] = splitAction(pattern);
  const named = servicePattern.includes("*") || servicePattern.includes("?") ? null : servicePattern;
  const services = named === null ? Object.keys(catalogue.services) : [named];
  return services.flatMap((service) =>
    Object.entries(ownValue(catalogue.services, service) ?? {})
      .filter(([action]) => matchesWildcard(wildcard, `${service}:${action}`))
      .map(([, facts]): KnownAction => ({ name: `${service}:${facts.name}`, service, facts })),
  );
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
