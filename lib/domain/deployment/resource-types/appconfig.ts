import { awsService } from "../aws-service";
import { kmsThrough } from "../common-checks";
import { markInvented } from "../invented-id";
import type { ResourceRule, ResourceView } from "../resource-rule";
import { when } from "../resource-rule";
import { passedRoles, rolesAnywhere } from "./passed-roles";
import { anything, plainRule } from "./plain-rule";

const appConfig = awsService({
  prefix: "appconfig",
  documentation: (operation) => `https://docs.aws.amazon.com/appconfig/2019-10-09/APIReference/API_${operation}.html`,
});

const service = "appconfig.amazonaws.com";

function idOf(r: ResourceView, path: string): string {
  return r.text(path) ?? r.invent(path, { alphabet: "lower", length: 7 });
}

function applicationArn(r: ResourceView): string {
  return r.arn("appconfig", `application/${idOf(r, "ApplicationId")}`);
}

const environmentOf = (r: ResourceView) => `${applicationArn(r)}/environment/${idOf(r, "EnvironmentId")}`;
const profileOf = (r: ResourceView) => `${applicationArn(r)}/configurationprofile/${idOf(r, "ConfigurationProfileId")}`;
const withApplication = (r: ResourceView) => [applicationArn(r), r.arnOfSelf];

const application = plainRule({
  type: "AWS::AppConfig::Application",
  service: appConfig,
  identify: (r) => {
    const id = r.invent("id", { alphabet: "lower", length: 7 });
    return { physicalId: id, arn: r.arn("appconfig", `application/${id}`), attributes: { ApplicationId: id } };
  },
  create: "CreateApplication",
  reads: ["GetApplication", "ListTagsForResource"],
  update: "UpdateApplication",
  delete: "DeleteApplication",
  gone: "GetApplication",
  on: { CreateApplication: anything },
});

const environment = plainRule({
  type: "AWS::AppConfig::Environment",
  service: appConfig,
  identify: (r) => {
    const id = r.invent("id", { alphabet: "lower", length: 7 });
    return { physicalId: id, arn: `${applicationArn(r)}/environment/${id}`, attributes: { EnvironmentId: id } };
  },
  create: "CreateEnvironment",
  reads: ["GetEnvironment", "ListTagsForResource"],
  update: "UpdateEnvironment",
  delete: "DeleteEnvironment",
  gone: "GetEnvironment",
  on: {
    CreateEnvironment: applicationArn,
    GetEnvironment: withApplication,
    UpdateEnvironment: withApplication,
    DeleteEnvironment: withApplication,
  },
  // The roles with which alarms are watched during a deployment.
  checks: (r) => rolesAnywhere(r, service, { keys: /^AlarmRoleArn$/ }),
});

const profile = plainRule({
  type: "AWS::AppConfig::ConfigurationProfile",
  service: appConfig,
  identify: (r) => {
    const id = r.invent("id", { alphabet: "lower", length: 7 });
    const attributes = { ConfigurationProfileId: id };
    return { physicalId: id, arn: `${applicationArn(r)}/configurationprofile/${id}`, attributes };
  },
  create: "CreateConfigurationProfile",
  reads: ["GetConfigurationProfile", "ListTagsForResource"],
  update: "UpdateConfigurationProfile",
  delete: "DeleteConfigurationProfile",
  on: {
    CreateConfigurationProfile: applicationArn,
    GetConfigurationProfile: withApplication,
    UpdateConfigurationProfile: withApplication,
    DeleteConfigurationProfile: withApplication,
  },
  checks: (r) => passedRoles(r, service, "RetrievalRoleArn"),
});

const strategy = plainRule({
  type: "AWS::AppConfig::DeploymentStrategy",
  service: appConfig,
  identify: (r) => {
    const id = r.invent("id", { alphabet: "lower", length: 7 });
    return { physicalId: id, arn: r.arn("appconfig", `deploymentstrategy/${id}`), attributes: { Id: id } };
  },
  create: "CreateDeploymentStrategy",
  update: "UpdateDeploymentStrategy",
  delete: "DeleteDeploymentStrategy",
  on: { CreateDeploymentStrategy: anything },
});

const hostedVersion = plainRule({
  type: "AWS::AppConfig::HostedConfigurationVersion",
  service: appConfig,
  identify: (r) => {
    const version = markInvented("1");
    const arn = `${profileOf(r)}/hostedconfigurationversion/${version}`;
    return { physicalId: version, arn, attributes: { VersionNumber: version } };
  },
  create: "CreateHostedConfigurationVersion",
  delete: "DeleteHostedConfigurationVersion",
  on: {
    CreateHostedConfigurationVersion: (r) => [applicationArn(r), profileOf(r)],
    DeleteHostedConfigurationVersion: (r) => [applicationArn(r), profileOf(r), r.arnOfSelf],
  },
  tags: "none",
});

const strategyOf = (r: ResourceView) => r.arn("appconfig", `deploymentstrategy/${idOf(r, "DeploymentStrategyId")}`);
const wholeDeployment = (r: ResourceView) => [applicationArn(r), environmentOf(r), r.arnOfSelf];

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-appconfig-deployment.html */
const deployment = plainRule({
  type: "AWS::AppConfig::Deployment",
  service: appConfig,
  identify: (r) => {
    const number = markInvented("1");
    const arn = `${environmentOf(r)}/deployment/${number}`;
    return { physicalId: number, arn, attributes: { DeploymentNumber: number, State: "COMPLETE" } };
  },
  create: "StartDeployment",
  // CloudFormation waits until the deployment is complete.
  reads: ["GetDeployment", "ListTagsForResource"],
  delete: "StopDeployment",
  on: {
    StartDeployment: (r) => [applicationArn(r), profileOf(r), environmentOf(r), strategyOf(r)],
    GetDeployment: wholeDeployment,
    StopDeployment: wholeDeployment,
  },
  checksOnce: (r) =>
    when(
      r.has("KmsKeyIdentifier"),
      kmsThrough(r, "GenerateDataKey", {
        path: "KmsKeyIdentifier",
        service: "appconfig",
        source:
          "https://docs.aws.amazon.com/appconfig/latest/userguide/appconfig-security.html#appconfig-security-data-encryption",
      }),
    ),
});

export const appConfigRules: readonly ResourceRule[] = [
  application,
  environment,
  profile,
  strategy,
  hostedVersion,
  deployment,
];
