import { charactersOf } from "./characters";
import { compileWildcardText, matchesWildcard, type Wildcard } from "./wildcard";

/** The patterns of `Action` or `NotAction`, prepared for many actions: thousands may stand in one statement. */
export interface ActionList {
  /** Those without wildcards, in lower case. */
  readonly exact: ReadonlySet<string>;
  readonly wild: readonly Wildcard[];
  /** For each of `wild`, the characters that an action must have to match. */
  readonly characters: Int32Array;
}

/** Actions ignore case. */
export function compileActions(patterns: readonly string[]): ActionList {
  const lower = patterns.map((pattern) => pattern.toLowerCase());
  const wild = lower.filter((pattern) => /[*?]/.test(pattern));
  return {
    exact: new Set(wild.length === 0 ? lower : lower.filter((pattern) => !/[*?]/.test(pattern))),
    wild: wild.map(compileWildcardText),
    characters: Int32Array.from(wild, charactersOf),
  };
}

/** Whether one of the patterns matches an action, given in lower case. */
export function listsAction({ exact, wild, characters }: ActionList, action: string): boolean {
  if (exact.has(action)) return true;
  if (wild.length === 0) return false;
  const present = charactersOf(action);
  return wild.some((pattern, index) => ((characters[index] ?? 0) & ~present) === 0 && matchesWildcard(pattern, action));
}
