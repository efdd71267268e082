import { describe, expect, it } from "vitest";
import { probeActions, probeChecks } from "../rule-probe";

const point = (properties = {}) => ({
  Point: { Type: "AWS::S3::AccessPoint", Properties: { Name: "inbox", Bucket: "mail", ...properties } },
});

describe("AWS::S3::AccessPoint", () => {
  it("is made under its name and read back", () => {
    expect(probeChecks(point(), "create")[0]?.resources).toEqual([
      "arn:aws:s3:eu-central-1:123456789012:accesspoint/inbox",
    ]);
    expect(probeActions(point(), "create")).toEqual(["s3:CreateAccessPoint", "s3:GetAccessPoint"]);
  });

  it("sets a policy and its public access where given", () => {
    expect(probeActions(point({ Policy: {} }), "create")).toContain("s3:PutAccessPointPolicy");
    expect(probeActions(point(), "update", { before: point({ Policy: {} }) })).toEqual(["s3:DeleteAccessPointPolicy"]);
    const blocked = point({ PublicAccessBlockConfiguration: { BlockPublicAcls: true } });
    expect(probeActions(blocked, "create")).toContain("s3:PutAccessPointPublicAccessBlock");
  });

  it("is tagged on creation where there are tags", () => {
    expect(probeActions(point({ Tags: [{ Key: "a", Value: "b" }] }), "create")).toContain("s3:TagResource");
  });
});

describe("AWS::S3ObjectLambda::AccessPoint", () => {
  const lambda = (properties = {}) => ({
    Point: { Type: "AWS::S3ObjectLambda::AccessPoint", Properties: { Name: "resize", ...properties } },
  });

  it("is read back from three sides", () => {
    expect(probeActions(lambda(), "create")).toEqual([
      "s3:CreateAccessPointForObjectLambda",
      "s3:GetAccessPointForObjectLambda",
      "s3:GetAccessPointConfigurationForObjectLambda",
      "s3:GetAccessPointPolicyStatusForObjectLambda",
    ]);
    const changed = lambda({ ObjectLambdaConfiguration: { SupportingAccessPoint: "b" } });
    expect(probeActions(changed, "update", { before: lambda() })[0]).toBe(
      "s3:PutAccessPointConfigurationForObjectLambda",
    );
  });
});
