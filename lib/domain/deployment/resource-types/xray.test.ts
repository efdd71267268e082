import { describe, expect, it } from "vitest";
import { probeActions, probeChecks } from "./rule-probe";

const group = (properties = {}) => ({
  Slow: { Type: "AWS::XRay::Group", Properties: { GroupName: "slow", ...properties } },
});

describe("AWS::XRay", () => {
  it("makes a group, with tags where there are some", () => {
    expect(probeChecks(group(), "create")[0]?.patterns).toEqual([
      "arn:aws:xray:eu-central-1:123456789012:group/slow/*",
    ]);
    expect(probeActions(group(), "create")).toEqual(["xray:CreateGroup"]);
    expect(probeActions(group({ Tags: [{ Key: "a", Value: "b" }] }), "create")).toContain("xray:TagResource");
  });

  it("names a sampling rule by the name inside it", () => {
    const rule = { Rule: { Type: "AWS::XRay::SamplingRule", Properties: { SamplingRule: { RuleName: "few" } } } };
    expect(probeChecks(rule, "create")[0]?.resources).toEqual([
      "arn:aws:xray:eu-central-1:123456789012:sampling-rule/few",
    ]);
  });
});
