import { describe, expect, it } from "vitest";
import { probeChecks } from "./resource-types/rule-probe";

const tags = [{ Key: "team", Value: "shop" }];
const resources = {
  Worker: {
    Type: "AWS::IAM::Role",
    Properties: {
      RoleName: "worker",
      AssumeRolePolicyDocument: {},
      ManagedPolicyArns: ["arn:aws:iam::aws:policy/p"],
      Tags: tags,
    },
  },
  Sell: {
    Type: "AWS::Lambda::Function",
    Properties: { Role: { "Fn::GetAtt": ["Worker", "Arn"] }, Code: { ZipFile: "x" } },
  },
};
const shown = (phase: "create" | "delete", action: string) =>
  probeChecks(resources, phase).find((check) => check.action === action)?.context["aws:ResourceTag/team"];

describe("aws:ResourceTag", () => {
  it("is not there before a resource is tagged", () => {
    expect(shown("create", "iam:CreateRole")).toBeUndefined();
    expect(shown("create", "iam:TagRole")).toBeUndefined();
  });

  it("is there for later calls, for deletion, and where another resource uses this one", () => {
    expect(shown("create", "iam:AttachRolePolicy")).toEqual(["shop"]);
    expect(shown("delete", "iam:DeleteRole")).toEqual(["shop"]);
    expect(shown("create", "iam:PassRole")).toEqual(["shop"]);
  });

  it("is not there for resources without tags", () => {
    expect(shown("create", "lambda:GetFunction")).toBeUndefined();
  });

  it("shows CloudFormation's own tags on what it has made, where the type takes them", () => {
    const stackName = (phase: "create" | "delete", action: string) =>
      probeChecks(resources, phase).find((check) => check.action === action)?.context[
        "aws:ResourceTag/aws:cloudformation:stack-name"
      ];
    expect(stackName("delete", "lambda:DeleteFunction")).toHaveLength(1);
    expect(stackName("create", "lambda:CreateFunction")).toBeUndefined();
    expect(stackName("delete", "iam:DeleteRole")).toBeUndefined();
  });
});
