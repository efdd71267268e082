import type { ActionCatalogue, ActionFacts } from "./action-catalogue";
import { charactersOf } from "./characters";
import type { StepBudget } from "./step-budget";
import { compileWildcardText, matchesWildcard } from "./wildcard";

/** An action of the catalogue with its full name, as AWS spells it: `s3:GetObject`. */
export interface KnownAction {
  readonly name: string;
  readonly service: string;
  readonly facts: ActionFacts;
}

/** The catalogue in one row, sorted by name, so that an action is its position and a service a range of them. */
export interface ActionTable {
  readonly actions: readonly KnownAction[];
  /** Full names in lower case, as patterns are matched with them. */
  readonly names: readonly string[];
  /** Which characters each name has, see {@link charactersOf}. */
  readonly characters: Int32Array;
  readonly positions: ReadonlyMap<string, number>;
  readonly services: ReadonlyMap<string, Range>;
}

interface Range {
  readonly from: number;
  readonly to: number;
}

/** Laid out once for a catalogue. */
export function actionTableOf(catalogue: ActionCatalogue): ActionTable {
  const table = laidOut.get(catalogue) ?? layOut(catalogue);
  laidOut.set(catalogue, table);
  return table;
}

const laidOut = new WeakMap<ActionCatalogue, ActionTable>();

function layOut(catalogue: ActionCatalogue): ActionTable {
  const actions = Object.entries(catalogue.services)
    .flatMap(([service, ofService]) =>
      Object.values(ofService).map((facts): KnownAction => ({ name: `${service}:${facts.name}`, service, facts })),
    )
    .sort((a, b) => (a.name < b.name ? -1 : 1));
  const names = actions.map(({ name }) => name.toLowerCase());
  const services = new Map<string, Range>();
  for (const [position, { service }] of actions.entries()) {
    services.set(service, { from: services.get(service)?.from ?? position, to: position + 1 });
  }
  return {
    actions,
    names,
    characters: Int32Array.from(names, charactersOf),
    positions: new Map(names.map((name, position) => [name, position])),
    services,
  };
}

/** A match of a pattern costs about as much as this many looks at a name's characters. */
const stepsOfMatch = 10;

/**
 * The positions of the actions that a list of `Action` patterns covers, in order, each once; `null` when the steps do
 * not suffice. What one pattern covers is not tried with the next.
 */
export function matchActions(
  patterns: readonly string[],
  table: ActionTable,
  steps: StepBudget,
): readonly number[] | null {
  const covered = new Uint8Array(table.names.length);
  const found: number[] = [];
  const add = (position: number) => {
    if (covered[position] !== 1) found.push(position);
    covered[position] = 1;
  };
  for (const pattern of new Set(patterns.map((text) => text.toLowerCase()))) {
    if (!/[*?]/.test(pattern)) {
      const position = table.positions.get(pattern);
      if (position !== undefined) add(position);
      if (!steps.take(1)) return null;
      continue;
    }
    const candidates = findCandidates(pattern, table, covered);
    const wildcard = compileWildcardText(pattern);
    for (const position of candidates.positions) {
      if (matchesWildcard(wildcard, table.names[position] ?? "")) add(position);
    }
    if (!steps.take(candidates.looked + stepsOfMatch * candidates.positions.length)) return null;
  }
  return found.sort((a, b) => a - b);
}

/** The actions that a pattern may match and that are not covered: of its service, with all of its characters. */
function findCandidates(
  pattern: string,
  { names, characters, services }: ActionTable,
  covered: Uint8Array,
): { readonly looked: number; readonly positions: readonly number[] } {
  const [service = ""] = pattern.split(":", 1);
  const everywhere = /[*?]/.test(service);
  const { from, to } = everywhere ? { from: 0, to: names.length } : (services.get(service) ?? { from: 0, to: 0 });
  const wanted = charactersOf(pattern);
  const positions: number[] = [];
  for (let position = from; position < to; position++) {
    if (covered[position] === 0 && ((characters[position] ?? 0) & wanted) === wanted) positions.push(position);
  }
  return { looked: to - from, positions };
}
