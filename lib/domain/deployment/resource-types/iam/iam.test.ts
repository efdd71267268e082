import { describe, expect, it } from "vitest";
import type { JsonObject } from "../../../json";
import { probeActions, probeChecks } from "../rule-probe";

const trust = { Version: "2012-10-17", Statement: [] };
const role = (properties: JsonObject = {}) => ({
  Worker: { Type: "AWS::IAM::Role", Properties: { AssumeRolePolicyDocument: trust, ...properties } },
});
const inline = (name: string, action = "s3:GetObject") => ({
  PolicyName: name,
  PolicyDocument: { Statement: [{ Action: action }] },
});
const boundary = "arn:aws:iam::123456789012:policy/boundary";
const updated = (after: JsonObject, before: JsonObject = {}) =>
  probeActions(role(after), "update", { before: role(before) });

describe("AWS::IAM::Role", () => {
  it("is made and read back; nothing else without cause", () => {
    expect(probeActions(role(), "create")).toEqual(["iam:CreateRole", "iam:GetRole"]);
    expect(probeActions(role(), "delete")).toEqual(["iam:DeleteRole"]);
  });

  it("attaches what it is told, with the policy's ARN as context", () => {
    const arn = "arn:aws:iam::aws:policy/ReadOnlyAccess";
    const attach = probeChecks(role({ ManagedPolicyArns: [arn] }), "create").find(
      ({ action }) => action === "iam:AttachRolePolicy",
    );
    expect(attach?.context["iam:PolicyARN"]).toEqual([arn]);
    expect(probeActions(role({ ManagedPolicyArns: [arn] }), "delete")).toEqual([
      "iam:DetachRolePolicy",
      "iam:DeleteRole",
    ]);
  });

  it("looks for an inline policy before it writes it, once for several", () => {
    const actions = probeChecks(role({ Policies: [inline("a"), inline("b")] }), "create").map(({ action }) => action);
    expect(actions).toEqual(["iam:CreateRole", "iam:GetRolePolicy", "iam:PutRolePolicy", "iam:GetRole"]);
  });

  it("tags in a call of its own", () => {
    const checks = probeChecks(role({ Tags: [{ Key: "a", Value: "b" }] }), "create");
    expect(checks.find(({ action }) => action === "iam:CreateRole")?.context).not.toHaveProperty("aws:TagKeys");
    expect(checks.find(({ action }) => action === "iam:TagRole")?.context).toMatchObject({ "aws:TagKeys": ["a"] });
  });

  it("shows its boundary where there is one", () => {
    expect(probeChecks(role({ PermissionsBoundary: boundary }), "create")[0]?.context).toMatchObject({
      "iam:PermissionsBoundary": [boundary],
    });
    expect(probeChecks(role(), "create")[0]?.context).not.toHaveProperty("iam:PermissionsBoundary");
  });

  it("changes each part with its own call", () => {
    expect(updated({ Description: "x" })).toEqual(["iam:UpdateRoleDescription"]);
    expect(updated({ MaxSessionDuration: 7200 })).toEqual(["iam:UpdateRole"]);
    expect(updated({ AssumeRolePolicyDocument: { Statement: [{}] } })).toEqual(["iam:UpdateAssumeRolePolicy"]);
    expect(updated({ PermissionsBoundary: boundary })).toEqual(["iam:PutRolePermissionsBoundary"]);
    expect(updated({}, { PermissionsBoundary: boundary })).toEqual(["iam:DeleteRolePermissionsBoundary"]);
    expect(updated({ Policies: [inline("a", "s3:PutObject")] }, { Policies: [inline("a")] })).toEqual([
      "iam:GetRolePolicy",
      "iam:PutRolePolicy",
    ]);
    expect(updated({}, { Policies: [inline("a")] })).toEqual(["iam:DeleteRolePolicy"]);
    expect(updated({}, { Tags: [{ Key: "a", Value: "b" }] })).toEqual(["iam:UntagRole"]);
  });

  it("stands below its path", () => {
    expect(probeChecks(role({ RoleName: "worker", Path: "/team/" }), "create")[0]?.resources).toEqual([
      "arn:aws:iam::123456789012:role/team/worker",
    ]);
  });
});

describe("policies", () => {
  it("AWS::IAM::Policy writes to each entity that it names", () => {
    const resources = {
      ...role({ RoleName: "worker", Path: "/team/" }),
      Rights: {
        Type: "AWS::IAM::Policy",
        Properties: { PolicyName: "p", PolicyDocument: {}, Roles: [{ Ref: "Worker" }], Groups: ["staff"] },
      },
    };
    const puts = probeChecks(resources, "create").filter(({ action }) => action.startsWith("iam:Put"));
    expect(puts.map(({ action, resources: [arn] }) => [action, arn])).toEqual([
      ["iam:PutRolePolicy", "arn:aws:iam::123456789012:role/team/worker"],
      ["iam:PutGroupPolicy", "arn:aws:iam::123456789012:group/staff"],
    ]);
  });

  it("AWS::IAM::ManagedPolicy keeps one version only when its document changes", () => {
    const policy = (document: JsonObject, more: JsonObject = {}) => ({
      Rights: { Type: "AWS::IAM::ManagedPolicy", Properties: { PolicyDocument: document, ...more } },
    });
    expect(probeActions(policy({}), "create")).toEqual(["iam:CreatePolicy"]);
    expect(probeActions(policy({}, { Roles: ["worker"] }), "create")).toEqual([
      "iam:CreatePolicy",
      "iam:AttachRolePolicy",
    ]);
    expect(probeActions(policy({ Statement: [] }), "update", { before: policy({}) })).toEqual([
      "iam:ListPolicyVersions",
      "iam:CreatePolicyVersion",
      "iam:DeletePolicyVersion",
    ]);
  });
});

describe("people and profiles", () => {
  it("an instance profile passes its role to EC2", () => {
    const profile = { Box: { Type: "AWS::IAM::InstanceProfile", Properties: { Roles: ["worker"] } } };
    const pass = probeChecks(profile, "create").find(({ action }) => action === "iam:PassRole");
    expect(pass?.context["iam:PassedToService"]).toEqual(["ec2.amazonaws.com"]);
  });

  it("a user joins groups and gets a password only if told", () => {
    const user = (properties: JsonObject) => ({ Ann: { Type: "AWS::IAM::User", Properties: properties } });
    expect(probeActions(user({}), "create")).toEqual(["iam:CreateUser", "iam:GetUser"]);
    expect(probeActions(user({ Groups: ["staff"], LoginProfile: { Password: "x" } }), "create")).toEqual([
      "iam:CreateUser",
      "iam:AddUserToGroup",
      "iam:CreateLoginProfile",
      "iam:GetUser",
    ]);
    expect(probeActions(user({}), "delete")).toEqual(["iam:ListAccessKeys", "iam:DeleteUser"]);
  });
});
