import type { CandidatePolicies, RolePolicies } from "../approaches/candidate";
import { noRolePolicies } from "../approaches/candidate-shape";
import { findManagedPolicies, type ManagedPolicyTable } from "../approaches/managed-policies";
import type { ApiRequest, PrincipalRole } from "../deployment/api-call";
import { type CompiledPolicySet, compilePolicySet } from "../policy/compile-policies";
import type { Decision } from "../policy/decision";
import { evaluateRequest } from "../policy/evaluate";

/** What the candidate's policies say to a request. Decisions are kept by the request's key. */
export type Decide = (request: ApiRequest) => Decision;

/** Compiles every role of a candidate once. */
export function decideWith(policies: CandidatePolicies, managedPolicies: ManagedPolicyTable): Decide {
  const compiled = compileRoles(policies, managedPolicies);
  const decisions = new Map<string, Decision>();
  return (request) => {
    const known = decisions.get(request.key);
    if (known) return known;
    const decision = evaluateRequest(compiled[request.principal], request);
    decisions.set(request.key, decision);
    return decision;
  };
}

export type CompiledRoles = Readonly<Record<PrincipalRole, CompiledPolicySet>>;

/** A role that the candidate does not have allows nothing. */
export function compileRoles(policies: CandidatePolicies, managedPolicies: ManagedPolicyTable): CompiledRoles {
  return {
    ci: compileRole(policies, managedPolicies),
    "execution-role": compileRole(policies.executionRole ?? noRolePolicies, managedPolicies),
  };
}

export function compileRole(role: RolePolicies, managedPolicies: ManagedPolicyTable): CompiledPolicySet {
  const managed = findManagedPolicies(role.managedPolicies, managedPolicies).value;
  return compilePolicySet({
    identity: [...role.policies, ...managed],
    boundary: role.boundary,
    session: [],
    scp: [],
    rcp: [],
  });
}
