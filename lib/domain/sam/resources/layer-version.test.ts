import { describe, expect, it } from "vitest";
import type { JsonObject } from "../../json";
import { expandResources } from "../testing/expand-resources";

const expand = (properties: JsonObject, attributes: JsonObject = {}, others: JsonObject = {}) =>
  expandResources({
    Tools: {
      Type: "AWS::Serverless::LayerVersion",
      Properties: { ContentUri: "s3://bucket/tools.zip", ...properties },
      ...attributes,
    },
    ...others,
  });
const idOf = (properties: JsonObject, attributes: JsonObject = {}) =>
  Object.keys(expand(properties, attributes).resources)[0];

describe("AWS::Serverless::LayerVersion", () => {
  it("becomes a retained layer whose logical id follows its content", () => {
    const id = idOf({}) ?? "";
    expect(id).toMatch(/^Tools[0-9a-f]{10}$/);
    expect(expand({}).resources[id]).toEqual({
      Type: "AWS::Lambda::LayerVersion",
      DeletionPolicy: "Retain",
      Properties: { LayerName: "Tools", Content: { S3Bucket: "bucket", S3Key: "tools.zip" } },
    });
    expect(idOf({ Description: "other" })).not.toBe(id);
    expect(idOf({}, { DeletionPolicy: "Delete", Metadata: { a: 1 } })).toBe(id);
  });

  it("takes references to it along", () => {
    const { resources } = expand(
      {},
      {},
      { Other: { Type: "AWS::X::Y", DependsOn: "Tools", Properties: { Layer: { Ref: "Tools" } } } },
    );
    const id = idOf({});
    expect(resources.Other).toEqual({ Type: "AWS::X::Y", DependsOn: id, Properties: { Layer: { Ref: id } } });
  });

  it("reads RetentionPolicy in any case", () => {
    const [layer] = Object.values(expand({ RetentionPolicy: "delete" }).resources);
    expect(layer).toMatchObject({ DeletionPolicy: "Delete" });
  });

  it.each<[JsonObject]>([
    [{ RetentionPolicy: "keep" }],
    [{ RetentionPolicy: { "Fn::If": ["A", "Retain", "Delete"] } }],
    [{ CompatibleArchitectures: ["mips"] }],
    [{ ContentUri: { Bucket: "b" } }],
    [{ LicenseInfo: [1] }],
  ])("refuses %j", (properties) => {
    expect(expand(properties).problems).toMatchObject([
      { severity: "error", logicalId: expect.stringMatching(/^Tools/) },
    ]);
  });
});
