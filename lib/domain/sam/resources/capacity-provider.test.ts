import { describe, expect, it } from "vitest";
import type { JsonObject } from "../../json";
import { expandResources } from "../testing/expand-resources";

const expand = (properties: JsonObject) =>
  expandResources({
    Fleet: {
      Type: "AWS::Serverless::CapacityProvider",
      Properties: { VpcConfig: { SubnetIds: ["s"] }, ...properties },
    },
  });

describe("AWS::Serverless::CapacityProvider", () => {
  it("becomes a capacity provider and the role of its operator", () => {
    const { resources } = expand({
      ScalingConfig: { MaxVCpuCount: "8" },
      InstanceRequirements: { AllowedTypes: ["m8g.large"] },
      Tags: { Team: "a" },
      PropagateTags: true,
    });
    const mark = { Key: "lambda:createdBy", Value: "SAM" };
    const team = { Key: "Team", Value: "a" };
    expect(resources.Fleet).toEqual({
      Type: "AWS::Lambda::CapacityProvider",
      Properties: {
        VpcConfig: { SubnetIds: ["s"] },
        PermissionsConfig: { CapacityProviderOperatorRoleArn: { "Fn::GetAtt": ["FleetOperatorRole", "Arn"] } },
        InstanceRequirements: { AllowedInstanceTypes: ["m8g.large"] },
        CapacityProviderScalingConfig: { MaxVCpuCount: 8, ScalingMode: "Auto" },
        Tags: [team, mark],
      },
    });
    expect(resources.FleetOperatorRole).toMatchObject({
      Type: "AWS::IAM::Role",
      Properties: {
        ManagedPolicyArns: ["arn:aws:iam::aws:policy/AWSLambdaManagedEC2ResourceOperator"],
        Tags: [mark, team],
      },
    });
  });

  it("scales by a target where one is given, and takes a role of the user's", () => {
    const { resources } = expand({
      OperatorRole: "arn:role",
      ScalingConfig: { AverageCPUUtilization: { Ref: "Target" } },
    });
    expect(Object.keys(resources)).toEqual(["Fleet"]);
    expect(resources.Fleet).toMatchObject({
      Properties: {
        CapacityProviderScalingConfig: { ScalingMode: "Manual", ScalingPolicies: [{ TargetValue: { Ref: "Target" } }] },
      },
    });
  });

  it.each<[string, JsonObject]>([
    ["both lists of types", { InstanceRequirements: { AllowedTypes: ["a"], ExcludedTypes: ["b"] } }],
    ["unknown nested properties", { ScalingConfig: { MaxCpu: 1 } }],
    ["no subnets", { VpcConfig: { SecurityGroupIds: ["g"] } }],
    ["misfits", { ScalingConfig: { MaxVCpuCount: "many" } }],
  ])("refuses %s", (_name, properties) => {
    expect(expand(properties).problems).toMatchObject([{ severity: "error", logicalId: "Fleet" }]);
  });
});
