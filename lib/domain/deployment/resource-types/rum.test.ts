import { describe, expect, it } from "vitest";
import { defaultDeploySettings } from "../../stack";
import { probeActions } from "./rule-probe";

const monitor = (properties = {}) => ({
  Monitor: { Type: "AWS::RUM::AppMonitor", Properties: { Name: "shop", Domain: "example.com", ...properties } },
});

describe("AWS::RUM::AppMonitor", () => {
  it("is made and read back with its tags", () => {
    expect(probeActions(monitor(), "create")).toEqual([
      "rum:CreateAppMonitor",
      "rum:GetAppMonitor",
      "rum:ListTagsForResource",
    ]);
  });

  it("sets up a log delivery where it keeps events", () => {
    expect(probeActions(monitor({ CwLogEnabled: true }), "create")).toContain("logs:CreateLogDelivery");
    expect(probeActions(monitor({ CwLogEnabled: false }), "create")).not.toContain("logs:CreateLogDelivery");
  });

  it("sends metrics and lets others in where it says so", () => {
    const rich = monitor({
      ResourcePolicy: { PolicyDocument: "{}" },
      AppMonitorConfiguration: { MetricDestinations: [{ Destination: "CloudWatch" }] },
    });
    expect(probeActions(rich, "create")).toEqual([
      "rum:CreateAppMonitor",
      "rum:PutResourcePolicy",
      "rum:PutRumMetricsDestination",
      "rum:BatchCreateRumMetricDefinitions",
      "rum:GetAppMonitor",
      "rum:ListTagsForResource",
    ]);
    const policy = { ResourcePolicy: { PolicyDocument: "{}" } };
    expect(probeActions(monitor(), "update", { before: monitor(policy) })).toEqual(["rum:DeleteResourcePolicy"]);
  });

  it("needs a service-linked role where the account has none", () => {
    const account = { ...defaultDeploySettings.account, serviceLinkedRolesExist: false };
    expect(probeActions(monitor(), "create", { settings: { account } })).toContain("iam:CreateServiceLinkedRole");
  });
});
