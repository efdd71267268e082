import { compareTexts } from "./action-patterns";
import { compilePolicySet } from "./compile-policies";
import type { AccessRequest, PolicySet, PolicyType, StatementRef } from "./decision";
import { explainDecision } from "./explain";
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
export function collectNeeds(set: PolicySet, denied: readonly DeniedRequest[], mode: AdditionMode): CollectedNeeds {
  const compiled = compilePolicySet(set);
  const identity: Need[] = [];
  const boundary: Need[] = [];
  const notLiftable: NotLiftable[] = [];
  for (const request of denied) {
    const { decision, policyTypes } = explainDecision(compiled, request);
    if (decision.blockedBy === null) continue;
    const lacking = policyTypes.filter((type) => type.outcome === "doesNotAllow");
    const foreign = lacking.find((type) => type.policyType !== "identity" && type.policyType !== "boundary");
    if (decision.decision === "explicitDeny") {
      const { blockedBy, statements } = decision;
      notLiftable.push({ request, reason: "explicit-deny", blockedBy, statements });
    } else if (foreign !== undefined) {
      notLiftable.push({ request, reason: "policy-type-not-ours", blockedBy: foreign.policyType, statements: [] });
    } else {
      for (const { policyType, uncoveredResources } of lacking) {
        const needs = policyType === "identity" ? identity : boundary;
        needs.push(...needsOf(request, uncoveredResources, mode));
      }
    }
  }
  return { identity, boundary, notLiftable };
}

function needsOf(request: DeniedRequest, uncovered: readonly string[], mode: AdditionMode): readonly Need[] {
  const condition = passRoleCondition(request);
  return uncovered.map((refused) => {
    const pattern = mode === "generalised" ? request.patterns[request.resources.indexOf(refused)] : undefined;
    const lifts = pattern !== undefined && patternCovers(pattern, refused);
    return { action: request.action, resource: lifts ? pattern : refused, condition };
  });
}

/** Gathers needs into as few statements as grant nothing else. */
export function groupNeeds(needs: readonly Need[]): readonly NeedGroup[] {
  const byAction = groupBy(needs, (need) => JSON.stringify([need.action.toLowerCase(), need.condition]));
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
