import { describe, expect, it } from "vitest";
import type { JsonObject } from "../../json";
import { probeActions, probeChecks } from "./rule-probe";

const table = (properties: JsonObject = {}) => ({ Orders: { Type: "AWS::DynamoDB::Table", Properties: properties } });
const key = "arn:aws:kms:eu-central-1:123456789012:key/k";

describe("AWS::DynamoDB::Table", () => {
  it("is made and described until it is active", () => {
    expect(probeActions(table(), "create")).toEqual(["dynamodb:CreateTable", "dynamodb:DescribeTable"]);
    expect(probeActions(table(), "delete")).toEqual(["dynamodb:DeleteTable", "dynamodb:DescribeTable"]);
  });

  it.each<[string, JsonObject, readonly string[]]>([
    ["Tags", { Tags: [{ Key: "a", Value: "b" }] }, ["dynamodb:TagResource"]],
    [
      "TimeToLiveSpecification",
      { TimeToLiveSpecification: { AttributeName: "t", Enabled: true } },
      ["dynamodb:UpdateTimeToLive"],
    ],
    [
      "PointInTimeRecoverySpecification",
      { PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true } },
      ["dynamodb:UpdateContinuousBackups"],
    ],
    [
      "ContributorInsightsSpecification",
      { ContributorInsightsSpecification: { Enabled: true } },
      ["dynamodb:UpdateContributorInsights"],
    ],
    [
      "KinesisStreamSpecification",
      { KinesisStreamSpecification: { StreamArn: "arn:aws:kinesis:eu-central-1:123456789012:stream/s" } },
      ["dynamodb:EnableKinesisStreamingDestination", "kinesis:DescribeStream", "kinesis:PutRecords"],
    ],
    ["ResourcePolicy", { ResourcePolicy: { PolicyDocument: {} } }, ["dynamodb:PutResourcePolicy"]],
    [
      "SSESpecification.KMSMasterKeyId",
      { SSESpecification: { KMSMasterKeyId: key, SSEEnabled: true } },
      ["kms:CreateGrant"],
    ],
  ])("with %s makes the calls that it causes, without it not", (_name, properties, actions) => {
    expect(probeActions(table(properties), "create")).toEqual(expect.arrayContaining([...actions]));
    expect(probeActions(table(), "create").filter((action) => actions.includes(action))).toEqual([]);
  });

  it("is described again for a resource that is changed and takes its ARN, not for one that stays", () => {
    const note = (name: string) => ({
      ...table(),
      Note: {
        Type: "AWS::SSM::Parameter",
        Properties: { Type: "String", Description: name, Value: { "Fn::GetAtt": ["Orders", "Arn"] } },
      },
    });
    const updated = (before: string) => probeActions(note("b"), "update", { before: note(before) });
    expect(updated("a")).toContain("dynamodb:DescribeTable");
    expect(updated("b")).toEqual([]);
  });

  it("does not touch backups that stay off", () => {
    const off = table({ PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: false } });
    expect(probeActions(off, "create")).not.toContain("dynamodb:UpdateContinuousBackups");
  });

  it("names the service that uses the key", () => {
    const checks = probeChecks(table({ SSESpecification: { KMSMasterKeyId: key } }), "create");
    expect(checks.find(({ action }) => action === "kms:CreateGrant")).toMatchObject({
      resources: [key],
      context: {
        "kms:ViaService": ["dynamodb.eu-central-1.amazonaws.com"],
        "aws:CalledVia": ["cloudformation.amazonaws.com", "dynamodb.amazonaws.com"],
      },
    });
  });

  it("updates the table, its settings and its tags apart", () => {
    const update = (after: JsonObject, before: JsonObject = {}) =>
      probeActions(table(after), "update", { before: table(before) });
    expect(update({ BillingMode: "PAY_PER_REQUEST" })).toEqual(["dynamodb:UpdateTable", "dynamodb:DescribeTable"]);
    expect(update({ TimeToLiveSpecification: { Enabled: true } })).toEqual([
      "dynamodb:DescribeTimeToLive",
      "dynamodb:UpdateTimeToLive",
    ]);
    expect(update({}, { Tags: [{ Key: "a", Value: "b" }] })).toEqual(["dynamodb:UntagResource"]);
    expect(probeActions(table({ TableName: "b" }), "replace", { before: table({ TableName: "a" }) })).toContain(
      "dynamodb:DeleteTable",
    );
  });
});

describe("AWS::DynamoDB::GlobalTable", () => {
  const replicas = (...regions: readonly string[]) => ({
    Orders: { Type: "AWS::DynamoDB::GlobalTable", Properties: { Replicas: regions.map((Region) => ({ Region })) } },
  });

  it("makes replicas in other regions, with a service-linked role where the account has none", () => {
    expect(probeActions(replicas("eu-central-1"), "create")).not.toContain("dynamodb:CreateTableReplica");
    expect(probeActions(replicas("eu-central-1", "eu-west-1"), "create")).toContain("dynamodb:CreateTableReplica");
  });
});
