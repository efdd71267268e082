import { compilePolicySet } from "./compile-policies";
import type { PolicySet } from "./decision";
import { type Addition, startGrowing } from "./grow-documents";
import {
  type AdditionMode,
  type CollectNeeds,
  type DeniedRequest,
  type NotLiftable,
  startCollecting,
} from "./needed-grants";

export type { Addition, AdditionMode, DeniedRequest, NotLiftable };

export interface SmallestAddition {
  /** The policies with the additions; the documents that needed none are the ones that were given. */
  readonly set: PolicySet;
  readonly additions: readonly Addition[];
  /** Refusals that no addition to an identity policy or boundary lifts. */
  readonly notLiftable: readonly NotLiftable[];
}

/**
 * Allows refused requests with as little as possible: only actions and resources that no statement covers yet are added, to
 * an existing statement where that grants nothing else, otherwise in a new one. Additions carry no conditions, but
 * iam:PassRole keeps `iam:PassedToService`. Works on identity policies and the boundary; deterministic.
 *
 * @param attached how many of the first identity policies are not ours to change (AWS managed): they count, and stay as they are
 */
export function addSmallest(
  set: PolicySet,
  denied: readonly DeniedRequest[],
  mode: AdditionMode,
  attached = 0,
): SmallestAddition {
  return startAdding(set, mode, attached)(denied);
}

/** {@link addSmallest} for one refusal after the other of the same policies, which are compiled once, when they are needed. */
export function startAdding(
  set: PolicySet,
  mode: AdditionMode,
  attached: number,
): (denied: readonly DeniedRequest[]) => SmallestAddition {
  let prepared: Prepared | undefined;
  return (denied) => {
    prepared ??= prepare(set, mode, attached);
    const { collect, growIdentity, growBoundary } = prepared;
    const { identity: needed, boundary: neededInBoundary, notLiftable } = collect(denied);
    const identity = growIdentity(needed);
    const boundary = growBoundary?.(neededInBoundary);
    return {
      set: {
        ...set,
        identity: [...set.identity.slice(0, attached), ...identity.documents],
        boundary: boundary?.documents[0] ?? null,
      },
      additions: [...identity.additions.map((addition) => moveOn(addition, attached)), ...(boundary?.additions ?? [])],
      notLiftable,
    };
  };
}

interface Prepared {
  readonly collect: CollectNeeds;
  readonly growIdentity: ReturnType<typeof startGrowing>;
  /** `null` where there is no boundary. */
  readonly growBoundary: ReturnType<typeof startGrowing> | null;
}

function prepare(set: PolicySet, mode: AdditionMode, attached: number): Prepared {
  return {
    collect: startCollecting(compilePolicySet(set), mode),
    growIdentity: startGrowing(set.identity.slice(attached), "identity"),
    growBoundary: set.boundary && startGrowing([set.boundary], "boundary"),
  };
}

function moveOn(addition: Addition, attached: number): Addition {
  if (attached === 0) return addition;
  return { ...addition, ref: { ...addition.ref, policy: addition.ref.policy + attached } };
}
