import { describe, expect, it } from "vitest";
import { defaultDeploySettings } from "../../stack";
import { probeActions, probeChecks, probePlan } from "./rule-probe";

const distribution = (config = {}, properties = {}) => ({
  Site: {
    Type: "AWS::CloudFront::Distribution",
    Properties: { DistributionConfig: { Enabled: true, ...config }, ...properties },
  },
});
const edge = "arn:aws:lambda:us-east-1:123456789012:function:edge:1";
const withEdge = distribution({ DefaultCacheBehavior: { LambdaFunctionAssociations: [{ LambdaFunctionARN: edge }] } });

describe("AWS::CloudFront::Distribution", () => {
  it("is made and watched until it is deployed", () => {
    expect(probeActions(distribution(), "create")).toEqual([
      "cloudfront:CreateDistribution",
      "cloudfront:GetDistribution",
    ]);
  });

  it("is made on any distribution, as is an access control, a function on none in particular", () => {
    const of = (Type: string, Properties = {}) => probeChecks({ Tried: { Type, Properties } }, "create")[0]?.resources;
    expect(probeChecks(distribution(), "create")[0]?.resources).toEqual([
      "arn:aws:cloudfront::123456789012:distribution/*",
    ]);
    expect(of("AWS::CloudFront::OriginAccessControl")).toEqual([
      "arn:aws:cloudfront::123456789012:origin-access-control/*",
    ]);
    expect(of("AWS::CloudFront::Function", { Name: "f" })).toEqual(["*"]);
  });

  it("is made with tags by another operation under the same action", () => {
    const tagged = distribution({}, { Tags: [{ Key: "team", Value: "shop" }] });
    expect(probePlan(tagged).calls.map(({ operation }) => operation)).toContain(
      "cloudfront:CreateDistributionWithTags",
    );
    expect(probeActions(tagged, "create")).toEqual([
      "cloudfront:CreateDistribution",
      "cloudfront:TagResource",
      "cloudfront:GetDistribution",
    ]);
  });

  it("replicates the functions at its edge", () => {
    const checks = probeChecks(withEdge, "create");
    expect(checks.find(({ action }) => action === "lambda:EnableReplication")?.resources).toEqual([edge]);
    expect(checks.map(({ action }) => action)).not.toContain("iam:CreateServiceLinkedRole");
    const account = { ...defaultDeploySettings.account, serviceLinkedRolesExist: false };
    const roles = probeChecks(withEdge, "create", { settings: { account } }).filter(
      ({ action }) => action === "iam:CreateServiceLinkedRole",
    );
    expect(roles.flatMap(({ context }) => context["iam:AWSServiceName"] ?? [])).toEqual([
      "replicator.lambda.amazonaws.com",
      "logger.cloudfront.amazonaws.com",
    ]);
  });

  it("opens the bucket of its logs", () => {
    const logging = distribution({ Logging: { Bucket: "logs.s3.amazonaws.com" } });
    const opened = probeChecks(logging, "create").find(({ action }) => action === "s3:PutBucketAcl");
    expect(opened?.resources).toEqual(["arn:aws:s3:::logs"]);
    expect(probeActions(distribution(), "create")).not.toContain("s3:PutBucketAcl");
  });

  it("is disabled before it is deleted", () => {
    expect(probeActions(distribution(), "delete")).toEqual([
      "cloudfront:GetDistributionConfig",
      "cloudfront:UpdateDistribution",
      "cloudfront:GetDistribution",
      "cloudfront:DeleteDistribution",
    ]);
  });
});

describe("AWS::CloudFront::OriginAccessControl", () => {
  const control = {
    Control: {
      Type: "AWS::CloudFront::OriginAccessControl",
      Properties: { OriginAccessControlConfig: { Name: "control" } },
    },
  };

  it("is read back only where its id is taken as an attribute", () => {
    expect(probeActions(control, "create")).toEqual(["cloudfront:CreateOriginAccessControl"]);
    const taken = {
      ...control,
      ...distribution({ Origins: [{ OriginAccessControlId: { "Fn::GetAtt": ["Control", "Id"] } }] }),
    };
    expect(probeActions(taken, "create")).toContain("cloudfront:GetOriginAccessControl");
  });
});

describe("AWS::CloudFront::Function", () => {
  const rewrite = (properties = {}) => ({
    Rewrite: { Type: "AWS::CloudFront::Function", Properties: { Name: "rewrite", FunctionCode: "a", ...properties } },
  });

  it("is published only where it is to be", () => {
    expect(probeActions(rewrite({ AutoPublish: true }), "create")).toEqual([
      "cloudfront:CreateFunction",
      "cloudfront:PublishFunction",
    ]);
    expect(probeActions(rewrite(), "create")).toEqual(["cloudfront:CreateFunction"]);
  });

  it("is read with its tags where an attribute is taken", () => {
    const taken = {
      ...rewrite(),
      Note: {
        Type: "AWS::SSM::Parameter",
        Properties: { Type: "String", Value: { "Fn::GetAtt": ["Rewrite", "FunctionMetadata.FunctionARN"] } },
      },
    };
    const read = ["cloudfront:DescribeFunction", "cloudfront:GetFunction", "cloudfront:ListTagsForResource"];
    expect(probeActions(taken, "create")).toEqual(expect.arrayContaining(read));
    expect(probeActions(rewrite(), "create").filter((action) => read.includes(action))).toEqual([]);
  });

  it("is described for its version before a change", () => {
    expect(probeActions(rewrite({ FunctionCode: "b" }), "update", { before: rewrite() })).toEqual([
      "cloudfront:DescribeFunction",
      "cloudfront:UpdateFunction",
    ]);
  });
});
