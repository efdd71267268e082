import { type ActionIndex, indexActions } from "./action-index";
import { type CompiledStatement, compileDocument } from "./compile-statement";
import type { PolicySet, PolicyType } from "./decision";

/** A principal's policies prepared for many requests. Opaque: hand it to `evaluateRequest` and `explainDecision`. */
export interface CompiledPolicySet {
  /** Every statement, by policy type and in document order. */
  readonly statements: readonly CompiledStatement[];
  /** The policy types that must each allow a request, in the order in which AWS checks them. */
  readonly allowing: readonly PolicyType[];
  /** The statements that cover an action, found once for each spelling of an action. */
  readonly planFor: (action: string) => ActionPlan;
}

export interface ActionPlan {
  /** True for the actions that work whatever the policies say. */
  readonly needsNoPermission: boolean;
  readonly denies: readonly CompiledStatement[];
  /** For each type in `allowing`, its Allow statements that cover the action. */
  readonly allows: readonly (readonly CompiledStatement[])[];
}

export function compilePolicySet(set: PolicySet): CompiledPolicySet {
  const statements = [
    ...compileAll(set.rcp, "rcp"),
    ...compileAll(set.scp, "scp"),
    ...compileAll(set.identity, "identity"),
    ...compileAll(set.boundary === null ? [] : [set.boundary], "boundary"),
    ...compileAll(set.session, "session"),
  ];
  const allowing = allowingTypes(set);
  const covering = indexActions(statements);
  return { statements, allowing, planFor: rememberPlans((action) => planAction(covering, allowing, action)) };
}

/**
 * The same policies with more documents beside them: it decides as if all had been compiled together, and what was worked
 * out of the policies alone is used again. Documents are counted from 0 anew.
 */
export function extendPolicySet(
  set: CompiledPolicySet,
  more: Pick<PolicySet, "identity" | "boundary">,
): CompiledPolicySet {
  const { allowing } = set;
  const added = [
    ...compileAll(more.identity, "identity"),
    ...compileAll(more.boundary ? [more.boundary] : [], "boundary"),
  ];
  const covering = indexActions(added);
  return {
    statements: [...set.statements, ...added],
    allowing,
    planFor: rememberPlans((action) => joinPlans(set.planFor(action), planAction(covering, allowing, action))),
  };
}

function joinPlans(plan: ActionPlan, more: ActionPlan): ActionPlan {
  return {
    needsNoPermission: plan.needsNoPermission,
    denies: [...plan.denies, ...more.denies],
    allows: plan.allows.map((allows, index) => [...allows, ...(more.allows[index] ?? [])]),
  };
}

function compileAll(documents: PolicySet["identity"], policyType: PolicyType): CompiledStatement[] {
  return documents.flatMap((document, index) => compileDocument(document, policyType, index));
}

/**
 * Resource control policies are missing here on purpose: RCPFullAWSAccess is attached everywhere and cannot be detached, so
 * that they only ever deny. Order:
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic_policy-eval-denyallow.html
 * RCPs: https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_rcps.html
 */
function allowingTypes(set: PolicySet): readonly PolicyType[] {
  return [
    ...(set.scp.length > 0 ? (["scp"] as const) : []),
    "identity",
    ...(set.boundary !== null ? (["boundary"] as const) : []),
    ...(set.session.length > 0 ? (["session"] as const) : []),
  ];
}

function planAction(coveringStatements: ActionIndex, allowing: readonly PolicyType[], action: string): ActionPlan {
  const lower = action.toLowerCase();
  const covering = coveringStatements(lower);
  return {
    needsNoPermission: withoutPermission.has(lower),
    denies: covering.filter((statement) => statement.effect === "Deny"),
    allows: allowing.map((type) =>
      covering.filter((statement) => statement.effect === "Allow" && statement.ref.policyType === type),
    ),
  };
}

/**
 * Asking who one is works even where it is denied explicitly.
 * Source: https://docs.aws.amazon.com/STS/latest/APIReference/API_GetCallerIdentity.html
 */
const withoutPermission: ReadonlySet<string> = new Set(["sts:getcalleridentity"]);

/** More distinct actions than AWS has; a caller that invents more starts the table afresh rather than growing it. */
const maximumPlans = 25_000;

function rememberPlans(plan: (action: string) => ActionPlan): (action: string) => ActionPlan {
  const plans = new Map<string, ActionPlan>();
  return (action) => {
    const known = plans.get(action);
    if (known !== undefined) return known;
    if (plans.size >= maximumPlans) plans.clear();
    const made = plan(action);
    plans.set(action, made);
    return made;
  };
}
