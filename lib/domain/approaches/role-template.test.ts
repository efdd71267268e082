import { describe, expect, it } from "vitest";
import type { PolicyDocument } from "../policy/policy-document";
import { defaultDeploySettings, type StackTarget } from "../stack";
import type { CandidatePolicies } from "./candidate";
import { noRolePolicies } from "./candidate-shape";
import type { ManagedPolicyTable } from "./managed-policies";
import { writeRoleTemplate } from "./role-template";

const target: StackTarget = {
  stackName: "shop",
  region: "eu-central-1",
  account: "123456789012",
  partition: "aws-cn",
  parameters: {},
};
const documentOf = (resources: readonly string[]): PolicyDocument => ({
  Version: "2012-10-17",
  Statement: [{ Effect: "Allow", Action: "sqs:*", Resource: resources }],
});
const small = documentOf(["*"]);
const managedPolicies: ManagedPolicyTable = {
  version: "one",
  policies: { Basic: { path: "service-role/Basic", document: small } },
};
const write = (policies: Partial<CandidatePolicies>) =>
  writeRoleTemplate(
    { ...noRolePolicies, executionRole: null, ...policies },
    { description: "Boundary", target, settings: defaultDeploySettings, managedPolicies },
  );

describe("writeRoleTemplate", () => {
  it("keeps small policies inline, attaches managed ones by ARN, and makes the boundary a policy of its own", () => {
    const { value, problems } = write({ policies: [small], managedPolicies: ["Basic"], boundary: small });
    expect(problems).toEqual([]);
    expect(value.Resources).toMatchObject({
      DeployRole: {
        Type: "AWS::IAM::Role",
        Properties: {
          RoleName: "github-actions-deploy",
          ManagedPolicyArns: ["arn:aws-cn:iam::aws:policy/service-role/Basic"],
          PermissionsBoundary: { Ref: "DeployRoleBoundary" },
          Policies: [{ PolicyName: "deploy-1", PolicyDocument: small }],
        },
      },
      DeployRoleBoundary: { Type: "AWS::IAM::ManagedPolicy", Properties: { PolicyDocument: small } },
    });
  });

  it("asks who may assume the CI role only where no trust policy is given", () => {
    expect(Object.keys(write({ policies: [small] }).value.Parameters ?? {})).toEqual([
      "GitHubOidcProvider",
      "GitHubSubject",
    ]);
    const trusting = write({ policies: [small], trustPolicy: small }).value;
    expect(trusting.Parameters).toBeUndefined();
    expect(trusting.Resources).toMatchObject({ DeployRole: { Properties: { AssumeRolePolicyDocument: small } } });
  });

  it("makes managed policies of what is too large for a role's inline policies, and tells what is too large for both", () => {
    const arns = (count: number) =>
      Array.from({ length: count }, (_, index) => `arn:aws:sqs:eu-central-1:1:orders-${index}`);
    const [fits, tooLarge] = [documentOf(arns(140)), documentOf(arns(200))];
    const { value, problems } = write({ policies: [fits, tooLarge] });
    expect(value.Resources).toMatchObject({
      DeployRole: { Properties: { ManagedPolicyArns: [{ Ref: "DeployRolePolicy1" }, { Ref: "DeployRolePolicy2" }] } },
      DeployRolePolicy2: { Type: "AWS::IAM::ManagedPolicy" },
    });
    expect(problems.map(({ code }) => code)).toEqual(["over-quota"]);
  });

  it("lets CloudFormation assume the execution role", () => {
    const { value } = write({ policies: [small], executionRole: { ...noRolePolicies, policies: [small] } });
    expect(JSON.stringify(value.Resources["ExecutionRole"])).toContain('"Service":"cloudformation.amazonaws.com"');
  });
});
