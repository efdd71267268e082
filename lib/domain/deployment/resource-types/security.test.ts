import { describe, expect, it } from "vitest";
import type { JsonObject } from "../../json";
import { defaultDeploySettings } from "../../stack";
import { probeActions, probeChecks } from "./rule-probe";

const tags = [{ Key: "a", Value: "b" }];
const withoutRoles = { account: { ...defaultDeploySettings.account, serviceLinkedRolesExist: false } };

describe("AWS::KMS::Key", () => {
  const key = (properties: JsonObject = {}) => ({ Data: { Type: "AWS::KMS::Key", Properties: properties } });

  it("is created on everything; the rest on the key", () => {
    expect(probeActions(key(), "create")).toEqual(["kms:CreateKey"]);
    const [create, policy] = probeChecks(key({ KeyPolicy: {} }), "create");
    expect(create?.resources).toEqual(["*"]);
    expect(policy).toMatchObject({
      action: "kms:PutKeyPolicy",
      patterns: ["arn:aws:kms:eu-central-1:123456789012:key/*"],
    });
  });

  it.each<[string, JsonObject, string]>([
    ["EnableKeyRotation", { EnableKeyRotation: true }, "kms:EnableKeyRotation"],
    ["Enabled", { Enabled: false }, "kms:DisableKey"],
    ["Tags", { Tags: tags }, "kms:TagResource"],
  ])("with %s makes the call that it causes, without it not", (_name, properties, action) => {
    expect(probeActions(key(properties), "create")).toContain(action);
    expect(probeActions(key(), "create")).not.toContain(action);
  });

  it("is described where an attribute is taken", () => {
    const user = {
      Topic: { Type: "AWS::SNS::Topic", Properties: { KmsMasterKeyId: { "Fn::GetAtt": ["Data", "Arn"] } } },
    };
    expect(probeActions(key(), "create")).not.toContain("kms:DescribeKey");
    expect(probeActions({ ...key(), ...user }, "create")).toContain("kms:DescribeKey");
  });

  it("looks at its tags only where they change, and needs no call for what is the default", () => {
    const update = (before: JsonObject, after: JsonObject) =>
      probeActions(key(after), "update", { before: key(before) });
    const look = "kms:DescribeKey";
    expect(update({}, { Tags: tags })).toEqual([look, "kms:ListResourceTags", "kms:TagResource"]);
    expect(update({}, { Description: "d" })).toEqual([look, "kms:UpdateKeyDescription"]);
    expect(update({}, { Enabled: true, EnableKeyRotation: false })).toEqual([look]);
  });

  it("is enabled before its rotation changes, and disabled after it", () => {
    const [off, on] = [{ Enabled: false }, { EnableKeyRotation: true }];
    const update = (before: JsonObject, after: JsonObject) =>
      probeActions(key(after), "update", { before: key(before) }).slice(1);
    expect(update(off, on)).toEqual(["kms:EnableKey", "kms:EnableKeyRotation"]);
    expect(update(on, off)).toEqual(["kms:DisableKeyRotation", "kms:DisableKey"]);
  });

  it("is scheduled for deletion", () => {
    expect(probeActions(key(), "delete")).toEqual(["kms:ScheduleKeyDeletion", "kms:DescribeKey"]);
  });
});

describe("AWS::KMS::Alias", () => {
  it("is checked on alias and key", () => {
    const alias = { Name: { Type: "AWS::KMS::Alias", Properties: { AliasName: "alias/data", TargetKeyId: "k" } } };
    expect(probeChecks(alias, "create").map(({ resources: [arn] }) => arn)).toEqual([
      "arn:aws:kms:eu-central-1:123456789012:alias/data",
      "arn:aws:kms:eu-central-1:123456789012:key/k",
    ]);
  });

  it("is checked on both keys when it goes from one to the other", () => {
    const alias = (TargetKeyId: string) => ({
      Name: { Type: "AWS::KMS::Alias", Properties: { AliasName: "alias/data", TargetKeyId } },
    });
    const checks = probeChecks(alias("k2"), "update", { before: alias("k1") });
    expect(checks.map(({ action, resources: [arn] }) => `${action} ${arn?.split(":").at(-1)}`)).toEqual([
      "kms:UpdateAlias alias/data",
      "kms:UpdateAlias key/k1",
      "kms:UpdateAlias key/k2",
    ]);
  });
});

describe("AWS::SecretsManager::Secret", () => {
  const secret = (properties: JsonObject = {}) => ({
    Login: { Type: "AWS::SecretsManager::Secret", Properties: properties },
  });

  it("draws a password only if told, and uses a key only if given", () => {
    expect(probeActions(secret(), "create")).toEqual(["secretsmanager:CreateSecret"]);
    expect(probeActions(secret({ GenerateSecretString: {} }), "create")).toContain("secretsmanager:GetRandomPassword");
    expect(probeActions(secret({ KmsKeyId: "k" }), "create")).toContain("kms:GenerateDataKey");
    expect(probeChecks(secret(), "create")[0]?.patterns).toEqual([
      "arn:aws:secretsmanager:eu-central-1:123456789012:secret:Login-*-*",
    ]);
  });

  it("takes a tag off before it puts another value on", () => {
    const after = secret({ Tags: [{ Key: "a", Value: "c" }] });
    expect(probeActions(after, "update", { before: secret({ Tags: tags }) })).toEqual([
      "secretsmanager:UntagResource",
      "secretsmanager:TagResource",
    ]);
  });
});

describe("AWS::SSM::Parameter", () => {
  const parameter = (properties: JsonObject = {}) => ({
    Rate: { Type: "AWS::SSM::Parameter", Properties: { Type: "String", Value: "1", ...properties } },
  });

  it("is put and read back; tagged only with tags", () => {
    expect(probeActions(parameter(), "create")).toEqual(["ssm:PutParameter", "ssm:GetParameters"]);
    expect(probeActions(parameter({ Tags: { a: "b" } }), "create")).toContain("ssm:AddTagsToResource");
    expect(probeChecks(parameter(), "create")[0]?.patterns).toEqual([
      "arn:aws:ssm:eu-central-1:123456789012:parameter/CFN-Rate-*",
    ]);
    expect(probeChecks(parameter({ Name: "/shop/rate" }), "create")[0]?.resources[0]).toMatch(/parameter\/shop\/rate$/);
  });

  it("is tagged first, and put only where more than tags has changed", () => {
    const update = (after: JsonObject) => probeActions(parameter(after), "update", { before: parameter() });
    expect(update({ Tags: { a: "b" } })).toEqual(["ssm:AddTagsToResource", "ssm:GetParameters"]);
    expect(update({ Value: "2" })).toEqual(["ssm:GetParameters", "ssm:PutParameter"]);
  });
});

describe("AWS::Cognito::UserPool", () => {
  const pool = (properties: JsonObject = {}) => ({
    People: { Type: "AWS::Cognito::UserPool", Properties: properties },
  });

  it("is tagged and given factors in calls of their own", () => {
    expect(probeActions(pool(), "create")).toEqual(["cognito-idp:CreateUserPool"]);
    expect(probeActions(pool({ UserPoolTags: { a: "b" } }), "create")).toEqual([
      "cognito-idp:CreateUserPool",
      "cognito-idp:TagResource",
    ]);
    const tags = probeChecks(pool({ UserPoolTags: { a: "b" } }), "create").at(-1);
    expect(tags?.resources).toEqual(["arn:aws:cognito-idp:eu-central-1:123456789012:userpool/*"]);
    expect(probeActions(pool({ MfaConfiguration: "ON" }), "create")).toContain("cognito-idp:SetUserPoolMfaConfig");
    expect(probeActions(pool({ MfaConfiguration: "OFF" }), "create")).not.toContain("cognito-idp:SetUserPoolMfaConfig");
  });

  it("passes the role for text messages, and brings the one for mail", () => {
    const sms = pool({ SmsConfiguration: { SnsCallerArn: "arn:aws:iam::123456789012:role/r" } });
    expect(probeActions(sms, "create")).toContain("iam:PassRole");
    const mail = pool({ EmailConfiguration: { EmailSendingAccount: "DEVELOPER" } });
    expect(probeActions(mail, "create")).not.toContain("iam:CreateServiceLinkedRole");
    expect(probeActions(mail, "create", { settings: withoutRoles })).toContain("iam:CreateServiceLinkedRole");
  });

  it("is described where its ARN is taken", () => {
    const user = {
      Topic: { Type: "AWS::SNS::Topic", Properties: { DisplayName: { "Fn::GetAtt": ["People", "Arn"] } } },
    };
    expect(probeActions({ ...pool(), ...user }, "create")).toContain("cognito-idp:DescribeUserPool");
  });

  it("takes new attributes with a call of their own", () => {
    expect(probeActions(pool({ Schema: [{ Name: "level" }] }), "update", { before: pool() })).toEqual([
      "cognito-idp:AddCustomAttributes",
    ]);
  });
});

describe("other types of Cognito", () => {
  it("passes the roles of an identity pool and of a group", () => {
    const role = "arn:aws:iam::123456789012:role/r";
    const roles = {
      Roles: {
        Type: "AWS::Cognito::IdentityPoolRoleAttachment",
        Properties: { IdentityPoolId: "p", Roles: { authenticated: role } },
      },
    };
    expect(probeActions(roles, "create")).toEqual(["cognito-identity:SetIdentityPoolRoles", "iam:PassRole"]);
    const group = (properties: JsonObject) => ({
      Staff: { Type: "AWS::Cognito::UserPoolGroup", Properties: { UserPoolId: "p", ...properties } },
    });
    expect(probeActions(group({}), "create")).toEqual(["cognito-idp:CreateGroup"]);
    expect(probeActions(group({ RoleArn: role }), "create")).toContain("iam:PassRole");
  });
});

describe("AWS::CloudWatch::Alarm", () => {
  const alarm = (properties: JsonObject = {}) => ({ Late: { Type: "AWS::CloudWatch::Alarm", Properties: properties } });

  it("shows its actions, and brings a role for those on instances", () => {
    const topic = "arn:aws:sns:eu-central-1:123456789012:t";
    expect(probeChecks(alarm({ AlarmActions: [topic] }), "create")[0]?.context).toMatchObject({
      "cloudwatch:AlarmActions": [topic],
    });
    expect(probeActions(alarm({ AlarmActions: [topic] }), "create", { settings: withoutRoles })).not.toContain(
      "iam:CreateServiceLinkedRole",
    );
    const stop = alarm({ AlarmActions: ["arn:aws:automate:eu-central-1:ec2:stop"] });
    expect(probeActions(stop, "create", { settings: withoutRoles })).toContain("iam:CreateServiceLinkedRole");
    expect(probeActions(stop, "create")).not.toContain("iam:CreateServiceLinkedRole");
    expect(probeActions(alarm({ Tags: tags }), "create")).toContain("cloudwatch:TagResource");
  });
});
