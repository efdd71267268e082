import { describe, expect, it } from "vitest";
import { deadLetterQueue, ruleDeadLetterQueue, targetId } from "./event-rule-targets";

describe("targetId", () => {
  it("is the user's own, or made of the event's id in at most 64 characters", () => {
    expect(targetId("Event", "Target", { Id: "mine" })).toBe("mine");
    expect(targetId("Event", "Target", {})).toBe("EventTarget");
    expect(targetId("E".repeat(80), "Target", undefined)).toBe(`${"E".repeat(58)}Target`);
  });
});

describe("dead letter queues", () => {
  it("are the user's by ARN, and otherwise made", () => {
    expect(deadLetterQueue({ Arn: "arn:q" }, "Event", {})).toEqual({ arn: "arn:q", resources: [] });
    const { arn, resources } = deadLetterQueue({ Type: "SQS", QueueLogicalId: "Dead" }, "Event", { Condition: "C" });
    expect(arn).toEqual({ "Fn::GetAtt": ["Dead", "Arn"] });
    expect(resources).toMatchObject([{ logicalId: "Dead", type: "AWS::SQS::Queue", attributes: { Condition: "C" } }]);
  });

  it("of a rule let EventBridge send", () => {
    const { resources } = ruleDeadLetterQueue({ Type: "SQS" }, "Event", {});
    expect(resources.map(({ logicalId }) => logicalId)).toEqual(["EventQueue", "EventQueuePolicy"]);
    expect(JSON.stringify(resources[1])).toContain('"aws:SourceArn":{"Fn::GetAtt":["Event","Arn"]}');
  });

  it.each([[{}], [{ Type: "SNS" }], [{ Type: "SQS", Arn: "a" }], [{ Type: "SQS", QueueLogicalId: { Ref: "Q" } }]])(
    "refuse %j",
    (config) => {
      expect(() => deadLetterQueue(config, "Event", {})).toThrow();
    },
  );
});
