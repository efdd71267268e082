import { expect, it } from "vitest";
import { functionWith } from "../testing/api-resources";
import { expandResources } from "../testing/expand-resources";

it("subscribes the function to a log group once it may be invoked", () => {
  const { resources } = expandResources(
    {
      Orders: functionWith({
        Logs: { Type: "CloudWatchLogs", Properties: { LogGroupName: "app", FilterPattern: "ERROR" } },
      }),
    },
    { partition: "aws-cn", region: "cn-north-1" },
  );
  expect(resources.OrdersLogs).toEqual({
    Type: "AWS::Logs::SubscriptionFilter",
    DependsOn: ["OrdersLogsPermission"],
    Properties: {
      LogGroupName: "app",
      FilterPattern: "ERROR",
      DestinationArn: { "Fn::GetAtt": ["Orders", "Arn"] },
    },
  });
  expect(resources.OrdersLogsPermission?.Properties).toMatchObject({
    Principal: "logs.amazonaws.com",
    SourceArn: {
      "Fn::Sub": [
        "arn:aws-cn:logs:${AWS::Region}:${AWS::AccountId}:log-group:${__LogGroupName__}:*",
        { __LogGroupName__: "app" },
      ],
    },
  });
});
