import { isJsonObject, type Json } from "../../../json";
import { awsService } from "../../aws-service";
import { readText } from "../../read-property";
import type { CallSpec, ResourceRule, ResourceUpdate, ResourceView } from "../../resource-rule";
import { when } from "../../resource-rule";
import { functionArnIn, lambda, unqualified } from "./lambda-service";

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-lambda-version.html */
export const version: ResourceRule = {
  type: "AWS::Lambda::Version",
  identify: (r) => {
    const number = r.invent("version", { alphabet: "digits", length: 4 });
    const arn = `${unqualified(functionArnIn(r, "FunctionName"))}:${number}`;
    return { physicalId: arn, arn, attributes: { Version: number, FunctionArn: arn } };
  },
  create: (r) => [
    // CloudFormation looks first whether the code has a version already.
    lambda.call("ListVersionsByFunction", functionOf(r), { cause: "FunctionName" }),
    lambda.call("PublishVersion", functionOf(r), { cause: "FunctionName" }),
    lambda.call("GetFunctionConfiguration", functionOf(r), { cause: "FunctionName" }),
    ...provisionedCalls(r, r.arnOfSelf),
  ],
  delete: (r) => [lambda.call("DeleteFunction", r.arnOfSelf)],
};

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-lambda-alias.html */
export const alias: ResourceRule = {
  type: "AWS::Lambda::Alias",
  identify: (r) => {
    const arn = `${unqualified(functionArnIn(r, "FunctionName"))}:${r.text("Name") ?? r.logicalId}`;
    return { physicalId: arn, arn, attributes: { AliasArn: arn } };
  },
  create: (r) => [lambda.call("CreateAlias", functionOf(r)), ...provisionedCalls(r, r.arnOfSelf)],
  update: (r) => [
    ...(deploysGradually(r) ? codeDeployCalls(r) : plainUpdate(r)),
    ...provisionedCalls(r, r.arnOfSelf),
    ...when(
      r.removed("ProvisionedConcurrencyConfig"),
      lambda.call("DeleteProvisionedConcurrencyConfig", r.arnOfSelf, { cause: "ProvisionedConcurrencyConfig" }),
    ),
  ],
  delete: (r) => [lambda.call("DeleteAlias", functionOf(r))],
};

function functionOf(r: ResourceView): string {
  return unqualified(functionArnIn(r, "FunctionName"));
}

/** Provisioned concurrency is set and then asked for until it is ready. */
function provisionedCalls(r: ResourceView, qualifiedArn: string): readonly CallSpec[] {
  const options = { cause: "ProvisionedConcurrencyConfig" };
  return when(
    r.sets("ProvisionedConcurrencyConfig"),
    lambda.call("PutProvisionedConcurrencyConfig", qualifiedArn, options),
    lambda.call("GetProvisionedConcurrencyConfig", qualifiedArn, options),
  );
}

function plainUpdate(r: ResourceUpdate): readonly CallSpec[] {
  return when(
    r.changed("FunctionVersion", "Description", "RoutingConfig"),
    lambda.call("UpdateAlias", functionOf(r), { cause: "FunctionVersion" }),
  );
}

function deploysGradually(r: ResourceUpdate): boolean {
  return r.changed("FunctionVersion") && codeDeployPolicy(r) !== null;
}

/**
 * CodeDeploy moves the alias with a role of its own; CloudFormation starts the deployment and waits for it.
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-attribute-updatepolicy.html
 */
function codeDeployCalls(r: ResourceUpdate): readonly CallSpec[] {
  const policy = codeDeployPolicy(r);
  if (policy === null) return [];
  const group = r.arn("codedeploy", `deploymentgroup:${policy.application}/${policy.group}`);
  const config = deploymentConfigOf(r, policy.group);
  const options = {
    cause: "UpdatePolicy.CodeDeployLambdaAliasUpdate",
    source: "https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-attribute-updatepolicy.html",
  };
  return [
    codeDeploy.call("CreateDeployment", group, options),
    codeDeploy.call("GetDeploymentConfig", r.arn("codedeploy", `deploymentconfig:${config}`), options),
    codeDeploy.call("GetDeployment", group, options),
  ];
}

function codeDeployPolicy(r: ResourceView): { application: string; group: string } | null {
  const policy: Json | undefined = isJsonObject(r.updatePolicy ?? undefined)
    ? fieldOf(r.updatePolicy, "CodeDeployLambdaAliasUpdate")
    : undefined;
  const application = readText(fieldOf(policy, "ApplicationName"));
  const group = readText(fieldOf(policy, "DeploymentGroupName"));
  return application === undefined || group === undefined ? null : { application, group };
}

function fieldOf(value: Json | undefined, key: string): Json | undefined {
  return isJsonObject(value) ? value[key] : undefined;
}

function deploymentConfigOf(r: ResourceView, group: string): string {
  const deploymentGroup = r.siblings("AWS::CodeDeploy::DeploymentGroup").find((other) => other.name === group);
  return deploymentGroup?.text("DeploymentConfigName") ?? "CodeDeployDefault.LambdaAllAtOnce";
}

const codeDeploy = awsService({
  prefix: "codedeploy",
  documentation: (operation) => `https://docs.aws.amazon.com/codedeploy/latest/APIReference/API_${operation}.html`,
});
