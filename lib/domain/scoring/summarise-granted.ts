import type { GrantedAction } from "./granted-actions";
import type { ActionGroup } from "./scores";

/** What can be counted of granted actions without knowing which are needed. */
export interface GrantedSummary {
  /** Sorted. */
  readonly onWildcard: readonly string[];
  readonly conditional: number;
  readonly groups: readonly ActionGroup[];
}

/** What is counted of an action; where it is granted does not matter. */
export type CountedAction = Omit<GrantedAction, "grants">;

type Granted = ReadonlyMap<string, CountedAction>;

/** The same actions, which may be all of AWS, are gone through once. */
export function summariseGranted(granted: Granted): GrantedSummary {
  const summary = summarisedOnce.get(granted) ?? summarise(granted);
  summarisedOnce.set(granted, summary);
  return summary;
}

const summarisedOnce = new WeakMap<Granted, GrantedSummary>();

function summarise(granted: Granted): GrantedSummary {
  const onWildcard: string[] = [];
  let conditional = 0;
  for (const [name, action] of granted) {
    if (action.onWildcard) onWildcard.push(name);
    if (action.conditional) conditional++;
  }
  return { onWildcard: onWildcard.sort(), conditional, groups: groupActions(granted.values()) };
}

/** Counts by service and access level. */
export function groupActions(granted: Iterable<CountedAction>): readonly ActionGroup[] {
  const services = new Map<string, Map<string, number>>();
  for (const { action } of granted) {
    const levels = services.get(action.service) ?? new Map<string, number>();
    services.set(action.service, levels);
    levels.set(action.facts.accessLevel, (levels.get(action.facts.accessLevel) ?? 0) + 1);
  }
  return [...services].flatMap(([service, levels]) =>
    [...levels].map(([accessLevel, actions]) => ({ service, accessLevel, actions })),
  );
}
