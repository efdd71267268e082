import { describe, expect, it } from "vitest";
import type { JsonObject } from "../../json";
import { probeActions, probeChecks } from "./rule-probe";

const roleArn = "arn:aws:iam::123456789012:role/delivery";
const destination = (prefix = "a/") => ({
  ExtendedS3DestinationConfiguration: { RoleARN: roleArn, BucketARN: "arn:aws:s3:::logs", Prefix: prefix },
});
const stream = (properties = {}) => ({
  Stream: { Type: "AWS::KinesisFirehose::DeliveryStream", Properties: properties },
});

describe("AWS::KinesisFirehose::DeliveryStream", () => {
  it("passes each role of its destinations once", () => {
    const sources = { KinesisStreamSourceConfiguration: { RoleARN: roleArn, KinesisStreamARN: "arn" } };
    const passed = probeChecks(stream({ ...destination(), ...sources }), "create").filter(
      ({ action }) => action === "iam:PassRole",
    );
    expect(passed).toHaveLength(1);
    expect(passed[0]).toMatchObject({
      resources: [roleArn],
      context: { "iam:PassedToService": ["firehose.amazonaws.com"] },
      cause: "Properties.ExtendedS3DestinationConfiguration.RoleARN",
    });
    expect(probeActions(stream(), "create")).toEqual([
      "firehose:CreateDeliveryStream",
      "firehose:DescribeDeliveryStream",
    ]);
  });

  it("is tagged on creation", () => {
    expect(probeActions(stream({ Tags: [{ Key: "team", Value: "shop" }] }), "create")).toContain(
      "firehose:TagDeliveryStream",
    );
  });

  it("needs a grant on the key of the customer's own", () => {
    const KeyARN = "arn:aws:kms:eu-central-1:123456789012:key/11111111-2222-4333-a444-555555555555";
    const encrypted = { DeliveryStreamEncryptionConfigurationInput: { KeyType: "CUSTOMER_MANAGED_CMK", KeyARN } };
    expect(probeActions(stream(encrypted), "create")).toContain("kms:CreateGrant");
    const owned = { DeliveryStreamEncryptionConfigurationInput: { KeyType: "AWS_OWNED_CMK" } };
    expect(probeActions(stream(owned), "create")).not.toContain("kms:CreateGrant");
  });

  it("changes destinations and encryption with calls of their own", () => {
    expect(probeActions(stream(destination("b/")), "update", { before: stream(destination()) })).toEqual([
      "firehose:DescribeDeliveryStream",
      "firehose:UpdateDestination",
      "iam:PassRole",
      "firehose:ListTagsForDeliveryStream",
    ]);
    const encrypted = { DeliveryStreamEncryptionConfigurationInput: { KeyType: "AWS_OWNED_CMK" } };
    expect(probeActions(stream(), "update", { before: stream(encrypted) })).toContain(
      "firehose:StopDeliveryStreamEncryption",
    );
  });

  it("writes the destination, without the source's role, and all tags again whatever has changed", () => {
    const tags = { Tags: [{ Key: "team", Value: "shop" }] };
    const KinesisStreamSourceConfiguration = { RoleARN: roleArn, KinesisStreamARN: "arn" };
    const update = probeActions(stream({ KinesisStreamSourceConfiguration, ...tags }), "update", {
      before: stream({ KinesisStreamSourceConfiguration }),
    });
    const written = [
      "firehose:DescribeDeliveryStream",
      "firehose:UpdateDestination",
      "firehose:ListTagsForDeliveryStream",
    ];
    expect(update).toEqual([...written, "firehose:TagDeliveryStream"]);
    expect(probeActions(stream({ ...destination("b/"), ...tags }), "update", { before: stream(tags) })).toContain(
      "firehose:TagDeliveryStream",
    );
    expect(probeActions(stream(), "update", { before: stream(tags) })).toEqual([
      ...written,
      "firehose:UntagDeliveryStream",
    ]);
  });

  it("starts its encryption again unless it has that key already", () => {
    const change = (key: JsonObject) => {
      const encrypted = (prefix: string) =>
        stream({ ...destination(prefix), DeliveryStreamEncryptionConfigurationInput: key });
      return probeActions(encrypted("b/"), "update", { before: encrypted("a/") });
    };
    expect(change({ KeyType: "AWS_OWNED_CMK" })).toContain("firehose:StartDeliveryStreamEncryption");
    expect(change({ KeyType: "CUSTOMER_MANAGED_CMK", KeyARN: "arn:aws:kms:::key/k" })).not.toContain(
      "firehose:StartDeliveryStreamEncryption",
    );
  });

  it("is looked for before it is deleted, and until it is gone", () => {
    expect(probeChecks(stream(), "delete").map(({ action }) => action)).toEqual([
      "firehose:DescribeDeliveryStream",
      "firehose:DeleteDeliveryStream",
      "firehose:DescribeDeliveryStream",
    ]);
  });
});
