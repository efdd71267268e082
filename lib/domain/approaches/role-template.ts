import type { PolicyDocument } from "../policy/policy-document";
import { policyQuotas, policySize } from "../policy/size";
import type { Problem, Staged } from "../problem";
import type { DeploySettings, StackTarget } from "../stack";
import type { CandidatePolicies, RolePolicies } from "./candidate";
import { findManagedPolicyArn, type ManagedPolicyTable } from "./managed-policies";

/** A CloudFormation template, ready for `aws cloudformation deploy`; its roles are named, so it needs CAPABILITY_NAMED_IAM. */
export interface RoleTemplate {
  readonly AWSTemplateFormatVersion: "2010-09-09";
  readonly Description: string;
  readonly Parameters?: Readonly<Record<string, object>>;
  readonly Resources: Readonly<Record<string, object>>;
}

export interface RoleTemplateOptions {
  readonly description: string;
  readonly target: StackTarget;
  readonly settings: DeploySettings;
  readonly managedPolicies: ManagedPolicyTable;
}

/**
 * A candidate as the roles that it stands for: inline policies where they fit a role's quota, managed ones where they do
 * not, and the boundary as a managed policy, since a boundary can be nothing else. What fits neither is a problem.
 */
export function writeRoleTemplate(policies: CandidatePolicies, options: RoleTemplateOptions): Staged<RoleTemplate> {
  const { target, settings } = options;
  const ci = writeRole("DeployRole", settings.ciRoleName, policies, trustGitHub, options);
  const execution =
    policies.executionRole &&
    writeRole("ExecutionRole", nameOf(settings.executionRoleArn), policies.executionRole, trustCloudFormation, options);
  return {
    value: {
      AWSTemplateFormatVersion: "2010-09-09",
      Description: `${options.description} (stack ${target.stackName}, ${target.region})`,
      ...(policies.trustPolicy ? {} : { Parameters: parametersOfTrust }),
      Resources: { ...ci.value, ...execution?.value },
    },
    problems: [...ci.problems, ...(execution?.problems ?? [])],
  };
}

/** Where the policies bring no trust policy, whoever deploys the template says which repository may assume the CI role. */
const parametersOfTrust = {
  GitHubOidcProvider: {
    Type: "String",
    Description: "ARN of the account's identity provider token.actions.githubusercontent.com",
  },
  GitHubSubject: {
    Type: "String",
    Description: "Who may assume the CI role, such as repo:OWNER/REPOSITORY:ref:refs/heads/main",
  },
};

/** https://docs.github.com/en/actions/how-tos/secure-your-work/security-harden-deployments/oidc-in-aws */
const trustGitHub = {
  Version: "2012-10-17",
  Statement: [
    {
      Effect: "Allow",
      Principal: { Federated: { Ref: "GitHubOidcProvider" } },
      Action: "sts:AssumeRoleWithWebIdentity",
      Condition: {
        StringEquals: {
          "token.actions.githubusercontent.com:aud": "sts.amazonaws.com",
          "token.actions.githubusercontent.com:sub": { Ref: "GitHubSubject" },
        },
      },
    },
  ],
};

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/using-iam-servicerole.html */
const trustCloudFormation = {
  Version: "2012-10-17",
  Statement: [{ Effect: "Allow", Principal: { Service: "cloudformation.amazonaws.com" }, Action: "sts:AssumeRole" }],
};

function writeRole(
  logicalId: string,
  roleName: string,
  role: RolePolicies,
  trust: object,
  { target, managedPolicies }: RoleTemplateOptions,
): Staged<Readonly<Record<string, object>>> {
  const boundaryId = `${logicalId}Boundary`;
  const isInline = sumOf(role.policies) <= policyQuotas.inlineOfRole;
  const arns = role.managedPolicies.map((name) => findManagedPolicyArn(name, managedPolicies, target.partition));
  const own = role.policies.map((document, index) => ({ document, id: `${logicalId}Policy${index + 1}` }));
  const attached = [...arns, ...(isInline ? [] : own.map(({ id }) => ({ Ref: id })))];
  return {
    value: {
      [logicalId]: {
        Type: "AWS::IAM::Role",
        Properties: {
          RoleName: roleName,
          AssumeRolePolicyDocument: role.trustPolicy ?? trust,
          ...(attached.length > 0 ? { ManagedPolicyArns: attached } : {}),
          ...(role.boundary ? { PermissionsBoundary: { Ref: boundaryId } } : {}),
          ...(isInline && own.length > 0
            ? {
                Policies: own.map(({ document }, index) => ({
                  PolicyName: `deploy-${index + 1}`,
                  PolicyDocument: document,
                })),
              }
            : {}),
        },
      },
      ...(isInline ? {} : Object.fromEntries(own.map(({ id, document }) => [id, writeManagedPolicy(document)]))),
      ...(role.boundary ? { [boundaryId]: writeManagedPolicy(role.boundary) } : {}),
    },
    problems: [
      ...(isInline ? [] : role.policies.flatMap((document) => tellTooLarge(document, `a policy of ${roleName}`))),
      ...(role.boundary ? tellTooLarge(role.boundary, `the boundary of ${roleName}`) : []),
    ],
  };
}

function writeManagedPolicy(document: PolicyDocument): object {
  return { Type: "AWS::IAM::ManagedPolicy", Properties: { PolicyDocument: document } };
}

function tellTooLarge(document: PolicyDocument, what: string): readonly Problem[] {
  const size = policySize(document);
  if (size <= policyQuotas.managed) return [];
  const message = `IAM takes ${policyQuotas.managed} characters in a managed policy, and ${what} has ${size}; split it before you deploy this template.`;
  return [{ code: "over-quota", severity: "error", message }];
}

function sumOf(documents: readonly PolicyDocument[]): number {
  return documents.reduce((sum, document) => sum + policySize(document), 0);
}

function nameOf(arn: string | null): string {
  return arn ? arn.slice(arn.lastIndexOf("/") + 1) : "cloudformation-execution";
}
