import { describe, expect, it } from "vitest";
import type { JsonObject } from "../../json";
import { functionWith } from "../testing/api-resources";
import { expandResources } from "../testing/expand-resources";

const expand = (properties: JsonObject) =>
  expandResources({
    Orders: functionWith({ Night: { Type: "Schedule", Properties: { Schedule: "rate(1 day)", ...properties } } }),
  });

describe("Schedule", () => {
  it("becomes a rule that invokes the function", () => {
    const { resources } = expand({
      Name: "nightly",
      Enabled: false,
      Input: "{}",
      RetryPolicy: { MaximumRetryAttempts: 1 },
    });
    expect(resources.OrdersNight).toEqual({
      Type: "AWS::Events::Rule",
      Properties: {
        ScheduleExpression: "rate(1 day)",
        Name: "nightly",
        State: "DISABLED",
        Targets: [
          {
            Arn: { "Fn::GetAtt": ["Orders", "Arn"] },
            Id: "OrdersNightLambdaTarget",
            Input: "{}",
            RetryPolicy: { MaximumRetryAttempts: 1 },
          },
        ],
      },
    });
  });

  it("makes the dead letter queue that it is asked for", () => {
    const { resources } = expand({ DeadLetterConfig: { Type: "SQS", QueueLogicalId: "Dead" } });
    expect(resources.Dead).toEqual({ Type: "AWS::SQS::Queue", Properties: {} });
    expect(resources.OrdersNightQueuePolicy?.Properties).toMatchObject({ Queues: [{ Ref: "Dead" }] });
    expect(resources.OrdersNight?.Properties).toMatchObject({
      Targets: [{ DeadLetterConfig: { Arn: { "Fn::GetAtt": ["Dead", "Arn"] } } }],
    });
  });

  it("refuses State together with Enabled", () => {
    const { problems } = expand({ State: "ENABLED", Enabled: true });
    expect(problems).toEqual([
      expect.objectContaining({ logicalId: "Orders", path: "Resources.Orders.Properties.Events.Night" }),
    ]);
  });
});
