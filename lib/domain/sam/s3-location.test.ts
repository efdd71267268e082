import { describe, expect, it } from "vitest";
import { lambdaS3Location, parseS3Uri, readS3Location } from "./s3-location";

describe("parseS3Uri", () => {
  it.each([
    ["s3://bucket/key", { bucket: "bucket", key: "key" }],
    ["s3://bucket//a/b.zip?versionId=7", { bucket: "bucket", key: "a/b.zip", version: "7" }],
    ["s3://bucket/key?versionId=1&versionId=2", { bucket: "bucket", key: "key" }],
    ["s3://bucket/key?versionId=", { bucket: "bucket", key: "key" }],
    ["s3://bucket/a%20b?versionId=a%20b", { bucket: "bucket", key: "a%20b", version: "a b" }],
  ])("reads %s", (uri, expected) => {
    expect(parseS3Uri(uri)).toEqual(expected);
  });

  it.each(["s3://bucket", "https://bucket/key", "./src", "s3:///key", "s3://[TOKEN.25]/key", 7, null])(
    "refuses %s",
    (uri) => {
      expect(parseS3Uri(uri)).toBeNull();
    },
  );
});

describe("readS3Location", () => {
  it("takes a map with intrinsics", () => {
    const bucket = { Ref: "Bucket" };
    expect(readS3Location({ Bucket: bucket, Key: "k" }, "Layer", "ContentUri")).toEqual({ bucket, key: "k" });
  });

  it("names the resource and the property that is wrong", () => {
    expect(() => readS3Location({ Bucket: "b" }, "Layer", "ContentUri")).toThrow(/'ContentUri' needs both/);
    expect(() => readS3Location("./layer", "Layer", "ContentUri")).toThrow(/is no S3 URI/);
  });
});

it("refuses dynamic references with a path for Lambda code", () => {
  expect(() => lambdaS3Location("{{resolve:ssm:/team/code:1}}", "Orders", "CodeUri")).toThrow(/dynamic reference/);
  expect(lambdaS3Location("s3://b/k?versionId=v", "Orders", "CodeUri")).toEqual({
    S3Bucket: "b",
    S3Key: "k",
    S3ObjectVersion: "v",
  });
});
