import { compareTexts } from "./action-patterns";
import type { CompiledPolicySet } from "./compile-policies";
import type { AccessRequest, PolicyType, StatementRef } from "./decision";
import { evaluateRequest, findUncovered } from "./evaluate";
import { groupBy } from "./group-by";
import { passRoleCondition } from "./pass-role";
import type { ConditionBlock } from "./policy-document";
import { patternCovers, widestPatterns } from "./wildcard-sets";

/** A refused request. `patterns` stand beside `resources`, one for one: the same ARNs with unknowable ids as wildcards. */
export interface DeniedRequest extends AccessRequest {
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
  readonly action: string;
  readonly resource: string;
  readonly condition: ConditionBlock | null;
  /** The same for the same action and condition. */
  readonly key: string;
}

/** Actions that are needed on the same resources under the same condition. */
export interface NeedGroup {
  readonly actions: readonly string[];
  readonly resources: readonly string[];
  readonly condition: ConditionBlock | null;
}

export interface CollectedNeeds {
  readonly identity: readonly Need[];
  readonly boundary: readonly Need[];
  readonly notLiftable: readonly NotLiftable[];
}

/** What each of the two policy types that are ours lacks for the refused requests, and which requests neither can lift. */
export type CollectNeeds = (denied: readonly DeniedRequest[]) => CollectedNeeds;

/** The same request is looked into once. */
export function startCollecting(compiled: CompiledPolicySet, mode: AdditionMode): CollectNeeds {
  const known = new WeakMap<DeniedRequest, CollectedNeeds>();
  const needsOnce = (request: DeniedRequest) => {
    const needs = known.get(request) ?? needsOfRequest(compiled, request, mode);
    known.set(request, needs);
    return needs;
  };
  return (denied) => {
    const found = denied.map(needsOnce);
    return {
      identity: found.flatMap(({ identity }) => identity),
      boundary: found.flatMap(({ boundary }) => boundary),
      notLiftable: found.flatMap(({ notLiftable }) => notLiftable),
    };
  };
}

function needsOfRequest(compiled: CompiledPolicySet, request: DeniedRequest, mode: AdditionMode): CollectedNeeds {
  const { decision, blockedBy, statements } = evaluateRequest(compiled, request);
  if (blockedBy === null) return nothing;
  if (decision === "explicitDeny") {
    return { ...nothing, notLiftable: [{ request, reason: "explicit-deny", blockedBy, statements }] };
  }
  const uncovered = findUncovered(compiled, request);
  const foreign = uncovered.find(({ policyType }) => policyType !== "identity" && policyType !== "boundary");
  if (foreign !== undefined) {
    const { policyType } = foreign;
    return {
      ...nothing,
      notLiftable: [{ request, reason: "policy-type-not-ours", blockedBy: policyType, statements: [] }],
    };
  }
  const needsIn = (type: PolicyType) =>
    uncovered
      .filter(({ policyType }) => policyType === type)
      .flatMap(({ resources }) => needsOf(request, resources, mode));
  return { identity: needsIn("identity"), boundary: needsIn("boundary"), notLiftable: [] };
}

const nothing: CollectedNeeds = { identity: [], boundary: [], notLiftable: [] };

function needsOf(request: DeniedRequest, uncovered: readonly string[], mode: AdditionMode): readonly Need[] {
  const condition = passRoleCondition(request);
  const key = JSON.stringify([request.action.toLowerCase(), condition]);
  return uncovered.map((refused) => {
    const pattern = mode === "generalised" ? request.patterns[request.resources.indexOf(refused)] : undefined;
    const lifts = pattern !== undefined && patternCovers(pattern, refused);
    return { action: request.action, resource: lifts ? pattern : refused, condition, key };
  });
}

/** Gathers needs into as few statements as grant nothing else. */
export function groupNeeds(needs: readonly Need[]): readonly NeedGroup[] {
  const byAction = groupBy(needs, (need) => need.key);
  const ofOneAction = [...byAction.values()].flatMap((same): readonly NeedGroup[] => {
    const [first] = same;
    if (first === undefined) return [];
    const resources = widestPatterns(same.map((need) => need.resource)).toSorted(compareTexts);
    return [{ actions: [first.action], resources, condition: first.condition }];
  });
  const byResources = groupBy(ofOneAction, (group) => JSON.stringify([group.resources, group.condition]));
  return [...byResources.values()].flatMap((same): readonly NeedGroup[] => {
    const [first] = same;
    const actions = same.flatMap((group) => group.actions).toSorted(compareTexts);
    return first === undefined ? [] : [{ ...first, actions }];
  });
}
