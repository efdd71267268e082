import { expect, it } from "vitest";
import { functionWith } from "../testing/api-resources";
import { expandResources } from "../testing/expand-resources";

it("becomes a topic rule that invokes the function", () => {
  const { resources } = expandResources({
    Orders: functionWith({
      Sensor: { Type: "IoTRule", Properties: { Sql: "SELECT *", AwsIotSqlVersion: "2016-03-23" } },
    }),
  });
  expect(resources.OrdersSensor?.Properties).toEqual({
    TopicRulePayload: {
      Sql: "SELECT *",
      RuleDisabled: false,
      Actions: [{ Lambda: { FunctionArn: { "Fn::GetAtt": ["Orders", "Arn"] } } }],
      AwsIotSqlVersion: "2016-03-23",
    },
  });
  expect(resources.OrdersSensorPermission?.Properties).toMatchObject({
    SourceAccount: { "Fn::Sub": "${AWS::AccountId}" },
    SourceArn: {
      "Fn::Sub": [
        "arn:aws:iot:${AWS::Region}:${AWS::AccountId}:rule/${RuleName}",
        { RuleName: { Ref: "OrdersSensor" } },
      ],
    },
  });
});
