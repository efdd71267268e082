import { describe, expect, it } from "vitest";
import { probeActions, probeChecks } from "./rule-probe";

const group = (properties = {}) => ({
  Group: { Type: "AWS::ResourceGroups::Group", Properties: { Name: "shop", ...properties } },
});

describe("AWS::ResourceGroups::Group", () => {
  it("looks at the stack whose resources it groups", () => {
    const ofStack = probeChecks(group({ ResourceQuery: { Type: "CLOUDFORMATION_STACK_1_0" } }), "create");
    const looked = ofStack.find(({ action }) => action === "cloudformation:DescribeStacks");
    expect(looked?.patterns).toEqual(["arn:aws:cloudformation:eu-central-1:123456789012:stack/shop/*"]);
    expect(probeActions(group({ ResourceQuery: { Type: "TAG_FILTERS_1_0" } }), "create")).toEqual([
      "resource-groups:CreateGroup",
    ]);
  });

  it("tags with its own action", () => {
    expect(probeActions(group({ Tags: [{ Key: "a", Value: "b" }] }), "create")).toContain("resource-groups:Tag");
  });

  it("takes resources in and out", () => {
    const withResources = group({ Resources: ["arn:aws:s3:::a"] });
    expect(probeActions(withResources, "create")).toContain("resource-groups:GroupResources");
    expect(probeActions(group(), "update", { before: withResources })).toEqual(["resource-groups:UngroupResources"]);
  });

  it("changes its query and its description with calls of their own", () => {
    expect(probeActions(group({ Description: "b" }), "update", { before: group() })).toEqual([
      "resource-groups:UpdateGroup",
    ]);
  });
});
