import type { CompiledPolicySet } from "./compile-policies";
import { type CompiledStatement, coversAction, coversResource } from "./compile-statement";
import type { AccessRequest, Decision, PolicyType, StatementRef } from "./decision";
import { evaluateRequest, resourcesOf } from "./evaluate";
import type { Effect } from "./policy-document";
import { contextValues } from "./request-context";

/** Why a request was decided as it was, as data for a page or a report. */
export interface Explanation {
  readonly decision: Decision;
  /** True for an action that works whatever the policies say; what they say is told all the same. */
  readonly needsNoPermission: boolean;
  /** One entry a policy type that is attached, in the order in which AWS checks them. */
  readonly policyTypes: readonly PolicyTypeExplanation[];
}

export interface PolicyTypeExplanation {
  readonly policyType: PolicyType;
  readonly outcome: "allows" | "denies" | "doesNotAllow" | "doesNotDeny";
  /** The resources that no Allow of this type covers; empty for types that only deny. */
  readonly uncoveredResources: readonly string[];
  readonly matched: readonly StatementMatch[];
  /** Statements that one element kept from applying, or whose action fits; the closest first. */
  readonly nearMisses: readonly NearMiss[];
}

export interface StatementMatch {
  readonly ref: StatementRef;
  readonly effect: Effect;
  readonly resources: readonly string[];
}

export interface NearMiss {
  readonly ref: StatementRef;
  readonly effect: Effect;
  readonly failed: readonly FailedElement[];
}

export type FailedElement =
  | { readonly element: "Action" | "NotAction"; readonly action: string }
  | {
      readonly element: "Resource" | "NotResource";
      readonly resources: readonly string[];
      readonly patterns: readonly string[];
    }
  | {
      readonly element: "Condition";
      readonly operator: string;
      readonly key: string;
      readonly wanted: readonly string[];
      /** The request's values; `null` when it does not carry the key. */
      readonly found: readonly string[] | null;
    };

/** Decides a request as `evaluateRequest` does, and tells what each policy type had to say. Not meant for hot loops. */
export function explainDecision(compiled: CompiledPolicySet, request: AccessRequest): Explanation {
  const types: PolicyType[] = [];
  for (const { ref } of compiled.statements) if (!types.includes(ref.policyType)) types.push(ref.policyType);
  for (const type of compiled.allowing) if (!types.includes(type)) types.push(type);
  return {
    decision: evaluateRequest(compiled, request),
    needsNoPermission: compiled.planFor(request.action).needsNoPermission,
    policyTypes: types.map((type) => explainType(compiled, type, request)),
  };
}

function explainType(
  compiled: CompiledPolicySet,
  policyType: PolicyType,
  request: AccessRequest,
): PolicyTypeExplanation {
  const resources = resourcesOf(request);
  const matched: StatementMatch[] = [];
  const nearMisses: NearMiss[] = [];
  for (const statement of compiled.statements) {
    if (statement.ref.policyType !== policyType) continue;
    const failed = failedElements(statement, request, resources);
    const { ref, effect } = statement;
    const covered = resources.filter((resource) => coversResource(statement, resource, request.context));
    if (failed.length === 0 || (covered.length > 0 && failed.every(isResourceFailure))) {
      matched.push({ ref, effect, resources: covered });
    } else if (failed.length === 1 || !failed.some(isActionFailure)) nearMisses.push({ ref, effect, failed });
  }
  const allowed = new Set(matched.filter((match) => match.effect === "Allow").flatMap((match) => match.resources));
  const mustAllow = compiled.allowing.includes(policyType);
  const uncoveredResources = mustAllow ? resources.filter((resource) => !allowed.has(resource)) : [];
  return {
    policyType,
    outcome: outcomeOf(matched, mustAllow, uncoveredResources),
    uncoveredResources,
    matched,
    nearMisses: nearMisses.toSorted((a, b) => a.failed.length - b.failed.length),
  };
}

function outcomeOf(
  matched: readonly StatementMatch[],
  mustAllow: boolean,
  uncovered: readonly string[],
): PolicyTypeExplanation["outcome"] {
  if (matched.some((match) => match.effect === "Deny")) return "denies";
  if (!mustAllow) return "doesNotDeny";
  return uncovered.length === 0 ? "allows" : "doesNotAllow";
}

function failedElements(
  statement: CompiledStatement,
  request: AccessRequest,
  resources: readonly string[],
): readonly FailedElement[] {
  const failed: FailedElement[] = [];
  if (!coversAction(statement, request.action.toLowerCase())) {
    failed.push({ element: statement.actionsNegated ? "NotAction" : "Action", action: request.action });
  }
  const missed = resources.filter((resource) => !coversResource(statement, resource, request.context));
  if (missed.length > 0) {
    const patterns = statement.resources.written;
    failed.push({ element: statement.resourcesNegated ? "NotResource" : "Resource", resources: missed, patterns });
  }
  for (const condition of statement.conditions) {
    if (condition.holds(request.context)) continue;
    failed.push({
      element: "Condition",
      operator: condition.operator,
      key: condition.key.written,
      wanted: condition.values,
      found: contextValues(request.context, condition.key) ?? null,
    });
  }
  return failed;
}

function isActionFailure(failure: FailedElement): boolean {
  return failure.element === "Action" || failure.element === "NotAction";
}

function isResourceFailure(failure: FailedElement): boolean {
  return failure.element === "Resource" || failure.element === "NotResource";
}
