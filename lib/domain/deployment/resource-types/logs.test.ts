import { describe, expect, it } from "vitest";
import type { JsonObject } from "../../json";
import { probeActions, probeChecks } from "./rule-probe";

const group = (properties: JsonObject = {}) => ({
  Trace: { Type: "AWS::Logs::LogGroup", Properties: { LogGroupName: "/shop/trace", ...properties } },
});
const arn = "arn:aws:logs:eu-central-1:123456789012:log-group:/shop/trace";

describe("AWS::Logs::LogGroup", () => {
  it("is checked with what follows the name; tags on the bare ARN", () => {
    const [create, tag] = probeChecks(group({ Tags: [{ Key: "a", Value: "b" }] }), "create");
    expect(create).toMatchObject({
      action: "logs:CreateLogGroup",
      resources: [`${arn}:log-stream:`],
      patterns: [`${arn}:*`],
    });
    expect(tag).toMatchObject({ action: "logs:TagResource", resources: [arn] });
  });

  it.each<[string, JsonObject, string]>([
    ["RetentionInDays", { RetentionInDays: 7 }, "logs:PutRetentionPolicy"],
    ["DataProtectionPolicy", { DataProtectionPolicy: {} }, "logs:PutDataProtectionPolicy"],
    ["FieldIndexPolicies", { FieldIndexPolicies: [{}] }, "logs:PutIndexPolicy"],
    ["KmsKeyId", { KmsKeyId: "arn:aws:kms:eu-central-1:123456789012:key/k" }, "kms:CreateGrant"],
    ["Tags", { Tags: [{ Key: "a", Value: "b" }] }, "logs:TagResource"],
  ])("with %s makes the call that it causes, without it not", (_name, properties, action) => {
    expect(probeActions(group(properties), "create")).toContain(action);
    expect(probeActions(group(), "create")).toEqual(["logs:CreateLogGroup"]);
  });

  it("is looked up only where its ARN is taken", () => {
    const user = {
      Other: { Type: "AWS::SNS::Topic", Properties: { DisplayName: { "Fn::GetAtt": ["Trace", "Arn"] } } },
    };
    const look = probeChecks({ ...group(), ...user }, "create").find(
      ({ action }) => action === "logs:DescribeLogGroups",
    );
    expect(look).toMatchObject({
      resources: ["arn:aws:logs:eu-central-1:123456789012:log-group::log-stream:"],
      patterns: ["arn:aws:logs:eu-central-1:123456789012:log-group:*"],
    });
    expect(probeActions(group(), "create")).not.toContain("logs:DescribeLogGroups");
  });

  it("changes retention, key and tags in place, and looks at its tags whatever changes", () => {
    const update = (after: JsonObject, before: JsonObject) =>
      probeActions(group(after), "update", { before: group(before) });
    const look = "logs:ListTagsForResource";
    expect(update({ RetentionInDays: 7 }, { RetentionInDays: 1 })).toEqual(["logs:PutRetentionPolicy", look]);
    expect(update({}, { RetentionInDays: 1 })).toEqual(["logs:DeleteRetentionPolicy", look]);
    expect(update({ KmsKeyId: "k" }, {})).toEqual(["logs:AssociateKmsKey", "kms:CreateGrant", look]);
    expect(update({}, { KmsKeyId: "k" })).toEqual(["logs:DisassociateKmsKey", look]);
    expect(update({}, { Tags: [{ Key: "a", Value: "b" }] })).toEqual([look, "logs:UntagResource"]);
    expect(update({ RetentionInDays: 1 }, { RetentionInDays: 1 })).toEqual([]);
    expect(probeActions(group(), "create")).not.toContain(look);
  });

  it("looks at its tags on the bare ARN, and sets the retention on the one with the streams", () => {
    const checks = probeChecks(group({ RetentionInDays: 7 }), "update", { before: group({ RetentionInDays: 1 }) });
    const arn = "arn:aws:logs:eu-central-1:123456789012:log-group:/shop/trace";
    expect(checks.map(({ patterns }) => patterns)).toEqual([[`${arn}:*`], [arn]]);
  });
});

describe("AWS::Logs::SubscriptionFilter", () => {
  it("passes a role only to destinations that take one", () => {
    const filter = (properties: JsonObject) => ({
      Feed: { Type: "AWS::Logs::SubscriptionFilter", Properties: { LogGroupName: "g", ...properties } },
    });
    expect(probeActions(filter({}), "create")).not.toContain("iam:PassRole");
    expect(probeActions(filter({ RoleArn: "arn:aws:iam::123456789012:role/r" }), "create")).toContain("iam:PassRole");
  });
});

describe("filters and streams of a log group", () => {
  const child = (type: string, properties: JsonObject = {}) => ({
    Child: { Type: `AWS::Logs::${type}`, Properties: { LogGroupName: "g", ...properties } },
  });

  it.each(["SubscriptionFilter", "MetricFilter"])("a %s is looked for before it is put, new or changed", (type) => {
    const calls = [`logs:Describe${type}s`, `logs:Put${type}`];
    expect(probeActions(child(type), "create")).toEqual(calls);
    expect(probeActions(child(type, { FilterPattern: "b" }), "update", { before: child(type) })).toEqual(calls);
    expect(probeActions(child(type), "delete")).toEqual([`logs:Delete${type}`]);
  });

  it("a stream is looked for in its group, made and read back", () => {
    const checks = probeChecks(child("LogStream", { LogStreamName: "s" }), "create");
    expect(checks.map(({ action }) => action)).toEqual([
      "logs:DescribeLogStreams",
      "logs:CreateLogStream",
      "logs:DescribeLogStreams",
    ]);
    const group = "arn:aws:logs:eu-central-1:123456789012:log-group:g";
    expect(checks.map(({ patterns: [arn] }) => arn)).toEqual([`${group}:*`, `${group}:log-stream:s`, `${group}:*`]);
    expect(probeActions(child("LogStream"), "delete")).toEqual(["logs:DeleteLogStream"]);
  });
});
