import { passRole, roleArnIn, tagContext } from "../../common-checks";
import type { CallSpec, ResourceRule, ResourceView } from "../../resource-rule";
import { when } from "../../resource-rule";
import { pathArn, restCall, tagCheck, tagUpdate } from "./api-gateway-service";

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-apigateway-account.html */
const account: ResourceRule = {
  type: "AWS::ApiGateway::Account",
  identify: (r) => {
    const id = r.invent("id", { alphabet: "lower", length: 12 });
    return { physicalId: id, arn: pathArn(r, "/account"), attributes: { Id: id } };
  },
  create: (r) => [patchAccount(r)],
  update: (r) => [patchAccount(r)],
  delete: (r) => [restCall(r, "PATCH", "/account", "UpdateAccount")],
};

function patchAccount(r: ResourceView): CallSpec {
  const cause = "CloudWatchRoleArn";
  return restCall(r, "PATCH", "/account", "UpdateAccount", {
    cause,
    also: when(r.has(cause), passRole(roleArnIn(r, cause), "apigateway.amazonaws.com", cause)),
  });
}

/** Things beside an API, tagged, each with a collection of its own. https://docs.aws.amazon.com/apigateway/latest/api/API_Operations.html */
const standalone: readonly ResourceRule[] = [
  {
    type: "AWS::ApiGateway::ApiKey",
    noun: "ApiKey",
    collection: "/apikeys",
    attribute: "APIKeyId",
    create: "CreateApiKey",
  },
  {
    type: "AWS::ApiGateway::UsagePlan",
    noun: "UsagePlan",
    collection: "/usageplans",
    attribute: "Id",
    create: "CreateUsagePlan",
  },
  {
    type: "AWS::ApiGateway::VpcLink",
    noun: "VpcLink",
    collection: "/vpclinks",
    attribute: "VpcLinkId",
    create: "CreateVpcLink",
  },
  {
    type: "AWS::ApiGateway::ClientCertificate",
    noun: "ClientCertificate",
    collection: "/clientcertificates",
    attribute: "ClientCertificateId",
    create: "GenerateClientCertificate",
  },
].map(({ type, noun, collection, attribute, create }): ResourceRule => {
  const pathOf = (r: ResourceView) => `${collection}/${r.identity.physicalId}`;
  return {
    type,
    identify: (r) => {
      const id = r.invent("id", { alphabet: "lower", length: 10 });
      return { physicalId: id, arn: pathArn(r, `${collection}/${id}`), attributes: { [attribute]: id } };
    },
    create: (r) => [
      restCall(r, "POST", collection, create, { context: tagContext(r), also: tagCheck(r, pathOf(r)) }),
      // A link is ready only when API Gateway says so.
      ...when(noun === "VpcLink", ...vpcLinkCalls(r, pathOf(r))),
    ],
    update: (r) => [
      restCall(r, "PATCH", pathOf(r), `Update${noun}`, { cause: "Properties" }),
      ...tagUpdate(r, pathOf(r)),
    ],
    delete: (r) => [
      // A usage plan must let go of its stages before it can be deleted.
      ...when(
        noun === "UsagePlan" && r.has("ApiStages"),
        restCall(r, "PATCH", pathOf(r), "UpdateUsagePlan", { cause: "ApiStages" }),
      ),
      restCall(r, "DELETE", pathOf(r), `Delete${noun}`),
    ],
  };
});

/** API Gateway makes an endpoint service for the load balancer with the caller's permissions. */
function vpcLinkCalls(r: ResourceView, path: string): readonly CallSpec[] {
  const source = "https://docs.aws.amazon.com/apigateway/latest/developerguide/set-up-nlb-for-vpclink-using-cli.html";
  const actions = [
    "CreateVpcEndpointServiceConfiguration",
    "DescribeVpcEndpointServiceConfigurations",
    "ModifyVpcEndpointServicePermissions",
  ];
  const also = actions.map((name) => ({
    action: `ec2:${name}`,
    resources: [endpointService(r, name)],
    context: {},
    cause: "TargetArns",
    source,
    through: ["apigateway.amazonaws.com"],
  }));
  return [restCall(r, "GET", path, "GetVpcLink", { cause: "TargetArns", also })];
}

function endpointService(r: ResourceView, name: string): string {
  if (name.startsWith("Describe")) return "*";
  return r.arn("ec2", `vpc-endpoint-service/vpce-svc-${r.invent("service", { alphabet: "hex", length: 17 })}`);
}

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-apigateway-usageplankey.html */
const usagePlanKey: ResourceRule = {
  type: "AWS::ApiGateway::UsagePlanKey",
  identify: (r) => {
    const id = `${r.text("KeyId") ?? ""}:${r.text("UsagePlanId") ?? ""}`;
    return { physicalId: id, arn: pathArn(r, keyPath(r)), attributes: { Id: id } };
  },
  create: (r) => [restCall(r, "POST", keysPath(r), "CreateUsagePlanKey")],
  delete: (r) => [restCall(r, "DELETE", keyPath(r), "DeleteUsagePlanKey")],
};

function keysPath(r: ResourceView): string {
  return `/usageplans/${r.text("UsagePlanId") ?? r.invent("plan", { alphabet: "lower", length: 6 })}/keys`;
}

function keyPath(r: ResourceView): string {
  return `${keysPath(r)}/${r.text("KeyId") ?? r.invent("key", { alphabet: "lower", length: 10 })}`;
}

export const restAccessRules: readonly ResourceRule[] = [account, ...standalone, usagePlanKey];
