import { describe, expect, it } from "vitest";
import { probeActions, probeChecks } from "./rule-probe";

const of = (noun: string, properties = {}) => ({
  Thing: { Type: `AWS::AppConfig::${noun}`, Properties: { ApplicationId: "app1", ...properties } },
});
const at = "arn:aws:appconfig:eu-central-1:123456789012";
const roleArn = "arn:aws:iam::123456789012:role/config";

describe("AWS::AppConfig", () => {
  it("reads an application back with its tags", () => {
    const application = { App: { Type: "AWS::AppConfig::Application", Properties: { Name: "shop" } } };
    expect(probeActions(application, "create")).toEqual([
      "appconfig:CreateApplication",
      "appconfig:GetApplication",
      "appconfig:ListTagsForResource",
    ]);
  });

  it("passes the roles that read a configuration and watch alarms", () => {
    expect(probeActions(of("ConfigurationProfile", { RetrievalRoleArn: roleArn }), "create")).toContain("iam:PassRole");
    expect(probeActions(of("ConfigurationProfile"), "create")).not.toContain("iam:PassRole");
    const watched = of("Environment", { Monitors: [{ AlarmArn: "arn", AlarmRoleArn: roleArn }] });
    expect(probeChecks(watched, "create").find(({ action }) => action === "iam:PassRole")?.context).toMatchObject({
      "iam:PassedToService": ["appconfig.amazonaws.com"],
    });
  });

  it("authorises a deployment on all that it joins", () => {
    const ids = { ConfigurationProfileId: "pro1", EnvironmentId: "env1", DeploymentStrategyId: "str1" };
    const [started] = probeChecks(of("Deployment", ids), "create");
    expect(started?.resources).toEqual([
      `${at}:application/app1`,
      `${at}:application/app1/configurationprofile/pro1`,
      `${at}:application/app1/environment/env1`,
      `${at}:deploymentstrategy/str1`,
    ]);
    const encrypted = of("Deployment", { ...ids, KmsKeyIdentifier: "11111111-2222-4333-a444-555555555555" });
    expect(probeActions(encrypted, "create")).toContain("kms:GenerateDataKey");
    expect(probeActions(of("Deployment", ids), "create")).not.toContain("kms:GenerateDataKey");
  });

  it("never tags a version of a configuration", () => {
    const version = of("HostedConfigurationVersion", { ConfigurationProfileId: "pro1", Content: "{}" });
    expect(probeActions(version, "create", { settings: { stackTags: { stage: "dev" } } })).toEqual([
      "appconfig:CreateHostedConfigurationVersion",
    ]);
  });

  it("tags a strategy on creation", () => {
    expect(probeActions(of("DeploymentStrategy", { Tags: [{ Key: "a", Value: "b" }] }), "create")).toEqual([
      "appconfig:CreateDeploymentStrategy",
      "appconfig:TagResource",
    ]);
  });
});
