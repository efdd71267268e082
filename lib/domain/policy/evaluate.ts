import type { ActionPlan, CompiledPolicySet } from "./compile-policies";
import { type CompiledStatement, conditionsHold, coversResource } from "./compile-statement";
import type { AccessRequest, Decision, PolicyType, StatementRef } from "./decision";
import type { RequestContext } from "./request-context";

/** An action that has no resource types is authorised on `*`; a request that lists no resources means the same. */
const anyResource = ["*"] as const;

/**
 * Decides one authorisation check. An explicit Deny anywhere wins; then every policy type that is attached must allow every
 * resource, and the first that does not is named.
 * Source: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic_policy-eval-denyallow.html
 */
export function evaluateRequest(compiled: CompiledPolicySet, request: AccessRequest): Decision {
  const plan = compiled.planFor(request.action);
  const denies = findDenies(plan, request);
  const deny = denies[0];
  if (deny !== undefined) return { decision: "explicitDeny", blockedBy: deny.policyType, statements: denies };
  if (plan.needsNoPermission) return { decision: "allowed", blockedBy: null, statements: [] };
  return decideAllows(compiled.allowing, plan, resourcesOf(request), request.context);
}

export function resourcesOf(request: AccessRequest): readonly string[] {
  return request.resources.length === 0 ? anyResource : request.resources;
}

/** The resources that a policy type leaves without an Allow. */
export interface Uncovered {
  readonly policyType: PolicyType;
  readonly resources: readonly string[];
}

/** All that keeps a request from being allowed. */
export interface Obstacles {
  /** The Deny statements that apply. */
  readonly denies: readonly StatementRef[];
  /** Every policy type with resources that it does not cover. */
  readonly uncovered: readonly Uncovered[];
}

export function findObstacles(compiled: CompiledPolicySet, request: AccessRequest): Obstacles {
  const plan = compiled.planFor(request.action);
  if (plan.needsNoPermission) return { denies: [], uncovered: [] };
  const uncovered: Uncovered[] = [];
  for (const [index, policyType] of compiled.allowing.entries()) {
    const resources = findUncovered(plan.allows[index] ?? [], request);
    if (resources.length > 0) uncovered.push({ policyType, resources });
  }
  return { denies: findDenies(plan, request), uncovered };
}

function findUncovered(allows: readonly CompiledStatement[], request: AccessRequest): readonly string[] {
  const resources = resourcesOf(request);
  if (allows.length === 0) return resources;
  const holding = allows.filter((statement) => conditionsHold(statement, request.context));
  return resources.filter(
    (resource) => !holding.some((statement) => coversResource(statement, resource, request.context)),
  );
}

function findDenies({ needsNoPermission, denies }: ActionPlan, request: AccessRequest): readonly StatementRef[] {
  if (needsNoPermission || denies.length === 0) return [];
  return applyingStatements(denies, resourcesOf(request), request.context);
}

/** The statements that apply to at least one of the resources, each once. */
function applyingStatements(
  statements: readonly CompiledStatement[],
  resources: readonly string[],
  context: RequestContext,
): StatementRef[] {
  const applying: StatementRef[] = [];
  for (const statement of statements) {
    if (coversAny(statement, resources, context) && conditionsHold(statement, context)) applying.push(statement.ref);
  }
  return applying;
}

function coversAny(statement: CompiledStatement, resources: readonly string[], context: RequestContext): boolean {
  for (const resource of resources) if (coversResource(statement, resource, context)) return true;
  return false;
}

function decideAllows(
  allowing: readonly PolicyType[],
  plan: ActionPlan,
  resources: readonly string[],
  context: RequestContext,
): Decision {
  const allows: StatementRef[] = [];
  for (let index = 0; index < allowing.length; index++) {
    const blockedBy = allowing[index];
    const candidates = plan.allows[index];
    if (blockedBy === undefined || candidates === undefined) continue;
    if (!collectAllows(candidates, resources, context, allows)) {
      return { decision: "implicitDeny", blockedBy, statements: [] };
    }
  }
  return { decision: "allowed", blockedBy: null, statements: allows };
}

/** Adds the statements that allow any of the resources; false when one of the resources is allowed by none. */
function collectAllows(
  candidates: readonly CompiledStatement[],
  resources: readonly string[],
  context: RequestContext,
  allows: StatementRef[],
): boolean {
  const before = allows.length;
  const [only] = resources;
  if (resources.length === 1 && only !== undefined) {
    for (const statement of candidates) {
      if (coversResource(statement, only, context) && conditionsHold(statement, context)) allows.push(statement.ref);
    }
    return allows.length > before;
  }
  const holding = candidates.filter((statement) => conditionsHold(statement, context));
  for (const statement of holding) if (coversAny(statement, resources, context)) allows.push(statement.ref);
  return resources.every((resource) => holding.some((statement) => coversResource(statement, resource, context)));
}
