import type { CandidatePolicies, RolePolicies } from "../approaches/candidate";
import { noRolePolicies } from "../approaches/candidate-shape";
import type { ManagedPolicyTable } from "../approaches/managed-policies";
import type { PrincipalRole } from "../deployment/api-call";
import { type CompiledPolicySet, extendPolicySet } from "../policy/compile-policies";
import type { Decision } from "../policy/decision";
import { evaluateRequest } from "../policy/evaluate";
import type { PolicyDocument, Statement } from "../policy/policy-document";
import { versionWithVariables } from "../policy/policy-variables";
import { type CompiledRoles, compileRole, type Decide } from "./decide";
import type { FixPart } from "./trial";

/** An Allow that a fix adds, whether it joins a statement or stands alone. */
export type AddedStatement = Pick<FixPart, "role" | "policyType" | "statement">;

/** What a candidate decides while fixes are added to it one after the other. */
export interface GrowingDecisions {
  readonly decide: Decide;
  readonly policiesOf: (principal: PrincipalRole) => CompiledPolicySet;
  readonly add: (added: readonly AddedStatement[]) => void;
}

/**
 * Additions stand in documents of their own beside the candidate's, which are compiled once. `fixDenials` lets a statement
 * take an addition in only where that grants nothing else, so that both decide the same; an Allow names other statements,
 * which no trial shows. Additions only ever allow: what is allowed once stays so.
 */
export function startGrowing(
  given: CandidatePolicies,
  compiled: CompiledRoles,
  managedPolicies: ManagedPolicyTable,
): GrowingDecisions {
  const roles = {
    ci: startGrowingRole(given, compiled.ci, managedPolicies),
    "execution-role": startGrowingRole(
      given.executionRole ?? noRolePolicies,
      compiled["execution-role"],
      managedPolicies,
    ),
  };
  const allowed = new Map<string, Decision>();
  const denied = new Map<string, Decision>();
  return {
    decide: (request) => {
      const known = allowed.get(request.key) ?? denied.get(request.key);
      if (known) return known;
      const decision = evaluateRequest(roles[request.principal].policies(), request);
      (decision.decision === "allowed" ? allowed : denied).set(request.key, decision);
      return decision;
    },
    policiesOf: (principal) => roles[principal].policies(),
    add: (added) => {
      denied.clear();
      for (const principal of ["ci", "execution-role"] as const) {
        roles[principal].add(added.filter(({ role }) => role === principal));
      }
    },
  };
}

function startGrowingRole(role: RolePolicies, compiled: CompiledPolicySet, managedPolicies: ManagedPolicyTable) {
  const [identity, boundary]: [Statement[], Statement[]] = [[], []];
  const last = role.policies.at(-1);
  const version = last ? last.Version : versionWithVariables;
  let [given, policies] = [compiled, compiled];
  return {
    policies: () => policies,
    add: (added: readonly AddedStatement[]) => {
      if (added.length === 0) return;
      for (const { policyType, statement } of added) (policyType === "boundary" ? boundary : identity).push(statement);
      // A role's first policy stands before those of AWS, which denials then count on from it.
      if (!last && identity.length > 0 && given === compiled)
        given = compileRole({ ...role, policies: [documentOf([], version)] }, managedPolicies);
      policies = extendPolicySet(given, {
        identity: [documentOf(identity, version)],
        boundary: documentOf(boundary, role.boundary?.Version),
      });
    },
  };
}

function documentOf(statements: readonly Statement[], version: string | undefined): PolicyDocument {
  return { ...(version === undefined ? {} : { Version: version }), Statement: statements };
}
