import { describe, expect, it } from "vitest";
import { probeActions, probeChecks } from "./rule-probe";

const application = (properties = {}) => ({
  Insights: { Type: "AWS::ApplicationInsights::Application", Properties: { ResourceGroupName: "shop", ...properties } },
});

describe("AWS::ApplicationInsights::Application", () => {
  it("is made, and configured where it says how", () => {
    expect(probeActions(application(), "create")).toEqual([
      "applicationinsights:CreateApplication",
      "applicationinsights:DescribeApplication",
    ]);
    const components = application({ CustomComponents: [{ ComponentName: "web", ResourceList: [] }] });
    expect(probeActions(components, "create")).toContain("applicationinsights:CreateComponent");
    const patterns = application({ LogPatternSets: [{ PatternSetName: "errors" }] });
    expect(probeActions(patterns, "create")).toContain("applicationinsights:CreateLogPattern");
  });

  it("is authorised on no resource, tags included", () => {
    const checks = probeChecks(application({ Tags: [{ Key: "a", Value: "b" }] }), "create");
    expect(new Set(checks.flatMap(({ resources }) => resources))).toEqual(new Set(["*"]));
    expect(checks.map(({ action }) => action)).toContain("applicationinsights:TagResource");
  });
});
