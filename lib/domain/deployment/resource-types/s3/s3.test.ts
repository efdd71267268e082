import { describe, expect, it } from "vitest";
import type { JsonObject } from "../../../json";
import { probeActions, probeChecks, probePlan } from "../rule-probe";
import { bucketSettings } from "./bucket-settings";

const bucket = (properties: JsonObject = {}) => ({ Files: { Type: "AWS::S3::Bucket", Properties: properties } });

describe("AWS::S3::Bucket", () => {
  it("takes one call when it is plain", () => {
    expect(probeActions(bucket(), "create")).toEqual(["s3:CreateBucket"]);
    expect(probeActions(bucket(), "delete")).toEqual(["s3:DeleteBucket"]);
  });

  it("has a name in small letters", () => {
    expect(probeChecks(bucket(), "create")[0]?.patterns).toEqual(["arn:aws:s3:::shop-files-*"]);
  });

  it.each(bucketSettings.map(({ property, putAction, removeAction }) => [property, putAction, removeAction]))(
    "with %s checks %s, and %s when it goes",
    (property, putAction, removeAction) => {
      const given = bucket({ [property]: { Any: "thing" } });
      expect(probeActions(given, "create")).toContain(putAction);
      expect(probeActions(bucket(), "create")).not.toContain(putAction);
      expect(probeActions(bucket(), "update", { before: given })).toEqual([removeAction]);
    },
  );

  it("passes the role of a replication", () => {
    const actions = probeActions(
      bucket({ ReplicationConfiguration: { Role: "arn:aws:iam::123456789012:role/r" } }),
      "create",
    );
    expect(actions).toContain("iam:PassRole");
  });

  it("checks what the headers of the creation ask", () => {
    expect(probeActions(bucket({ AccessControl: "Private" }), "create")).toEqual([
      "s3:CreateBucket",
      "s3:PutBucketAcl",
    ]);
    expect(probeActions(bucket({ ObjectLockEnabled: true }), "create")).toContain(
      "s3:PutBucketObjectLockConfiguration",
    );
  });

  it("is tagged in a call of its own", () => {
    expect(probeActions(bucket({ Tags: [{ Key: "a", Value: "b" }] }), "create")).toEqual([
      "s3:CreateBucket",
      "s3:PutBucketTagging",
    ]);
  });
});

describe("AWS::S3::BucketPolicy", () => {
  it("looks for a policy first, and goes on if it may not", () => {
    const policy = { Access: { Type: "AWS::S3::BucketPolicy", Properties: { Bucket: "files", PolicyDocument: {} } } };
    const calls = probePlan(policy).calls.filter(
      ({ logicalId, phase }) => logicalId === "Access" && phase === "create",
    );
    expect(calls.slice(0, 2).map(({ operation, onDenied }) => [operation, onDenied])).toEqual([
      ["s3:GetBucketPolicy", "ignored"],
      ["s3:PutBucketPolicy", "fail"],
    ]);
  });
});
