import { describe, expect, it } from "vitest";
import { probeActions, probeChecks } from "./rule-probe";

const zone = (properties = {}) => ({
  Zone: { Type: "AWS::Route53::HostedZone", Properties: { Name: "example.com", ...properties } },
});
const record = (properties = {}) => ({
  Record: { Type: "AWS::Route53::RecordSet", Properties: { Name: "Api.example.com.", Type: "A", ...properties } },
});

describe("AWS::Route53::HostedZone", () => {
  it("is made, followed and read back", () => {
    expect(probeActions(zone(), "create")).toEqual([
      "route53:CreateHostedZone",
      "route53:GetChange",
      "route53:GetHostedZone",
    ]);
  });

  it("looks for networks where it is private, and associates the second and later ones", () => {
    const one = probeActions(zone({ VPCs: [{ VPCId: "vpc-1", VPCRegion: "eu-central-1" }] }), "create");
    expect(one).toContain("ec2:DescribeVpcs");
    expect(one).not.toContain("route53:AssociateVPCWithHostedZone");
    const two = probeActions(zone({ VPCs: [{ VPCId: "vpc-1" }, { VPCId: "vpc-2" }] }), "create");
    expect(two).toContain("route53:AssociateVPCWithHostedZone");
  });

  it("is tagged in a call of its own", () => {
    const tagged = zone({ HostedZoneTags: [{ Key: "team", Value: "shop" }] });
    expect(probeActions(tagged, "create")).toContain("route53:ChangeTagsForResource");
    expect(probeActions(zone(), "create")).not.toContain("route53:ChangeTagsForResource");
  });
});

describe("AWS::Route53::RecordSet", () => {
  it("changes the zone that it names by id", () => {
    const checks = probeChecks(record({ HostedZoneId: "Z111" }), "create");
    expect(checks.map(({ action }) => action)).toEqual([
      "route53:GetHostedZone",
      "route53:ChangeResourceRecordSets",
      "route53:GetChange",
    ]);
    expect(checks[1]).toMatchObject({
      resources: ["arn:aws:route53:::hostedzone/Z111"],
      context: {
        "route53:ChangeResourceRecordSetsNormalizedRecordNames": ["api.example.com"],
        "route53:ChangeResourceRecordSetsRecordTypes": ["A"],
      },
    });
  });

  it("looks for the zone that it names by domain", () => {
    const actions = probeActions(record({ HostedZoneName: "example.com." }), "create");
    expect(actions).toContain("route53:ListHostedZones");
    expect(actions).not.toContain("route53:GetHostedZone");
  });
});

describe("AWS::Route53::RecordSetGroup", () => {
  it("changes all records in one call", () => {
    const records = [
      { Name: "a.example.com", Type: "A" },
      { Name: "b.example.com", Type: "TXT" },
    ];
    const group = { Type: "AWS::Route53::RecordSetGroup", Properties: { HostedZoneId: "Z111", RecordSets: records } };
    const changes = probeChecks({ Records: group }, "create").filter(
      ({ action }) => action === "route53:ChangeResourceRecordSets",
    );
    expect(changes).toHaveLength(1);
    expect(changes[0]?.context["route53:ChangeResourceRecordSetsRecordTypes"]).toEqual(["A", "TXT"]);
  });
});

describe("AWS::Route53::HealthCheck", () => {
  const check = (config = {}) => ({
    Check: { Type: "AWS::Route53::HealthCheck", Properties: { HealthCheckConfig: { Type: "HTTPS", ...config } } },
  });

  it("looks at the alarm that it follows", () => {
    const alarm = check({ AlarmIdentifier: { Name: "errors", Region: "eu-west-1" } });
    const looked = probeChecks(alarm, "create").find(({ action }) => action === "cloudwatch:DescribeAlarms");
    expect(looked?.resources).toEqual(["arn:aws:cloudwatch:eu-west-1:123456789012:alarm:errors"]);
    expect(probeActions(check(), "create")).toEqual(["route53:CreateHealthCheck"]);
  });
});
