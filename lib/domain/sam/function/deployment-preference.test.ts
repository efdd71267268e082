import { describe, expect, it } from "vitest";
import type { JsonObject } from "../../json";
import { functionWith } from "../testing/api-resources";
import { expandResources } from "../testing/expand-resources";

const expand = (preference: JsonObject, properties: JsonObject = { AutoPublishAlias: "live" }) =>
  expandResources({ Orders: functionWith({}, { DeploymentPreference: preference, ...properties }) });

describe("DeploymentPreference", () => {
  it("hands the alias to CodeDeploy, with hooks before and after", () => {
    const { resources } = expand({ Type: "AllAtOnce", Hooks: { PreTraffic: { Ref: "Check" } } });
    expect(resources.OrdersAliaslive?.UpdatePolicy).toEqual({
      CodeDeployLambdaAliasUpdate: {
        ApplicationName: { Ref: "ServerlessDeploymentApplication" },
        DeploymentGroupName: { Ref: "OrdersDeploymentGroup" },
        BeforeAllowTrafficHook: { Ref: "Check" },
      },
    });
  });

  it.each([[false], ["false"], ["False"]])("is off with Enabled: %j", (Enabled) => {
    const { resources } = expand({ Enabled });
    expect(resources.ServerlessDeploymentApplication).toBeUndefined();
    expect(resources.OrdersAliaslive).not.toHaveProperty("UpdatePolicy");
  });

  it.each([
    [{}, undefined, []],
    [{ Enabled: true }, undefined, [/needs 'Type'/]],
    [{ Type: "AllAtOnce", Hooks: ["x"] }, undefined, [/'Hooks' of 'DeploymentPreference' must be a map/]],
    [{ Type: "AllAtOnce", PassthroughCondition: "maybe" }, undefined, [/must be true or false/]],
    [{ Type: "AllAtOnce", PassthroughCondition: { Ref: "Unknown" } }, undefined, [/Ref to a parameter/]],
    [{ Type: "AllAtOnce" }, {}, [/Set 'AutoPublishAlias' too/]],
  ])("of %j", (preference, properties, messages) => {
    const { problems } = expand(preference, properties);
    expect(problems).toEqual(
      messages.map((message) => expect.objectContaining({ message: expect.stringMatching(message) })),
    );
  });
});
