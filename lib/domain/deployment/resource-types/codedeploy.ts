import { awsService } from "../aws-service";
import { passRole, roleArnIn, tagContext } from "../common-checks";
import type { CheckSpec, ResourceRule, ResourceView } from "../resource-rule";
import { when } from "../resource-rule";
import { changedBesideTags, tagChanges, tagOnCreate } from "../tag-calls";

const codeDeploy = awsService({
  prefix: "codedeploy",
  documentation: (operation) => `https://docs.aws.amazon.com/codedeploy/latest/APIReference/API_${operation}.html`,
});

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-codedeploy-application.html */
const application: ResourceRule = {
  type: "AWS::CodeDeploy::Application",
  name: { property: "ApplicationName", maxLength: 100 },
  identify: (r) => ({ physicalId: r.name, arn: r.arn("codedeploy", `application:${r.name}`), attributes: {} }),
  create: (r) => [
    codeDeploy.call("CreateApplication", r.arnOfSelf, { context: tagContext(r), also: tagOnCreate(codeDeploy, r) }),
  ],
  update: (r) => tagChanges(codeDeploy, r),
  delete: (r) => [codeDeploy.call("DeleteApplication", r.arnOfSelf)],
};

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-codedeploy-deploymentgroup.html */
const deploymentGroup: ResourceRule = {
  type: "AWS::CodeDeploy::DeploymentGroup",
  name: { property: "DeploymentGroupName", maxLength: 100 },
  identify: (r) => {
    const owner = r.text("ApplicationName") ?? r.invent("application", { alphabet: "lower", length: 12 });
    return { physicalId: r.name, arn: r.arn("codedeploy", `deploymentgroup:${owner}/${r.name}`), attributes: {} };
  },
  create: (r) => [
    codeDeploy.call("CreateDeploymentGroup", r.arnOfSelf, {
      context: tagContext(r),
      also: [serviceRole(r), ...tagOnCreate(codeDeploy, r)],
    }),
    ...when(r.has("Deployment"), codeDeploy.call("CreateDeployment", r.arnOfSelf, { cause: "Deployment" })),
  ],
  update: (r) => [
    ...when(
      changedBesideTags(r),
      codeDeploy.call("UpdateDeploymentGroup", r.arnOfSelf, { cause: "Properties", also: [serviceRole(r)] }),
    ),
    ...tagChanges(codeDeploy, r),
  ],
  delete: (r) => [codeDeploy.call("DeleteDeploymentGroup", r.arnOfSelf)],
};

function serviceRole(r: ResourceView): CheckSpec {
  return passRole(roleArnIn(r, "ServiceRoleArn"), "codedeploy.amazonaws.com", "ServiceRoleArn");
}

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-codedeploy-deploymentconfig.html */
const deploymentConfig: ResourceRule = {
  type: "AWS::CodeDeploy::DeploymentConfig",
  name: { property: "DeploymentConfigName", maxLength: 100 },
  identify: (r) => ({ physicalId: r.name, arn: r.arn("codedeploy", `deploymentconfig:${r.name}`), attributes: {} }),
  create: (r) => [codeDeploy.call("CreateDeploymentConfig", r.arnOfSelf)],
  delete: (r) => [codeDeploy.call("DeleteDeploymentConfig", r.arnOfSelf)],
};

export const codeDeployRules: readonly ResourceRule[] = [application, deploymentGroup, deploymentConfig];
