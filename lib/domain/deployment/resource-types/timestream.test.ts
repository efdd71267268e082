import { describe, expect, it } from "vitest";
import { probeActions } from "./rule-probe";

const database = (properties = {}) => ({
  Data: { Type: "AWS::Timestream::Database", Properties: { DatabaseName: "metrics", ...properties } },
});

describe("AWS::Timestream", () => {
  it("asks for its endpoint first", () => {
    expect(probeActions(database(), "create")).toEqual(["timestream:DescribeEndpoints", "timestream:CreateDatabase"]);
    const table = { Table: { Type: "AWS::Timestream::Table", Properties: { DatabaseName: "metrics" } } };
    expect(probeActions(table, "delete")).toEqual([
      "timestream:DescribeEndpoints",
      "timestream:DeleteTable",
      "timestream:DescribeTable",
    ]);
  });

  it("needs a grant on the key of the customer's own", () => {
    const encrypted = database({ KmsKeyId: "11111111-2222-4333-a444-555555555555" });
    expect(probeActions(encrypted, "create")).toContain("kms:CreateGrant");
    expect(probeActions(database(), "create")).not.toContain("kms:CreateGrant");
    expect(probeActions(encrypted, "update", { before: database() })).toContain("timestream:UpdateDatabase");
  });

  it("is only tagged where only tags change", () => {
    expect(probeActions(database({ Tags: [{ Key: "a", Value: "b" }] }), "update", { before: database() })).toEqual([
      "timestream:DescribeEndpoints",
      "timestream:TagResource",
    ]);
  });
});
