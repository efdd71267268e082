import { compareTexts } from "./action-patterns";
import type { CompiledPolicySet } from "./compile-policies";
import type { AccessRequest, PolicyType, StatementRef } from "./decision";
import { findObstacles, type Uncovered } from "./evaluate";
import { groupBy } from "./group-by";
import { passRoleCondition } from "./pass-role";
import type { ConditionBlock } from "./policy-document";
import { patternCovers, widestPatterns } from "./wildcard-sets";

/** A refused request. `patterns` stand beside `resources`, one for one: the same ARNs with unknowable ids as wildcards. */
export interface DeniedRequest extends AccessRequest {
  /** The same for the same action, resources and context. */
  readonly key: string;
  readonly patterns: readonly string[];
}

/** `generalised` grants the patterns, `as-refused` the very ARNs that were refused. */
export type AdditionMode = "generalised" | "as-refused";

export interface NotLiftable {
  readonly request: DeniedRequest;
  readonly reason: "explicit-deny" | "policy-type-not-ours";
  readonly blockedBy: PolicyType;
  readonly statements: readonly StatementRef[];
}

/** One action on one resource pattern that must become allowed. */
export interface Need {
  readonly resource: string;
  /** The same for the same action and condition. */
  readonly key: string;
  /** The group that it makes when no other joins it. */
  readonly alone: PlacedGroup;
}

/** Actions that are needed on the same resources under the same condition. */
export interface NeedGroup {
  readonly actions: readonly string[];
  readonly resources: readonly string[];
  readonly condition: ConditionBlock | null;
}

interface PlacedGroup extends NeedGroup {
  /** The same for the same resources and condition. */
  readonly placeKey: string;
}

export interface CollectedNeeds {
  readonly identity: readonly Need[];
  readonly boundary: readonly Need[];
  readonly notLiftable: readonly NotLiftable[];
}

/** What each of the two policy types that are ours lacks for the refused requests, and which requests neither can lift. */
export type CollectNeeds = (denied: readonly DeniedRequest[]) => CollectedNeeds;

/** Requests that are alike need the same; they are looked into once. */
export function startCollecting(compiled: CompiledPolicySet, mode: AdditionMode): CollectNeeds {
  const known = new Map<string, KeptNeeds>();
  return (denied) => {
    const identity: Need[] = [];
    const boundary: Need[] = [];
    const notLiftable: NotLiftable[] = [];
    for (const request of denied) {
      const kept = known.get(request.key);
      const needs =
        kept && isSameList(kept.patterns, request.patterns) ? kept : needsOfRequest(compiled, request, mode);
      if (needs !== kept) known.set(request.key, { ...needs, patterns: request.patterns });
      identity.push(...needs.identity);
      boundary.push(...needs.boundary);
      for (const item of needs.notLiftable) notLiftable.push({ ...item, request });
    }
    return { identity, boundary, notLiftable };
  };
}

interface KeptNeeds extends CollectedNeeds {
  readonly patterns: readonly string[];
}

function isSameList(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((text, index) => text === b[index]);
}

function needsOfRequest(compiled: CompiledPolicySet, request: DeniedRequest, mode: AdditionMode): CollectedNeeds {
  const { denies, uncovered } = findObstacles(compiled, request);
  const deny = denies[0];
  if (deny !== undefined) return notLiftable(request, "explicit-deny", deny.policyType, denies);
  const foreign = uncovered.find(({ policyType }) => policyType !== "identity" && policyType !== "boundary");
  if (foreign !== undefined) return notLiftable(request, "policy-type-not-ours", foreign.policyType, []);
  return {
    identity: needsIn("identity", uncovered, request, mode),
    boundary: needsIn("boundary", uncovered, request, mode),
    notLiftable: [],
  };
}

function notLiftable(
  request: DeniedRequest,
  reason: NotLiftable["reason"],
  blockedBy: PolicyType,
  statements: readonly StatementRef[],
): CollectedNeeds {
  return { identity: [], boundary: [], notLiftable: [{ request, reason, blockedBy, statements }] };
}

function needsIn(
  policyType: PolicyType,
  uncovered: readonly Uncovered[],
  request: DeniedRequest,
  mode: AdditionMode,
): readonly Need[] {
  const lacking = uncovered.find((one) => one.policyType === policyType);
  return lacking ? needsOf(request, lacking.resources, mode) : [];
}

function needsOf(request: DeniedRequest, uncovered: readonly string[], mode: AdditionMode): readonly Need[] {
  const { action } = request;
  const condition = passRoleCondition(request);
  const key = JSON.stringify([action.toLowerCase(), condition]);
  return uncovered.map((refused) => {
    const pattern = mode === "generalised" ? request.patterns[request.resources.indexOf(refused)] : undefined;
    const lifts = pattern !== undefined && patternCovers(pattern, refused);
    const resource = lifts ? pattern : refused;
    return { resource, key, alone: placeGroup([action], [resource], condition) };
  });
}

function placeGroup(
  actions: readonly string[],
  resources: readonly string[],
  condition: ConditionBlock | null,
): PlacedGroup {
  return { actions, resources, condition, placeKey: JSON.stringify([resources, condition]) };
}

/** Gathers needs into as few statements as grant nothing else. */
export function groupNeeds(needs: readonly Need[]): readonly NeedGroup[] {
  const byAction = groupBy(needs, (need) => need.key);
  const byPlace = groupBy([...byAction.values()].flatMap(gatherResources), (group) => group.placeKey);
  return [...byPlace.values()].flatMap(gatherActions);
}

/** The needs of one action under one condition. */
function gatherResources(same: readonly Need[]): PlacedGroup | readonly PlacedGroup[] {
  const [first] = same;
  if (first === undefined) return [];
  if (same.length === 1) return first.alone;
  const { actions, condition } = first.alone;
  return placeGroup(actions, widestPatterns(same.map((need) => need.resource)).toSorted(compareTexts), condition);
}

function gatherActions(same: readonly NeedGroup[]): NeedGroup | readonly NeedGroup[] {
  const [first] = same;
  if (first === undefined) return [];
  if (same.length === 1) return first;
  return { ...first, actions: same.flatMap(({ actions }) => actions).toSorted(compareTexts) };
}
