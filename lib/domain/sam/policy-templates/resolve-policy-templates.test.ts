import { describe, expect, it } from "vitest";
import type { Json } from "../../json";
import { SamFault } from "../fault";
import { expandResources } from "../testing/expand-resources";
import { convertPolicyTemplate } from "./convert-policy-template";

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
  it.each([[{ "Fn::GetAtt": ["Queue", "QueueName"] }], [{ Ref: "QueueName" }]])(
    "puts %j in place of the parameter",
    (queue) => {
      expect(convertPolicyTemplate("Orders", { SQSPollerPolicy: { QueueName: queue } })).toEqual({
        Statement: statement(queue),
      });
    },
  );

  it("refuses missing parameters and anything but a map", () => {
    expect(() => convertPolicyTemplate("Orders", { SQSPollerPolicy: {} })).toThrow(SamFault);
    expect(() => convertPolicyTemplate("Orders", { SQSPollerPolicy: null })).toThrow(/needs a map of parameters/);
  });
});

describe("policy templates of a state machine", () => {
  const roleWith = (policies: Json) => {
    const properties = { DefinitionUri: "s3://bucket/key", Policies: policies };
    const { resources } = expandResources({
      Orders: { Type: "AWS::Serverless::StateMachine", Properties: properties },
    });
    return resources.OrdersRole?.Properties;
  };
  const describeImages = { Statement: [{ Action: ["ec2:DescribeImages"], Effect: "Allow", Resource: "*" }] };

  it("become policy documents between the other policies", () => {
    const document = { Statement: [] };
    expect(roleWith(["AWSLambdaRole", document, { AMIDescribePolicy: {} }])).toMatchObject({
      ManagedPolicyArns: ["arn:aws:iam::aws:policy/service-role/AWSLambdaRole"],
      Policies: [
        { PolicyName: "OrdersRolePolicy1", PolicyDocument: document },
        { PolicyName: "OrdersRolePolicy2", PolicyDocument: describeImages },
      ],
    });
  });

  it("are converted inside Fn::If, beside AWS::NoValue", () => {
    const none = { Ref: "AWS::NoValue" };
    const named = { PolicyName: "OrdersRolePolicy0", PolicyDocument: describeImages };
    expect(roleWith({ "Fn::If": ["IsProd", { AMIDescribePolicy: {} }, none] })).toMatchObject({
      Policies: [{ "Fn::If": ["IsProd", named, none] }],
    });
  });
});
