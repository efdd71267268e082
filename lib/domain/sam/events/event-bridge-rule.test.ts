import { describe, expect, it } from "vitest";
import { functionWith } from "../testing/api-resources";
import { expandResources } from "../testing/expand-resources";

describe.each(["EventBridgeRule", "CloudWatchEvent"])("%s", (Type) => {
  it("becomes a rule that invokes the function", () => {
    const { resources } = expandResources({
      Orders: functionWith({
        Placed: {
          Type,
          Properties: {
            EventBusName: "shop",
            Pattern: { source: ["shop"] },
            InputPath: "$.detail",
            Target: { Id: "own" },
          },
        },
      }),
    });
    expect(resources.OrdersPlaced?.Properties).toEqual({
      EventBusName: "shop",
      EventPattern: { source: ["shop"] },
      Targets: [{ Arn: { "Fn::GetAtt": ["Orders", "Arn"] }, Id: "own", InputPath: "$.detail" }],
    });
    expect(resources.OrdersPlacedPermission?.Properties).toMatchObject({
      Principal: "events.amazonaws.com",
      SourceArn: { "Fn::GetAtt": ["OrdersPlaced", "Arn"] },
    });
  });
});
