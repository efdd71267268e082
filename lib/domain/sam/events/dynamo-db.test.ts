import { expect, it } from "vitest";
import { functionWith } from "../testing/api-resources";
import { expandResources } from "../testing/expand-resources";

it("polls the table's stream", () => {
  const { resources } = expandResources({
    Orders: functionWith({
      Table: { Type: "DynamoDB", Properties: { Stream: "arn:stream", StartingPosition: "LATEST" } },
    }),
  });
  expect(resources.OrdersTable).toEqual({
    Type: "AWS::Lambda::EventSourceMapping",
    Properties: { FunctionName: { Ref: "Orders" }, EventSourceArn: "arn:stream", StartingPosition: "LATEST" },
  });
  expect(JSON.stringify(resources.OrdersRole)).toContain("AWSLambdaDynamoDBExecutionRole");
});
