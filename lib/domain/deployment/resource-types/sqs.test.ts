import { describe, expect, it } from "vitest";
import { probeActions, probeChecks } from "./rule-probe";

const queue = (properties = {}) => ({ Orders: { Type: "AWS::SQS::Queue", Properties: properties } });

describe("AWS::SQS::Queue", () => {
  it("is created and read back, without tagging where there are no tags", () => {
    expect(probeActions(queue(), "create")).toEqual(["sqs:CreateQueue", "sqs:GetQueueAttributes"]);
  });

  it("is tagged on creation with its own and the stack's tags", () => {
    const own = probeChecks(queue({ Tags: [{ Key: "team", Value: "shop" }] }), "create");
    expect(own.find(({ action }) => action === "sqs:TagQueue")?.context).toMatchObject({
      "aws:TagKeys": ["team"],
      "aws:RequestTag/team": ["shop"],
    });
    expect(probeActions(queue(), "create", { settings: { stackTags: { stage: "dev" } } })).toContain("sqs:TagQueue");
  });

  it("carries the stack's name, or its own", () => {
    const [generated] = probeChecks(queue(), "create");
    expect(generated?.patterns).toEqual(["arn:aws:sqs:eu-central-1:123456789012:shop-Orders-*"]);
    const [named] = probeChecks(queue({ QueueName: "orders" }), "create");
    expect(named?.resources).toEqual(["arn:aws:sqs:eu-central-1:123456789012:orders"]);
  });

  it("changes attributes and tags with calls of their own", () => {
    const attributes = probeActions(queue({ DelaySeconds: 5 }), "update", { before: queue() });
    expect(attributes).toContain("sqs:SetQueueAttributes");
    expect(attributes).not.toContain("sqs:TagQueue");
    const tags = probeActions(queue({ Tags: [{ Key: "b", Value: "1" }] }), "update", {
      before: queue({ Tags: [{ Key: "a", Value: "1" }] }),
    });
    expect(tags).toEqual(["sqs:UntagQueue", "sqs:TagQueue"]);
  });

  it("is replaced when its name changes: the new one first, the old one in the clean-up", () => {
    const actions = probeActions(queue({ QueueName: "b" }), "replace", { before: queue({ QueueName: "a" }) });
    expect(actions).toEqual(["sqs:CreateQueue", "sqs:GetQueueAttributes", "sqs:DeleteQueue"]);
  });
});

describe("AWS::SQS::QueuePolicy", () => {
  it("sets an attribute of each queue that it names", () => {
    const resources = {
      ...queue(),
      Access: { Type: "AWS::SQS::QueuePolicy", Properties: { Queues: [{ Ref: "Orders" }], PolicyDocument: {} } },
    };
    const check = probeChecks(resources, "create").find(({ action }) => action === "sqs:SetQueueAttributes");
    expect(check?.patterns).toEqual(["arn:aws:sqs:eu-central-1:123456789012:shop-Orders-*"]);
  });
});
