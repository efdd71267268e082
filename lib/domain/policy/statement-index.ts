import { compareTexts } from "./action-patterns";
import type { NeedGroup } from "./needed-grants";
import type { Statement } from "./policy-document";
import { listOf, type TextOrList } from "./text-list";

/**
 * Finds the statements that may take a group of needs in. A statement does so only where it holds the very same actions
 * or the very same resources, and then the first of these by code unit is the same too.
 */
export interface StatementIndex {
  add(statement: Statement, place: number): void;
  /** Places of all statements that may take the group in, and perhaps of others, in no order. */
  find(group: NeedGroup): readonly number[];
}

export function startIndex(): StatementIndex {
  const byAction = new Map<string, number[]>();
  const byResource = new Map<string, number[]>();
  return {
    add: ({ Action, Resource }, place) => {
      note(byAction, firstAction(Action), place);
      note(byResource, firstOf(listOf(Resource)), place);
    },
    find: ({ actions, resources }) => [
      ...(byAction.get(firstAction(actions) ?? "") ?? []),
      ...(byResource.get(firstOf(resources) ?? "") ?? []),
    ],
  };
}

function note(places: Map<string, number[]>, text: string | undefined, place: number): void {
  if (text === undefined) return;
  const known = places.get(text);
  if (known) known.push(place);
  else places.set(text, [place]);
}

/** Actions ignore case. */
function firstAction(actions: TextOrList | undefined): string | undefined {
  return firstOf(listOf(actions).map((action) => action.toLowerCase()));
}

function firstOf(texts: readonly string[]): string | undefined {
  return texts.reduce<string | undefined>(
    (first, text) => (first === undefined || compareTexts(text, first) < 0 ? text : first),
    undefined,
  );
}
