import type { WaveResource } from "./attempt-steps";
import type { ResourceState } from "./resource-states";

/** So many resources of a wave that are in one state are shown one by one; more of them are folded up. */
const mostApart = 24;

const neverFolded: readonly ResourceState[] = ["failed", "delete-failed"];

export interface StatedResource extends WaveResource {
  readonly state: ResourceState;
  readonly isCurrent: boolean;
}

/** A wave as it is drawn: resources one by one, and the many that are alike by their state. */
export interface FoldedWave {
  readonly apart: readonly StatedResource[];
  readonly folded: readonly { readonly state: ResourceState; readonly resources: readonly StatedResource[] }[];
}

/** Folds up what is too much to look at; what failed and what the step is about always stand by themselves. */
export function foldWave(resources: readonly StatedResource[]): FoldedWave {
  const quiet = resources.filter(({ state, isCurrent }) => !isCurrent && !neverFolded.includes(state));
  const folded = [...new Set(quiet.map(({ state }) => state))]
    .map((state) => ({ state, resources: quiet.filter((resource) => resource.state === state) }))
    .filter((group) => group.resources.length > mostApart);
  const away = new Set(folded.flatMap((group) => group.resources));
  return { apart: resources.filter((resource) => !away.has(resource)), folded };
}
