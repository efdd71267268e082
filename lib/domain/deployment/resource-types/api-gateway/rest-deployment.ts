import { tagContext } from "../../common-checks";
import type { ResourceRule, ResourceView } from "../../resource-rule";
import { when } from "../../resource-rule";
import { pathArn, restCall, tagCheck, tagUpdate } from "./api-gateway-service";
import { apiPath } from "./rest-paths";

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-apigateway-deployment.html */
export const deployment: ResourceRule = {
  type: "AWS::ApiGateway::Deployment",
  identify: (r) => {
    const id = r.invent("id", { alphabet: "lower", length: 6 });
    return { physicalId: id, arn: pathArn(r, `${apiPath(r)}/deployments/${id}`), attributes: { DeploymentId: id } };
  },
  create: (r) => [
    restCall(r, "POST", `${apiPath(r)}/deployments`, "CreateDeployment"),
    ...when(
      r.has("StageName") && r.has("StageDescription"),
      restCall(r, "PATCH", `${apiPath(r)}/stages/${r.text("StageName")}`, "UpdateStage", { cause: "StageDescription" }),
    ),
  ],
  update: (r) => [restCall(r, "PATCH", deploymentPath(r), "UpdateDeployment", { cause: "Description" })],
  delete: (r) => [restCall(r, "DELETE", deploymentPath(r), "DeleteDeployment")],
};

function deploymentPath(r: ResourceView): string {
  return `${apiPath(r)}/deployments/${r.identity.physicalId}`;
}

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-apigateway-stage.html */
export const stage: ResourceRule = {
  type: "AWS::ApiGateway::Stage",
  identify: (r) => {
    const name = r.text("StageName") ?? r.logicalId;
    return { physicalId: name, arn: pathArn(r, `${apiPath(r)}/stages/${name}`), attributes: {} };
  },
  create: (r) => [
    restCall(r, "POST", `${apiPath(r)}/stages`, "CreateStage", {
      context: tagContext(r),
      also: tagCheck(r, stagePath(r)),
    }),
    // CreateStage knows nothing of these.
    ...when(
      r.sets("MethodSettings", "AccessLogSetting", "ClientCertificateId"),
      restCall(r, "PATCH", stagePath(r), "UpdateStage", { cause: "MethodSettings" }),
    ),
  ],
  update: (r) => [
    ...when(r.changed(...stageProperties), restCall(r, "PATCH", stagePath(r), "UpdateStage", { cause: "Properties" })),
    ...tagUpdate(r, stagePath(r)),
  ],
  delete: (r) => [restCall(r, "DELETE", stagePath(r), "DeleteStage")],
};

function stagePath(r: ResourceView): string {
  return `${apiPath(r)}/stages/${r.identity.physicalId}`;
}

const stageProperties = [
  "AccessLogSetting",
  "CacheClusterEnabled",
  "CacheClusterSize",
  "CanarySetting",
  "ClientCertificateId",
  "DeploymentId",
  "Description",
  "DocumentationVersion",
  "MethodSettings",
  "TracingEnabled",
  "Variables",
] as const;
