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
  const resources = resourcesOf(request);
  const denies = plan.denies.length === 0 ? [] : applyingStatements(plan.denies, resources, request.context);
  const deny = denies[0];
  if (deny !== undefined) return { decision: "explicitDeny", blockedBy: deny.policyType, statements: denies };
  return decideAllows(compiled.allowing, plan, resources, request.context);
}

export function resourcesOf(request: AccessRequest): readonly string[] {
  return request.resources.length === 0 ? anyResource : request.resources;
}

/** The statements that apply to at least one of the resources, each once. */
function applyingStatements(
  statements: readonly CompiledStatement[],
  resources: readonly string[],
  context: RequestContext,
): StatementRef[] {
  const applying: StatementRef[] = [];
  for (const statement of statements) {
    const covers = resources.some((resource) => coversResource(statement, resource, context));
    if (covers && conditionsHold(statement, context)) applying.push(statement.ref);
  }
  return applying;
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
  const holding = candidates.filter((statement) => conditionsHold(statement, context));
  const covered = resources.map(() => false);
  for (const statement of holding) {
    let applies = false;
    for (const [index, resource] of resources.entries()) {
      if (!coversResource(statement, resource, context)) continue;
      covered[index] = true;
      applies = true;
    }
    if (applies) allows.push(statement.ref);
  }
  return !covered.includes(false);
}
