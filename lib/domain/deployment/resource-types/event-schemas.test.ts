import { describe, expect, it } from "vitest";
import { probeActions, probeChecks } from "./rule-probe";

const registry = { Events: { Type: "AWS::EventSchemas::Registry", Properties: { RegistryName: "shop" } } };
const schema = (content: string) => ({
  ...registry,
  Order: {
    Type: "AWS::EventSchemas::Schema",
    Properties: { RegistryName: { "Fn::GetAtt": ["Events", "RegistryName"] }, SchemaName: "order", Content: content },
  },
});

describe("AWS::EventSchemas", () => {
  it("makes a registry and reads it back, with tags where there are some", () => {
    expect(probeActions(registry, "create")).toEqual(["schemas:CreateRegistry", "schemas:DescribeRegistry"]);
    expect(probeActions(registry, "create", { settings: { stackTags: { stage: "dev" } } })).toContain(
      "schemas:TagResource",
    );
  });

  it("stands a schema under its registry", () => {
    const made = probeChecks(schema("a"), "create").find(({ action }) => action === "schemas:CreateSchema");
    expect(made?.resources).toEqual(["arn:aws:schemas:eu-central-1:123456789012:schema/shop/order"]);
    expect(probeActions(schema("b"), "update", { before: schema("a") })).toEqual([
      "schemas:UpdateSchema",
      "schemas:DescribeSchema",
    ]);
  });
});
