import { describe, expect, it } from "vitest";
import type { Json, JsonObject } from "../../json";
import { functionWith } from "../testing/api-resources";
import { expandResources } from "../testing/expand-resources";

const expand = (properties: JsonObject, attributes: JsonObject = {}) =>
  expandResources({ Orders: functionWith({}, properties, attributes) });

describe("the role of a function", () => {
  it("may write logs, trace, use the network and the dead letter queue, and what the policies say", () => {
    const { resources } = expand({
      Tracing: "Active",
      VpcConfig: { SubnetIds: ["s"] },
      DeadLetterQueue: { Type: "SNS", TargetArn: "arn:dead" },
      Policies: ["AmazonSQSFullAccess", "arn:aws:iam::123456789012:policy/own", { Statement: [] }, { Ref: "Policy" }],
      RolePath: "/team/",
      PermissionsBoundary: "arn:boundary",
      Tags: { Team: "a" },
    });
    expect(resources.OrdersRole?.Properties).toMatchObject({
      ManagedPolicyArns: [
        "arn:aws:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole",
        "arn:aws:iam::aws:policy/AWSXrayWriteOnlyAccess",
        "arn:aws:iam::aws:policy/service-role/AWSLambdaVPCAccessExecutionRole",
        "arn:aws:iam::aws:policy/AmazonSQSFullAccess",
        "arn:aws:iam::123456789012:policy/own",
        { Ref: "Policy" },
      ],
      Policies: [
        {
          PolicyName: "DeadLetterQueuePolicy",
          PolicyDocument: { Statement: [{ Action: "sns:Publish", Resource: "arn:dead" }] },
        },
        { PolicyName: "OrdersRolePolicy2", PolicyDocument: { Statement: [] } },
      ],
      Path: "/team/",
      PermissionsBoundary: "arn:boundary",
      Tags: [
        { Key: "lambda:createdBy", Value: "SAM" },
        { Key: "Team", Value: "a" },
      ],
    });
  });

  it("is not made where the function brings one", () => {
    const { resources } = expand({ Role: "arn:role" });
    expect(Object.keys(resources)).toEqual(["Orders"]);
  });

  it.each<[Json, Json, Json]>([
    [
      { "Fn::If": ["Own", "arn:role", { Ref: "AWS::NoValue" }] },
      "NOTOwn",
      ["Own", "arn:role", { "Fn::GetAtt": ["OrdersRole", "Arn"] }],
    ],
    [
      { "Fn::If": ["None", { Ref: "AWS::NoValue" }, "arn:role"] },
      "None",
      ["None", { "Fn::GetAtt": ["OrdersRole", "Arn"] }, "arn:role"],
    ],
  ])("stands in where Role is %j", (Role, condition, branches) => {
    const { resources } = expand({ Role });
    expect(resources.OrdersRole?.Condition).toBe(condition);
    expect(resources.Orders?.Properties).toMatchObject({ Role: { "Fn::If": branches } });
  });

  it("follows the function's condition and deletion policy", () => {
    const { resources } = expand({}, { Condition: "IsProd", DeletionPolicy: "Retain" });
    expect(resources.OrdersRole).toMatchObject({ Condition: "IsProd", DeletionPolicy: "Retain" });
  });

  it("has the partition's own policies", () => {
    const { resources } = expandResources(
      { Orders: functionWith({}, { Tracing: "Active" }) },
      { partition: "aws-us-gov", region: "us-gov-west-1" },
    );
    expect(resources.OrdersRole?.Properties).toMatchObject({
      ManagedPolicyArns: [
        "arn:aws-us-gov:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole",
        "arn:aws-us-gov:iam::aws:policy/AWSXRayDaemonWriteAccess",
      ],
    });
  });

  it.each<[Json, RegExp]>([
    [[{ Statement: [] }, { Unknown: {}, Other: {} }], /index 1/],
    [[{ "Fn::If": ["A", "AWSLambdaRole", { Statement: [] }] }], /mixes different kinds/],
    [[{ "Fn::If": ["A", "AWSLambdaRole"] }], /takes a list of three/],
  ])("refuses policies %j", (Policies, message) => {
    expect(expand({ Policies }).problems).toEqual([
      expect.objectContaining({ message: expect.stringMatching(message) }),
    ]);
  });
});
