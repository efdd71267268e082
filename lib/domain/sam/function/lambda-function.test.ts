import { describe, expect, it } from "vitest";
import type { JsonObject } from "../../json";
import { expandResources } from "../testing/expand-resources";

const expand = (properties: JsonObject, attributes: JsonObject = {}) =>
  expandResources({ Orders: { Type: "AWS::Serverless::Function", ...attributes, Properties: properties } });
const zip = { Runtime: "nodejs22.x", Handler: "orders.handle" };

describe("AWS::Serverless::Function", () => {
  it("hands to Lambda what is Lambda's, marked as SAM's", () => {
    const { resources } = expand(
      {
        ...zip,
        CodeUri: { Bucket: "code", Key: "orders.zip", Version: "1" },
        FunctionName: "orders",
        SourceKMSKeyArn: "arn:key",
        Tracing: "PassThrough",
        DeadLetterQueue: { Type: "SQS", TargetArn: "arn:dead" },
        Architectures: ["arm64"],
      },
      { DependsOn: "Table", Metadata: { a: 1 } },
    );
    expect(resources.Orders).toEqual({
      Type: "AWS::Lambda::Function",
      DependsOn: "Table",
      Metadata: { a: 1 },
      Properties: {
        ...zip,
        FunctionName: "orders",
        Code: { S3Bucket: "code", S3Key: "orders.zip", S3ObjectVersion: "1", SourceKMSKeyArn: "arn:key" },
        TracingConfig: { Mode: "PassThrough" },
        DeadLetterConfig: { TargetArn: "arn:dead" },
        Architectures: ["arm64"],
        Role: { "Fn::GetAtt": ["OrdersRole", "Arn"] },
        Tags: [{ Key: "lambda:createdBy", Value: "SAM" }],
      },
    });
  });

  it("takes code in place, and prefers it to a location", () => {
    const { resources } = expand({ ...zip, InlineCode: "x", CodeUri: "s3://a/b" });
    expect(resources.Orders?.Properties).toMatchObject({ Code: { ZipFile: "x" } });
  });

  it("takes an image", () => {
    const { resources } = expand({ PackageType: "Image", ImageUri: "repo:tag", ImageConfig: { Command: ["a"] } });
    expect(resources.Orders?.Properties).toMatchObject({ Code: { ImageUri: "repo:tag" }, PackageType: "Image" });
  });

  it("translates the capacity provider", () => {
    const config = { Arn: "arn:provider", PerExecutionEnvironmentMaxConcurrency: "10" };
    const { resources } = expand({ ...zip, CodeUri: "s3://a/b", CapacityProviderConfig: config });
    expect(resources.Orders?.Properties).toMatchObject({
      CapacityProviderConfig: {
        LambdaManagedInstancesCapacityProviderConfig: {
          CapacityProviderArn: "arn:provider",
          PerExecutionEnvironmentMaxConcurrency: 10,
        },
      },
    });
  });

  it.each([
    [zip, /has no code/],
    [{ ...zip, CodeUri: "./src" }, /no S3 URI/],
    [{ CodeUri: "s3://a/b", Handler: "x" }, /'Runtime' and 'Handler' are needed/],
    [{ ...zip, PackageType: "Tar", CodeUri: "s3://a/b" }, /must be 'Zip' or 'Image'/],
    [{ PackageType: "Image" }, /must name an image/],
    [{ ...zip, PackageType: "Image", ImageUri: "repo:tag" }, /have no place/],
    [{ ...zip, CodeUri: "s3://a/b", ImageConfig: { Command: ["a"] } }, /have no place/],
    [{ ...zip, CodeUri: "s3://a/b", CapacityProviderConfig: { Arn: "a", Other: 1 } }, /CapacityProviderConfig.Other/],
  ])("refuses %j", (properties, message) => {
    expect(expand(properties).problems).toEqual([
      expect.objectContaining({ logicalId: "Orders", message: expect.stringMatching(message) }),
    ]);
  });
});
