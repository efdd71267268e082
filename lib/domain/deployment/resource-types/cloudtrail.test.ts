import { describe, expect, it } from "vitest";
import { defaultDeploySettings } from "../../stack";
import { probeActions, probeChecks } from "./rule-probe";

const trail = (properties = {}) => ({
  Trail: { Type: "AWS::CloudTrail::Trail", Properties: { S3BucketName: "trail", IsLogging: false, ...properties } },
});

describe("AWS::CloudTrail::Trail", () => {
  it("starts only where it is to log", () => {
    expect(probeActions(trail(), "create")).toEqual(["cloudtrail:CreateTrail"]);
    expect(probeActions(trail({ IsLogging: true }), "create")).toEqual([
      "cloudtrail:CreateTrail",
      "cloudtrail:StartLogging",
    ]);
    expect(probeActions(trail(), "update", { before: trail({ IsLogging: true }) })).toContain("cloudtrail:StopLogging");
  });

  it("selects events and passes the role of its log", () => {
    const roleArn = "arn:aws:iam::123456789012:role/trail";
    const rich = trail({ EventSelectors: [{ ReadWriteType: "All" }], CloudWatchLogsRoleArn: roleArn });
    const checks = probeChecks(rich, "create");
    expect(checks.map(({ action }) => action)).toEqual([
      "cloudtrail:CreateTrail",
      "iam:PassRole",
      "cloudtrail:PutEventSelectors",
    ]);
    expect(checks[1]?.context["iam:PassedToService"]).toEqual(["cloudtrail.amazonaws.com"]);
  });

  it("asks the organization where it is for all of it", () => {
    const account = { ...defaultDeploySettings.account, serviceLinkedRolesExist: false };
    const whole = probeActions(trail({ IsOrganizationTrail: true }), "create", { settings: { account } });
    expect(whole).toContain("organizations:DescribeOrganization");
    expect(whole).toContain("iam:CreateServiceLinkedRole");
    expect(probeActions(trail(), "create", { settings: { account } })).not.toContain("iam:CreateServiceLinkedRole");
  });
});
