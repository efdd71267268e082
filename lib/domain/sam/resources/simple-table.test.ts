import { describe, expect, it } from "vitest";
import type { JsonObject } from "../../json";
import { expandResources } from "../testing/expand-resources";

const expand = (properties: JsonObject) =>
  expandResources({
    Items: { Type: "AWS::Serverless::SimpleTable", DeletionPolicy: "Retain", Properties: properties },
  });

describe("AWS::Serverless::SimpleTable", () => {
  it("becomes a table with a string key, paid by request", () => {
    expect(expand({}).resources.Items).toEqual({
      Type: "AWS::DynamoDB::Table",
      DeletionPolicy: "Retain",
      Properties: {
        AttributeDefinitions: [{ AttributeName: "id", AttributeType: "S" }],
        KeySchema: [{ AttributeName: "id", KeyType: "HASH" }],
        BillingMode: "PAY_PER_REQUEST",
      },
    });
  });

  it("takes key, throughput, name and tags", () => {
    const { resources } = expand({
      PrimaryKey: { Name: "number", Type: "Number" },
      ProvisionedThroughput: { ReadCapacityUnits: 1, WriteCapacityUnits: 2 },
      TableName: { "Fn::Sub": "${AWS::StackName}-items" },
      Tags: { Team: "a" },
    });
    expect(resources.Items?.Properties).toEqual({
      AttributeDefinitions: [{ AttributeName: "number", AttributeType: "N" }],
      KeySchema: [{ AttributeName: "number", KeyType: "HASH" }],
      ProvisionedThroughput: { ReadCapacityUnits: 1, WriteCapacityUnits: 2 },
      TableName: { "Fn::Sub": "${AWS::StackName}-items" },
      Tags: [{ Key: "Team", Value: "a" }],
    });
  });

  it.each([[{ PrimaryKey: { Name: "a", Type: "Text" } }], [{ PrimaryKey: { Type: "String", Other: "x" } }]])(
    "refuses %j",
    (properties) => {
      expect(expand(properties).problems).toMatchObject([{ severity: "error", logicalId: "Items" }]);
    },
  );
});
