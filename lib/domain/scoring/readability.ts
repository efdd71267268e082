import type { CandidatePolicies, RolePolicies } from "../approaches/candidate";
import { findManagedPolicies, type ManagedPolicyTable } from "../approaches/managed-policies";
import type { ConditionBlock, PolicyDocument, Statement } from "../policy/policy-document";
import { policySize } from "../policy/size";
import type { Readability } from "./scores";

/**
 * How much there is to read in what a candidate permits, over the same documents as the action count: those of every
 * role, boundaries and attached managed policies included. Facts, without a verdict.
 */
export function measureReadability(policies: CandidatePolicies, managedPolicies: ManagedPolicyTable): Readability {
  const roles: readonly RolePolicies[] = [policies, ...(policies.executionRole ? [policies.executionRole] : [])];
  const documents = roles.flatMap((role) => documentsOf(role, managedPolicies));
  const statements = documents.flatMap((document) => document.Statement);
  const conditions = statements.flatMap((statement) => listConditions(statement.Condition ?? {}));
  return {
    documents: documents.length,
    statements: statements.length,
    characters: documents.reduce((sum, document) => sum + policySize(document), 0),
    resources: new Set(statements.flatMap(listResources)).size,
    conditions: new Set(conditions).size,
  };
}

function documentsOf(role: RolePolicies, managedPolicies: ManagedPolicyTable): readonly PolicyDocument[] {
  const managed = findManagedPolicies(role.managedPolicies, managedPolicies).value;
  return [...role.policies, ...managed, ...(role.boundary ? [role.boundary] : [])];
}

function listResources({ Resource, NotResource }: Statement): readonly string[] {
  return [Resource ?? [], NotResource ?? []].flat();
}

/**
 * One for each operator and key with its values, in whatever order they stand. Keys are not case-sensitive.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition.html
 */
function listConditions(block: ConditionBlock): readonly string[] {
  return Object.entries(block).flatMap(([operator, keys]) =>
    Object.entries(keys).map(([key, value]) =>
      JSON.stringify([operator, key.toLowerCase(), [value].flat().map(String).sort()]),
    ),
  );
}
