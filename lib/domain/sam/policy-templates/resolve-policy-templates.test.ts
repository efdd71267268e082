import { describe, expect, it } from "vitest";
import { SamFault } from "../fault";
import type { ValueMap } from "../value";
import { convertPolicyTemplate } from "./convert-policy-template";
import { resolvePolicyTemplates } from "./resolve-policy-templates";

const statement = (queue: unknown) => [
  {
    Action: [
      "sqs:ChangeMessageVisibility",
      "sqs:ChangeMessageVisibilityBatch",
      "sqs:DeleteMessage",
      "sqs:DeleteMessageBatch",
      "sqs:GetQueueAttributes",
      "sqs:ReceiveMessage",
    ],
    Effect: "Allow",
    Resource: {
      "Fn::Sub": ["arn:${AWS::Partition}:sqs:${AWS::Region}:${AWS::AccountId}:${queueName}", { queueName: queue }],
    },
  },
];

describe("convertPolicyTemplate", () => {
  it("puts the values in place of the parameters", () => {
    const queue = { "Fn::GetAtt": ["Queue", "QueueName"] };
    expect(convertPolicyTemplate("Orders", { SQSPollerPolicy: { QueueName: queue } })).toEqual({
      Statement: statement(queue),
    });
  });

  it("leaves references of a value alone, even one named like a parameter", () => {
    const queue = { Ref: "QueueName" };
    expect(convertPolicyTemplate("Orders", { SQSPollerPolicy: { QueueName: queue } })).toEqual({
      Statement: statement(queue),
    });
  });

  it("refuses missing parameters and anything but a map", () => {
    expect(() => convertPolicyTemplate("Orders", { SQSPollerPolicy: {} })).toThrow(SamFault);
    expect(() => convertPolicyTemplate("Orders", { SQSPollerPolicy: null })).toThrow(/needs a map of parameters/);
  });
});

describe("resolvePolicyTemplates", () => {
  const resolve = (policies: ValueMap["x"], type = "AWS::Serverless::Function") => {
    const properties: ValueMap = { Policies: policies ?? null };
    resolvePolicyTemplates.beforeResource?.("Orders", type, properties, unusedContext);
    return properties.Policies;
  };

  it("keeps other policies where they are", () => {
    const document = { Statement: [] };
    const resolved = resolve(["AWSLambdaRole", document, { AMIDescribePolicy: {} }]);
    expect(resolved).toEqual([
      "AWSLambdaRole",
      document,
      { Statement: [expect.objectContaining({ Effect: "Allow" })] },
    ]);
  });

  it("converts inside Fn::If and keeps AWS::NoValue", () => {
    const none = { Ref: "AWS::NoValue" };
    const resolved = resolve({ "Fn::If": ["IsProd", { AMIDescribePolicy: {} }, none] });
    expect(resolved).toEqual([{ "Fn::If": ["IsProd", { Statement: expect.any(Array) }, none] }]);
  });

  it("leaves other resource types alone", () => {
    expect(resolve("AWSLambdaRole", "AWS::Serverless::Api")).toBe("AWSLambdaRole");
  });
});

const unusedContext = {
  options: { parameters: {}, region: "eu-central-1", partition: "aws", account: "123456789012", stackName: "orders" },
  region: "eu-central-1",
  partition: "aws",
  parameters: {},
  resolveParameters: <T>(value: T) => value,
  resolveMappings: <T>(value: T) => value,
  report: () => undefined,
  state: <T>(key: { make: () => T }) => key.make(),
} as const;
