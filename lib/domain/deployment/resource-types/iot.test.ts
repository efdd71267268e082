import { describe, expect, it } from "vitest";
import type { JsonObject } from "../../json";
import { probeActions, probeChecks } from "./rule-probe";

const rule = (properties = {}) => ({
  Forward: {
    Type: "AWS::IoT::TopicRule",
    Properties: { TopicRulePayload: { Sql: "SELECT *", Actions: [] }, ...properties },
  },
});

describe("AWS::IoT::TopicRule", () => {
  it("passes the roles of its actions", () => {
    const roleArn = "arn:aws:iam::123456789012:role/forward";
    const payload = { Sql: "SELECT *", Actions: [{ DynamoDBv2: { RoleArn: roleArn } }] };
    const checks = probeChecks(rule({ TopicRulePayload: payload }), "create");
    expect(checks.find(({ action }) => action === "iam:PassRole")).toMatchObject({
      resources: [roleArn],
      context: { "iam:PassedToService": ["iot.amazonaws.com"] },
    });
    expect(probeActions(rule(), "create")).toEqual([
      "iot:CreateTopicRule",
      "iot:GetTopicRule",
      "iot:ListTagsForResource",
    ]);
  });

  it("joins a generated name with underscores and leaves a given one", () => {
    expect(probeChecks(rule(), "create")[0]?.patterns).toEqual([
      "arn:aws:iot:eu-central-1:123456789012:rule/shop_Forward_*",
    ]);
    expect(probeChecks(rule({ RuleName: "forward" }), "create")[0]?.resources).toEqual([
      "arn:aws:iot:eu-central-1:123456789012:rule/forward",
    ]);
  });
});

describe("AWS::IoT::Policy and AWS::IoT::Thing", () => {
  const policy = (document: JsonObject) => ({
    Policy: { Type: "AWS::IoT::Policy", Properties: { PolicyDocument: document } },
  });

  it("changes a policy by a new version", () => {
    expect(probeActions(policy({ a: 2 }), "update", { before: policy({ a: 1 }) })).toEqual([
      "iot:ListPolicyVersions",
      "iot:CreatePolicyVersion",
    ]);
  });

  it("looks for versions before it deletes a policy", () => {
    expect(probeActions(policy({}), "delete")).toEqual(["iot:ListPolicyVersions", "iot:DeletePolicy"]);
  });

  it("tags a policy on creation, and a thing never", () => {
    const settings = { stackTags: { stage: "dev" } };
    expect(probeActions(policy({}), "create", { settings })).toContain("iot:TagResource");
    const thing = { Thing: { Type: "AWS::IoT::Thing", Properties: {} } };
    expect(probeActions(thing, "create", { settings })).toEqual(["iot:CreateThing", "iot:DescribeThing"]);
  });
});
