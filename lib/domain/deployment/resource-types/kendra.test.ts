import { describe, expect, it } from "vitest";
import { probeActions, probeChecks } from "./rule-probe";

const roleArn = "arn:aws:iam::123456789012:role/kendra";
const index = (properties = {}) => ({
  Search: { Type: "AWS::Kendra::Index", Properties: { Name: "search", RoleArn: roleArn, ...properties } },
});

describe("AWS::Kendra::Index", () => {
  it("passes its role and is read back with its tags", () => {
    expect(probeActions(index(), "create")).toEqual([
      "kendra:CreateIndex",
      "iam:PassRole",
      "kendra:DescribeIndex",
      "kendra:ListTagsForResource",
    ]);
  });

  it("sets in a second step what the creation does not take", () => {
    expect(probeActions(index({ CapacityUnits: { QueryCapacityUnits: 1 } }), "create")).toContain("kendra:UpdateIndex");
  });

  it("needs a grant on its key", () => {
    const encrypted = { ServerSideEncryptionConfiguration: { KmsKeyId: "11111111-2222-4333-a444-555555555555" } };
    expect(probeActions(index(encrypted), "create")).toContain("kms:CreateGrant");
    expect(probeActions(index(), "create")).not.toContain("kms:CreateGrant");
  });
});

describe("AWS::Kendra::DataSource", () => {
  const source = (properties = {}) => ({
    Source: { Type: "AWS::Kendra::DataSource", Properties: { IndexId: "i-1", Type: "CUSTOM", ...properties } },
  });

  it("is authorised on its index, and passes a role only where it has one", () => {
    const checks = probeChecks(source(), "create");
    expect(checks[0]?.resources).toEqual(["arn:aws:kendra:eu-central-1:123456789012:index/i-1"]);
    expect(checks.map(({ action }) => action)).not.toContain("iam:PassRole");
    expect(probeActions(source({ RoleArn: roleArn }), "create")).toContain("iam:PassRole");
  });
});
