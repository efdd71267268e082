import { expect, it } from "vitest";
import { functionWith } from "../testing/api-resources";
import { expandResources } from "../testing/expand-resources";

it("becomes a schedule with a role of its own that may invoke the function", () => {
  const { resources } = expandResources({
    Orders: functionWith({ Night: { Type: "ScheduleV2", Properties: { ScheduleExpression: "rate(1 day)" } } }),
  });
  expect(resources.OrdersNight?.Properties).toEqual({
    ScheduleExpression: "rate(1 day)",
    Name: "OrdersNight",
    FlexibleTimeWindow: { Mode: "OFF" },
    Target: { Arn: { "Fn::GetAtt": ["Orders", "Arn"] }, RoleArn: { "Fn::GetAtt": ["OrdersNightRole", "Arn"] } },
  });
  expect(resources.OrdersNightRole?.Properties).toMatchObject({
    Policies: [
      {
        PolicyName: "OrdersNightLambdaPolicy",
        PolicyDocument: {
          Statement: [{ Action: "lambda:InvokeFunction", Resource: { "Fn::GetAtt": ["Orders", "Arn"] } }],
        },
      },
    ],
  });
});
