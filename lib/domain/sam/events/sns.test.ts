import { describe, expect, it } from "vitest";
import type { Json, JsonObject } from "../../json";
import { functionWith } from "../testing/api-resources";
import { expandResources } from "../testing/expand-resources";

const expand = (properties: JsonObject, topic: JsonObject = {}) =>
  expandResources({
    Orders: functionWith({ News: { Type: "SNS", Properties: { Topic: { Ref: "Topic" }, ...properties } } }),
    Topic: { Type: "AWS::SNS::Topic", Properties: topic },
  });

describe("SNS", () => {
  it("subscribes the function to the topic", () => {
    const { resources } = expand({ FilterPolicy: { kind: ["new"] }, Region: "eu-west-1" });
    expect(resources.OrdersNews?.Properties).toEqual({
      Protocol: "lambda",
      Endpoint: { "Fn::GetAtt": ["Orders", "Arn"] },
      TopicArn: { Ref: "Topic" },
      Region: "eu-west-1",
      FilterPolicy: { kind: ["new"] },
    });
    expect(resources.OrdersNewsPermission?.Properties).toMatchObject({
      Principal: "sns.amazonaws.com",
      SourceArn: { Ref: "Topic" },
    });
  });

  it("puts a queue of its own between topic and function, first in first out where the topic is", () => {
    const { resources } = expand({ SqsSubscription: true }, { FifoTopic: true });
    expect(resources.OrdersNewsQueue?.Properties).toEqual({ FifoQueue: true });
    expect(resources.OrdersNews?.Properties).toMatchObject({
      Protocol: "sqs",
      Endpoint: { "Fn::GetAtt": ["OrdersNewsQueue", "Arn"] },
    });
    expect(resources.OrdersNewsEventSourceMapping?.Properties).toMatchObject({ BatchSize: 10, Enabled: true });
    expect(resources.OrdersNewsQueuePolicy?.Properties).toMatchObject({ Queues: [{ Ref: "OrdersNewsQueue" }] });
  });

  it("uses the queue that it is given", () => {
    const given: Json = { QueueArn: "arn:queue", QueueUrl: "url", BatchSize: 5, QueuePolicyLogicalId: "Policy" };
    const { resources } = expand({ SqsSubscription: given });
    expect(resources.OrdersNewsEventSourceMapping?.Properties).toMatchObject({
      EventSourceArn: "arn:queue",
      BatchSize: 5,
    });
    expect(resources.Policy?.Properties).toMatchObject({ Queues: ["url"] });
    expect(resources.OrdersNewsQueue).toBeUndefined();
  });

  it("refuses a queue without its URL", () => {
    const { problems } = expand({ SqsSubscription: { QueueArn: "arn:queue" } });
    expect(problems).toEqual([expect.objectContaining({ logicalId: "Orders" })]);
  });
});
