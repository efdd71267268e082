import { describe, expect, it } from "vitest";
import type { JsonObject } from "../../json";
import { functionWith } from "../testing/api-resources";
import { expandResources } from "../testing/expand-resources";

const expand = (properties: JsonObject) =>
  expandResources({ Orders: functionWith({}, { AutoPublishAlias: "live", ...properties }) });
const versionOf = (properties: JsonObject) =>
  Object.keys(expand(properties).resources).find((id) => id.startsWith("OrdersVersion"));

describe("AutoPublishAlias", () => {
  it("publishes a version, kept when the next one comes, and points the alias to it", () => {
    const { resources } = expand({
      ProvisionedConcurrencyConfig: { ProvisionedConcurrentExecutions: 2 },
      VersionDescription: "v",
    });
    const version = versionOf({}) ?? "";
    expect(resources[version]).toEqual({
      Type: "AWS::Lambda::Version",
      DeletionPolicy: "Retain",
      Properties: { FunctionName: { Ref: "Orders" }, Description: "v" },
    });
    expect(resources.OrdersAliaslive?.Properties).toEqual({
      Name: "live",
      FunctionName: { Ref: "Orders" },
      FunctionVersion: { "Fn::GetAtt": [version, "Version"] },
      ProvisionedConcurrencyConfig: { ProvisionedConcurrentExecutions: 2 },
    });
  });

  it.each([
    [{ CodeUri: "s3://code/other.zip" }, true],
    [{ Environment: { Variables: { A: "b" } } }, true],
    [{ MemorySize: 512 }, true],
    [{ SnapStart: { ApplyOn: "PublishedVersions" } }, true],
    [{ SnapStart: { ApplyOn: "None" } }, false],
    [{ Timeout: 9 }, false],
    [{ Timeout: 9, AutoPublishAliasAllProperties: true }, true],
  ])("publishes anew for %j: %s", (change, published) => {
    expect(versionOf(change) !== versionOf({})).toBe(published);
  });

  it("takes the code's hash from the user, and writes it where Lambda sees a change", () => {
    const hash = "6b86b273ff34fce19d6b804eff5a3f5747ada4eaa22f1d49c01e52ddb7875b4b";
    const { resources } = expand({ AutoPublishCodeSha256: hash, Description: "Orders" });
    expect(resources.OrdersVersion6b86b273ff).toBeDefined();
    expect(resources.Orders?.Properties).toMatchObject({ Description: `Orders ${hash}` });
  });

  it("makes a logical id of a name with hyphens and underscores", () => {
    const { resources } = expand({ AutoPublishAlias: "live-1_a" });
    expect(resources.OrdersAliasliveD1Ua?.Properties).toMatchObject({ Name: "live-1_a" });
  });

  it.each([
    [{ AutoPublishAlias: "1" }, /not digits alone/],
    [{ AutoPublishAlias: "a b" }, /may hold letters/],
    [{ AutoPublishAlias: { "Fn::Sub": "${Unknown}" } }, /must be a string/],
    [
      { AutoPublishAlias: "", ProvisionedConcurrencyConfig: { ProvisionedConcurrentExecutions: 1 } },
      /Set 'AutoPublishAlias' too/,
    ],
  ])("refuses %j", (properties, message) => {
    expect(expand(properties).problems).toEqual([
      expect.objectContaining({ logicalId: "Orders", message: expect.stringMatching(message) }),
    ]);
  });
});
