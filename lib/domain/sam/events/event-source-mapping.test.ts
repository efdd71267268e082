import { describe, expect, it } from "vitest";
import type { JsonObject } from "../../json";
import { functionWith } from "../testing/api-resources";
import { expandResources } from "../testing/expand-resources";

const stream = (properties: JsonObject) => ({
  Type: "Kinesis",
  Properties: { Stream: "arn:stream", StartingPosition: "LATEST", ...properties },
});
const expand = (events: JsonObject, properties: JsonObject = {}) =>
  expandResources({ Orders: functionWith(events, properties) });

describe("events that Lambda polls for", () => {
  it("go to the alias where there is one", () => {
    const { resources } = expand({ Stream: stream({ BatchSize: 10 }) }, { AutoPublishAlias: "live" });
    expect(resources.OrdersStream?.Properties).toEqual({
      FunctionName: { Ref: "OrdersAliaslive" },
      EventSourceArn: "arn:stream",
      StartingPosition: "LATEST",
      BatchSize: 10,
    });
  });

  it.each([
    ["SQS", "sqs:SendMessage"],
    ["SNS", "sns:publish"],
    ["S3", "s3:PutObject"],
  ])("may send what failed to %s, whose type stays SAM's own", (Type, action) => {
    const { resources } = expand({
      Stream: stream({ DestinationConfig: { OnFailure: { Type, Destination: "arn:d" } } }),
    });
    expect(resources.OrdersStream?.Properties).toMatchObject({
      DestinationConfig: { OnFailure: { Destination: "arn:d" } },
    });
    expect(JSON.stringify(resources.OrdersStream)).not.toContain('"Type":"S');
    expect(JSON.stringify(resources.OrdersRole)).toContain(action);
  });

  it("grants the same only once for two events", () => {
    const { resources } = expand({ One: stream({}), Two: stream({}) });
    expect(resources.OrdersRole?.Properties).toMatchObject({
      ManagedPolicyArns: [
        "arn:aws:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole",
        "arn:aws:iam::aws:policy/service-role/AWSLambdaKinesisExecutionRole",
      ],
    });
  });

  it.each([
    [{ FilterCriteria: { Pattern: "x" } }, /takes one key/],
    [{ ConsumerGroupId: "g" }, /have no property 'ConsumerGroupId'/],
    [{ DestinationConfig: { OnFailure: { Type: "EC2" } } }, /'SQS', 'SNS', 'S3' or 'Kafka'/],
    [{ DestinationConfig: { OnSuccess: {} } }, /OnFailure' must be a map/],
  ])("refuse %j", (properties, message) => {
    const { problems } = expand({ Stream: stream(properties) });
    expect(problems).toEqual([
      expect.objectContaining({ logicalId: "Orders", message: expect.stringMatching(message) }),
    ]);
  });

  it("refuse a property of the wrong type on the event itself", () => {
    const { problems } = expand({ Stream: stream({ BatchSize: "ten" }) });
    expect(problems).toEqual([expect.objectContaining({ logicalId: "OrdersStream" })]);
  });
});
