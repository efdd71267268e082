import type { CandidatePolicies, RolePolicies } from "../domain/approaches/candidate";
import { noRolePolicies } from "../domain/approaches/candidate-shape";
import { readManagedPolicies } from "./commands/evaluate";
import type { Arguments, OptionKinds } from "./read-arguments";
import { readCandidateFile, readPolicy } from "./read-files";
import { UnusableInput } from "./unusable-input";

/** Options of every command that tries a role: what it and the execution role may do. */
export const roleOptions = {
  policy: "many",
  "managed-policy": "many",
  boundary: "one",
  "execution-policy": "many",
  "execution-managed-policy": "many",
  "execution-boundary": "one",
} as const satisfies OptionKinds;

export function readPolicies(args: Arguments): CandidatePolicies {
  const role = readRole(args, "");
  const executionRole = readRole(args, "execution-");
  const given = args.many("policy").map(readCandidateFile);
  if (given.length === 0 && role.managedPolicies.length === 0) {
    throw new UnusableInput("Which policy? Give --policy with a file, or --managed-policy with a name.");
  }
  return {
    policies: given.flatMap((candidate) => candidate.policies),
    managedPolicies: [...given.flatMap((candidate) => candidate.managedPolicies), ...role.managedPolicies],
    boundary: role.boundary ?? given.find((candidate) => candidate.boundary)?.boundary ?? null,
    trustPolicy: given.find((candidate) => candidate.trustPolicy)?.trustPolicy ?? null,
    executionRole: isEmpty(executionRole)
      ? (given.find((candidate) => candidate.executionRole)?.executionRole ?? null)
      : executionRole,
  };
}

function readRole(args: Arguments, prefix: "" | "execution-"): RolePolicies {
  const managedPolicies = args.many(`${prefix}managed-policy`);
  readManagedPolicies(managedPolicies);
  const boundary = args.one(`${prefix}boundary`);
  return {
    ...noRolePolicies,
    policies: prefix === "" ? [] : args.many("execution-policy").map(readPolicy),
    managedPolicies,
    boundary: boundary === undefined ? null : readPolicy(boundary),
  };
}

function isEmpty(role: RolePolicies): boolean {
  return role.policies.length === 0 && role.managedPolicies.length === 0 && role.boundary === null;
}
