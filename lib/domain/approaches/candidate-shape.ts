import { z } from "zod";
import { parsePolicyJson } from "../policy/parse-policy";
import type { PolicyDocument } from "../policy/policy-document";
import { largestRole, policySize } from "../policy/size";
import type { Problem, Staged } from "../problem";
import type { CandidatePolicies, RolePolicies } from "./candidate";

export const noRolePolicies: RolePolicies = { policies: [], managedPolicies: [], boundary: null, trustPolicy: null };

const roleShape = z.object({
  policies: z.array(z.unknown()).default([]),
  managedPolicies: z.array(z.string()).default([]),
  boundary: z.unknown().default(null),
  trustPolicy: z.unknown().default(null),
});
const candidateShape = roleShape.extend({ executionRole: roleShape.nullable().default(null) });

/**
 * A candidate from JSON: either one policy document (it has a `Statement`), or the shape `{policies, managedPolicies,
 * boundary, executionRole, trustPolicy}` of which every field may be missing.
 */
export function readCandidate(json: unknown): Staged<CandidatePolicies | null> {
  if (isPolicyLike(json)) return readSinglePolicy(json);
  const parsed = candidateShape.safeParse(json);
  if (!parsed.success || !namesAnyPolicy(json)) return { value: null, problems: [notACandidate()] };
  const ci = readRole(parsed.data);
  const executionRole = parsed.data.executionRole ? readRole(parsed.data.executionRole) : null;
  const problems = [...ci.problems, ...(executionRole?.problems ?? [])];
  if (!ci.value || (executionRole && !executionRole.value)) return { value: null, problems };
  return { value: { ...ci.value, executionRole: executionRole?.value ?? null }, problems };
}

function readSinglePolicy(json: unknown): Staged<CandidatePolicies | null> {
  const { value, problems } = readRole({ policies: [json], managedPolicies: [], boundary: null, trustPolicy: null });
  return { value: value && { ...value, executionRole: null }, problems };
}

function readRole(role: z.infer<typeof roleShape>): Staged<RolePolicies | null> {
  const policies = role.policies.map((policy) => parsePolicyJson(policy));
  const boundary = readOptional(role.boundary);
  const trustPolicy = readOptional(role.trustPolicy);
  const problems = [...policies.flatMap((policy) => policy.problems), ...boundary.problems, ...trustPolicy.problems];
  const documents = policies.map((policy) => policy.value).filter((document) => document !== null);
  if (documents.length < policies.length || boundary.failed || trustPolicy.failed) return { value: null, problems };
  const all = [...documents, ...(boundary.value ? [boundary.value] : [])];
  const characters = all.reduce((sum, document) => sum + policySize(document), 0);
  if (characters > largestRole) return { value: null, problems: [...problems, roleTooLarge(characters)] };
  // Attached twice is attached once.
  const managedPolicies = [...new Set(role.managedPolicies)];
  return {
    value: { policies: documents, managedPolicies, boundary: boundary.value, trustPolicy: trustPolicy.value },
    problems,
  };
}

function readOptional(json: unknown): Staged<PolicyDocument | null> & { readonly failed: boolean } {
  if (json === null || json === undefined) return { value: null, problems: [], failed: false };
  const parsed = parsePolicyJson(json);
  return { ...parsed, failed: parsed.value === null };
}

function isPolicyLike(json: unknown): boolean {
  return typeof json === "object" && json !== null && "Statement" in json;
}

function namesAnyPolicy(json: unknown): boolean {
  return typeof json === "object" && json !== null && Object.keys(candidateShape.shape).some((key) => key in json);
}

function roleTooLarge(characters: number): Problem {
  return {
    code: "role-too-large",
    severity: "error",
    message:
      `The role's policies have ${characters} characters together, and IAM takes no more than ${largestRole} for a role in ` +
      "any account. Leave out what the role does not need, or give the policies one by one.",
  };
}

function notACandidate(): Problem {
  return {
    code: "not-a-candidate",
    severity: "error",
    message:
      "This is neither a policy document (an object with Statement) nor a candidate (an object with policies, managedPolicies, boundary, executionRole or trustPolicy). Paste one of the two as JSON.",
  };
}
