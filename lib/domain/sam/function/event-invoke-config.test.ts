import { describe, expect, it } from "vitest";
import type { Json, JsonObject } from "../../json";
import { expandSam } from "../expand-sam";
import { functionWith } from "../testing/api-resources";
import { expandResources } from "../testing/expand-resources";

const expand = (config: Json, attributes: JsonObject = {}) =>
  expandResources({ Orders: functionWith({}, { EventInvokeConfig: config }, attributes) });
const onSuccess = (destination: Json) => ({ DestinationConfig: { OnSuccess: destination } });

describe("EventInvokeConfig", () => {
  it("makes the queue and the topic that it is not given, and lets the role use them", () => {
    const { resources } = expand({
      MaximumRetryAttempts: 1,
      DestinationConfig: { OnSuccess: { Type: "SQS" }, OnFailure: { Type: "SNS" } },
    });
    expect(resources.OrdersEventInvokeConfig?.Properties).toEqual({
      FunctionName: { Ref: "Orders" },
      Qualifier: "$LATEST",
      MaximumRetryAttempts: 1,
      DestinationConfig: {
        OnSuccess: { Destination: { "Fn::GetAtt": ["OrdersEventInvokeConfigOnSuccessQueue", "Arn"] } },
        OnFailure: { Destination: { Ref: "OrdersEventInvokeConfigOnFailureTopic" } },
      },
    });
    expect(resources.OrdersRole?.Properties).toMatchObject({
      Policies: [
        { PolicyName: "OrdersEventInvokeConfigOnSuccessSQSPolicy" },
        { PolicyName: "OrdersEventInvokeConfigOnFailureSNSPolicy" },
      ],
    });
  });

  it.each([
    ["EventBridge", "events:PutEvents"],
    ["Lambda", "lambda:InvokeFunction"],
    ["S3Bucket", "s3:PutObject"],
  ])("sends to a given destination of type %s", (Type, action) => {
    const { resources } = expand(onSuccess({ Type, Destination: "arn:d" }));
    expect(JSON.stringify(resources.OrdersRole?.Properties)).toContain(action);
  });

  it("makes a queue only under the condition that there is none", () => {
    const destination = { "Fn::If": ["HasQueue", "arn:d", { Ref: "AWS::NoValue" }] };
    const { resources } = expand(onSuccess({ Type: "SQS", Destination: destination }));
    const condition = resources.OrdersEventInvokeConfigOnSuccessQueue?.Condition;
    expect(condition).toMatch(/^NOTHasQueue[0-9a-f]{10}$/);
    expect(resources.OrdersEventInvokeConfig?.Properties).toMatchObject({
      DestinationConfig: {
        OnSuccess: { Destination: { "Fn::If": [condition, { "Fn::GetAtt": expect.anything() }, "arn:d"] } },
      },
    });
  });

  it("shares through Globals the queue that the first function got, as the transform does", () => {
    const document = {
      Transform: "AWS::Serverless-2016-10-31",
      Globals: { Function: { EventInvokeConfig: onSuccess({ Type: "SQS" }) } },
      Resources: { One: functionWith({}), Two: functionWith({}) },
    };
    const template = { document, positions: { find: () => null } };
    const target = { region: "eu-central-1", partition: "aws", account: "123456789012", stackName: "orders" } as const;
    const { value } = expandSam(template, { ...target, parameters: {}, artifacts: null });
    expect(value?.document.Resources).toMatchObject({
      TwoEventInvokeConfig: {
        Properties: {
          DestinationConfig: {
            OnSuccess: { Destination: { "Fn::GetAtt": ["OneEventInvokeConfigOnSuccessQueue", "Arn"] } },
          },
        },
      },
    });
    expect(value?.document.Resources).not.toHaveProperty("TwoEventInvokeConfigOnSuccessQueue");
  });

  it.each([
    [onSuccess({ Type: "Kafka" }), /must be one of/],
    [onSuccess({ Type: "Lambda" }), /'Destination' is needed/],
    [onSuccess("arn"), /must be a map/],
    [{ DestinationConfig: "arn" }, /must be a map/],
  ])("refuses %j", (config, message) => {
    expect(expand(config).problems).toEqual([
      expect.objectContaining({ logicalId: "Orders", message: expect.stringMatching(message) }),
    ]);
  });
});
