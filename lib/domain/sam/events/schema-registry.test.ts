import { describe, expect, it } from "vitest";
import type { Json, JsonObject } from "../../json";
import { functionWith } from "../testing/api-resources";
import { expandResources } from "../testing/expand-resources";

const config: JsonObject = {
  SchemaRegistryURI: "arn:aws:glue:eu-central-1:123456789012:registry/shop",
  EventRecordFormat: "JSON",
  SchemaValidationConfigs: [{ Attribute: "KEY" }],
};
const expand = (SchemaRegistryConfig: Json) =>
  expandResources({
    Orders: functionWith({
      Cluster: { Type: "MSK", Properties: { Stream: "arn", StartingPosition: "LATEST", SchemaRegistryConfig } },
    }),
  });

describe("SchemaRegistryConfig", () => {
  it("lets the function read the Glue registry and its credentials", () => {
    const { resources } = expand({ ...config, AccessConfigs: [{ Type: "BASIC_AUTH", URI: "arn:secret" }] });
    const role = JSON.stringify(resources.OrdersRole?.Properties);
    for (const part of ["arn:secret", "glue:GetRegistry", ":schema/shop/*"]) expect(role).toContain(part);
  });

  it("grants nothing on a registry that is not Glue's", () => {
    const { resources } = expand({ ...config, SchemaRegistryURI: "https://example.com" });
    expect(JSON.stringify(resources.OrdersRole)).not.toContain("glue:");
  });

  it.each([
    [{ ...config, EventRecordFormat: "XML" }, /must be 'JSON' or 'SOURCE'/],
    [{ EventRecordFormat: "JSON" }, /needs 'SchemaRegistryURI'/],
    [{ ...config, AccessConfigs: [{ Type: "BASIC_AUTH" }] }, /needs 'Type' and 'URI'/],
  ])("refuses %j", (wrong, message) => {
    expect(expand(wrong).problems).toEqual([expect.objectContaining({ message: expect.stringMatching(message) })]);
  });
});
