import { describe, expect, it } from "vitest";
import type { JsonObject } from "../../json";
import { functionWith } from "../testing/api-resources";
import { expandResources } from "../testing/expand-resources";

const deployed = (preference: JsonObject, attributes: JsonObject = {}) =>
  functionWith(
    {},
    { AutoPublishAlias: "live", DeploymentPreference: { Type: "AllAtOnce", ...preference } },
    attributes,
  );

describe("gradual deployments", () => {
  it("share one application and one role, and get a group each", () => {
    const { resources } = expandResources({
      Orders: deployed({ Type: "Canary10Percent5Minutes", Alarms: [{ Ref: "Alarm" }], TriggerConfigurations: ["t"] }),
      Jobs: deployed({}),
    });
    expect(resources.ServerlessDeploymentApplication?.Properties).toEqual({ ComputePlatform: "Lambda" });
    expect(resources.CodeDeployServiceRole?.Properties).toMatchObject({
      ManagedPolicyArns: ["arn:aws:iam::aws:policy/service-role/AWSCodeDeployRoleForLambda"],
    });
    expect(resources.OrdersDeploymentGroup?.Properties).toMatchObject({
      DeploymentConfigName: {
        "Fn::Sub": ["CodeDeployDefault.Lambda${ConfigName}", { ConfigName: "Canary10Percent5Minutes" }],
      },
      AlarmConfiguration: { Enabled: true, Alarms: [{ Name: { Ref: "Alarm" } }] },
      TriggerConfigurations: ["t"],
      ServiceRoleArn: { "Fn::GetAtt": ["CodeDeployServiceRole", "Arn"] },
    });
    expect(resources.JobsDeploymentGroup).toBeDefined();
  });

  it("make no service role where each brings its own", () => {
    const { resources } = expandResources({ Orders: deployed({ Role: "arn:role" }) });
    expect(resources.CodeDeployServiceRole).toBeUndefined();
    expect(resources.OrdersDeploymentGroup?.Properties).toMatchObject({ ServiceRoleArn: "arn:role" });
  });

  it("follow the functions' conditions where they are told to, all together any of them", () => {
    const { resources, problems } = expandResources({
      Orders: deployed({ PassthroughCondition: true }, { Condition: "IsProd" }),
      Jobs: deployed({ PassthroughCondition: "true" }, { Condition: "IsTest" }),
    });
    expect(problems).toEqual([]);
    expect(resources.ServerlessDeploymentApplication?.Condition).toBe("ServerlessCodeDeployCondition");
    expect(resources.OrdersDeploymentGroup?.Condition).toBe("IsProd");
  });

  it.each([[[]], [{ Ref: "AWS::NoValue" }]])("take %j for no alarms", (Alarms) => {
    const { resources } = expandResources({ Orders: deployed({ Alarms }) });
    expect(resources.OrdersDeploymentGroup?.Properties).not.toHaveProperty("AlarmConfiguration");
  });

  it("refuse alarms that are no list, in either branch of a condition", () => {
    const { problems } = expandResources({ Orders: deployed({ Alarms: { "Fn::If": ["IsProd", ["a"], "b"] } }) });
    expect(problems).toEqual([expect.objectContaining({ logicalId: "Orders" })]);
  });
});
