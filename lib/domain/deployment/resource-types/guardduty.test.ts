import { describe, expect, it } from "vitest";
import { probeActions, probeChecks } from "./rule-probe";

const plan = (properties = {}) => ({
  Plan: {
    Type: "AWS::GuardDuty::MalwareProtectionPlan",
    Properties: {
      Role: "arn:aws:iam::123456789012:role/scan",
      ProtectedResource: { S3Bucket: { BucketName: "inbox" } },
      ...properties,
    },
  },
});

describe("AWS::GuardDuty::MalwareProtectionPlan", () => {
  it("passes its role to the plan's own service", () => {
    const checks = probeChecks(plan(), "create");
    expect(checks.map(({ action }) => action)).toEqual([
      "guardduty:CreateMalwareProtectionPlan",
      "iam:PassRole",
      "guardduty:GetMalwareProtectionPlan",
    ]);
    expect(checks[1]?.context["iam:PassedToService"]).toEqual(["malware-protection-plan.guardduty.amazonaws.com"]);
  });

  it("is tagged on creation where there are tags", () => {
    expect(probeActions(plan({ Tags: [{ Key: "a", Value: "b" }] }), "create")).toContain("guardduty:TagResource");
    expect(probeActions(plan(), "create")).not.toContain("guardduty:TagResource");
  });
});
