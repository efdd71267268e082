import { describe, expect, it } from "vitest";
import { probeActions, probeChecks } from "../rule-probe";

const bucket = (properties = {}) => ({
  Fast: { Type: "AWS::S3Express::DirectoryBucket", Properties: { LocationName: "euc1-az1", ...properties } },
});

describe("AWS::S3Express::DirectoryBucket", () => {
  it("ends with its zone", () => {
    const [made] = probeChecks(bucket(), "create");
    expect(made?.patterns).toEqual(["arn:aws:s3express:eu-central-1:123456789012:bucket/shop-fast-*--euc1-az1--x-s3"]);
    expect(made?.context["s3express:LocationName"]).toEqual(["euc1-az1"]);
    const [named] = probeChecks(bucket({ BucketName: "fast--euc1-az1--x-s3" }), "create");
    expect(named?.resources).toEqual(["arn:aws:s3express:eu-central-1:123456789012:bucket/fast--euc1-az1--x-s3"]);
  });

  it("sets what it is given, encryption with the key's permissions", () => {
    const rule = {
      ServerSideEncryptionByDefault: {
        SSEAlgorithm: "aws:kms",
        KMSMasterKeyID: "11111111-2222-4333-a444-555555555555",
      },
    };
    const encrypted = bucket({ BucketEncryption: { ServerSideEncryptionConfiguration: [rule] } });
    expect(probeActions(encrypted, "create")).toEqual([
      "s3express:CreateBucket",
      "s3express:ListAllMyDirectoryBuckets",
      "s3express:PutEncryptionConfiguration",
      "kms:GenerateDataKey",
      "kms:Decrypt",
    ]);
    const expiring = bucket({ LifecycleConfiguration: { Rules: [] } });
    expect(probeActions(expiring, "update", { before: bucket() })).toEqual(["s3express:PutLifecycleConfiguration"]);
  });
});
