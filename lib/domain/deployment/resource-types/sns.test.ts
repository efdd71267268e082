import { describe, expect, it } from "vitest";
import type { JsonObject } from "../../json";
import { probeActions, probeChecks } from "./rule-probe";

const topic = (properties: JsonObject = {}) => ({ Alerts: { Type: "AWS::SNS::Topic", Properties: properties } });

describe("AWS::SNS::Topic", () => {
  it("is looked for before it is made", () => {
    expect(probeActions(topic(), "create")).toEqual(["sns:GetTopicAttributes", "sns:CreateTopic"]);
  });

  it("subscribes each endpoint, with protocol and endpoint as context", () => {
    const subscribe = probeChecks(
      topic({ Subscription: [{ Protocol: "email", Endpoint: "a@example.com" }] }),
      "create",
    ).find(({ action }) => action === "sns:Subscribe");
    expect(subscribe?.context).toMatchObject({ "sns:Protocol": ["email"], "sns:Endpoint": ["a@example.com"] });
  });

  it("is tagged, and protects data, only if told", () => {
    expect(probeActions(topic({ Tags: [{ Key: "a", Value: "b" }] }), "create")).toContain("sns:TagResource");
    expect(probeActions(topic({ DataProtectionPolicy: {} }), "create")).toContain("sns:PutDataProtectionPolicy");
  });

  it("lists subscriptions on every update and drops those that are gone", () => {
    const before = topic({ Subscription: [{ Protocol: "email", Endpoint: "a@example.com" }] });
    expect(probeActions(topic(), "update", { before })).toEqual([
      "sns:GetTopicAttributes",
      "sns:ListSubscriptionsByTopic",
      "sns:Unsubscribe",
    ]);
    expect(probeActions(topic({ DisplayName: "x" }), "update", { before: topic() })).toContain(
      "sns:SetTopicAttributes",
    );
  });
});

describe("AWS::SNS::Subscription", () => {
  it("passes the role of a delivery stream", () => {
    const subscription = (properties: JsonObject) => ({
      Feed: {
        Type: "AWS::SNS::Subscription",
        Properties: { TopicArn: "arn:aws:sns:eu-central-1:123456789012:t", Protocol: "sqs", ...properties },
      },
    });
    expect(probeActions(subscription({}), "create")).toEqual(["sns:Subscribe"]);
    expect(probeActions(subscription({ SubscriptionRoleArn: "arn:aws:iam::123456789012:role/r" }), "create")).toEqual([
      "sns:Subscribe",
      "iam:PassRole",
    ]);
  });

  it("hands the role over again only where it is another", () => {
    const subscription = (properties: JsonObject) => ({
      Feed: {
        Type: "AWS::SNS::Subscription",
        Properties: { TopicArn: "arn:aws:sns:eu-central-1:123456789012:t", Protocol: "firehose", ...properties },
      },
    });
    const before = subscription({ SubscriptionRoleArn: "arn:aws:iam::123456789012:role/r" });
    const filtered = subscription({ SubscriptionRoleArn: "arn:aws:iam::123456789012:role/r", FilterPolicy: {} });
    expect(probeActions(filtered, "update", { before })).toEqual(["sns:SetSubscriptionAttributes"]);
    const other = subscription({ SubscriptionRoleArn: "arn:aws:iam::123456789012:role/s" });
    expect(probeActions(other, "update", { before })).toEqual(["sns:SetSubscriptionAttributes", "iam:PassRole"]);
  });
});

describe("AWS::SNS::TopicPolicy", () => {
  it("gives topics that it leaves their first policy back", () => {
    const topicArn = (name: string) => `arn:aws:sns:eu-central-1:123456789012:${name}`;
    const policy = (...names: readonly string[]) => ({
      Access: { Type: "AWS::SNS::TopicPolicy", Properties: { Topics: names.map(topicArn), PolicyDocument: {} } },
    });
    const set = probeChecks(policy("b", "c"), "update", { before: policy("a", "b") });
    expect(set.map(({ resources: [arn] }) => arn)).toEqual(["b", "c", "a"].map(topicArn));
  });

  it("sets an attribute of each topic", () => {
    const policy = {
      Access: {
        Type: "AWS::SNS::TopicPolicy",
        Properties: { Topics: ["arn:aws:sns:eu-central-1:123456789012:t"], PolicyDocument: {} },
      },
    };
    expect(probeChecks(policy, "create").map(({ action, resources }) => [action, ...resources])).toEqual([
      ["sns:SetTopicAttributes", "arn:aws:sns:eu-central-1:123456789012:t"],
    ]);
  });
});
