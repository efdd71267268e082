import { awsService } from "../aws-service";
import { kmsThrough } from "../common-checks";
import type { CheckSpec, ResourceRule, ResourceView } from "../resource-rule";
import { when } from "../resource-rule";
import { passedRoles } from "./passed-roles";
import { anyOfKind, plainRule } from "./plain-rule";

const agentCore = awsService({
  prefix: "bedrock-agentcore",
  documentation: (operation) =>
    `https://docs.aws.amazon.com/bedrock-agentcore-control/latest/APIReference/API_${operation}.html`,
});

const role = (r: ResourceView) => passedRoles(r, "bedrock-agentcore.amazonaws.com", "RoleArn");

/**
 * A gateway gets an identity of its own in the account's directory.
 * https://docs.aws.amazon.com/bedrock-agentcore/latest/devguide/gateway-prerequisites-permissions.html
 */
function identityCheck(r: ResourceView, name: string): CheckSpec {
  const directory = r.arn("bedrock-agentcore", "workload-identity-directory/default");
  const identity = `${directory}/workload-identity/${r.invent("identity", { alphabet: "lower", length: 20 })}`;
  return agentCore.check(name, [directory, identity], {
    source: "https://docs.aws.amazon.com/bedrock-agentcore/latest/devguide/gateway-prerequisites-permissions.html",
    through: ["bedrock-agentcore.amazonaws.com"],
  });
}

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-bedrockagentcore-gateway.html */
const gateway: ResourceRule = {
  ...plainRule({
    type: "AWS::BedrockAgentCore::Gateway",
    service: agentCore,
    name: { property: "Name", maxLength: 100 },
    identify: (r) => {
      const id = `${r.name.toLowerCase()}-${r.invent("id", { alphabet: "lower", length: 10 })}`;
      const arn = r.arn("bedrock-agentcore", `gateway/${id}`);
      const attributes = {
        GatewayArn: arn,
        GatewayIdentifier: id,
        GatewayUrl: `https://${id}.gateway.bedrock-agentcore.${r.target.region}.amazonaws.com/mcp`,
        Status: "READY",
      };
      return { physicalId: id, arn, attributes };
    },
    create: "CreateGateway",
    // CloudFormation waits until the gateway is ready, and reads it back with its tags.
    reads: ["GetGateway", "ListTagsForResource"],
    update: "UpdateGateway",
    delete: "DeleteGateway",
    gone: "GetGateway",
    on: { CreateGateway: anyOfKind("bedrock-agentcore", "gateway") },
    checks: role,
    checksOnce: (r) => [identityCheck(r, "CreateWorkloadIdentity"), ...keyChecks(r)],
  }),
  delete: (r) => [
    agentCore.call("DeleteGateway", r.arnOfSelf, { also: [identityCheck(r, "DeleteWorkloadIdentity")] }),
    agentCore.call("GetGateway", r.arnOfSelf),
  ],
};

/** https://docs.aws.amazon.com/bedrock-agentcore/latest/devguide/gateway-encryption.html */
function keyChecks(r: ResourceView): readonly CheckSpec[] {
  const source = "https://docs.aws.amazon.com/bedrock-agentcore/latest/devguide/gateway-encryption.html";
  const check = (name: string) => kmsThrough(r, name, { path: "KmsKeyArn", service: "bedrock-agentcore", source });
  return when(r.has("KmsKeyArn"), ...["DescribeKey", "CreateGrant", "GenerateDataKey", "Decrypt"].map(check));
}

function gatewayArn(r: ResourceView): string {
  const given = r.text("GatewayIdentifier") ?? r.invent("gateway", { alphabet: "lower", length: 20 });
  return given.startsWith("arn:") ? given : r.arn("bedrock-agentcore", `gateway/${given}`);
}

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-bedrockagentcore-gatewaytarget.html */
const gatewayTarget = plainRule({
  type: "AWS::BedrockAgentCore::GatewayTarget",
  service: agentCore,
  identify: (r) => {
    const id = r.invent("id", { alphabet: "upper", length: 10 });
    return {
      physicalId: `${r.text("GatewayIdentifier") ?? ""}|${id}`,
      arn: null,
      attributes: { GatewayArn: gatewayArn(r), Status: "READY", TargetId: id },
    };
  },
  create: "CreateGatewayTarget",
  reads: ["GetGatewayTarget"],
  update: "UpdateGatewayTarget",
  delete: "DeleteGatewayTarget",
  gone: "GetGatewayTarget",
  on: {
    CreateGatewayTarget: gatewayArn,
    GetGatewayTarget: gatewayArn,
    UpdateGatewayTarget: gatewayArn,
    DeleteGatewayTarget: gatewayArn,
  },
  checks: (r) => [...restApiCheck(r), ...schemaCheck(r)],
});

/** A REST API as target is exported with the caller's permissions. */
function restApiCheck(r: ResourceView): readonly CheckSpec[] {
  const path = "TargetConfiguration.Mcp.ApiGateway";
  const api = r.text(`${path}.RestApiId`);
  if (api === undefined) return [];
  return [
    {
      action: "apigateway:GET",
      resources: [
        r.arn("apigateway", `/restapis/${api}/stages/${r.text(`${path}.Stage`) ?? "*"}/exports/oas30`, { account: "" }),
      ],
      context: {},
      cause: path,
      source: "https://docs.aws.amazon.com/bedrock-agentcore/latest/devguide/gateway-target-api-gateway.html",
      through: ["bedrock-agentcore.amazonaws.com"],
    },
  ];
}

/** A schema that stands in a bucket is read with the caller's permissions. */
function schemaCheck(r: ResourceView): readonly CheckSpec[] {
  const paths = ["OpenApiSchema.S3.Uri", "SmithyModel.S3.Uri", "Lambda.ToolSchema.S3.Uri"];
  return paths.flatMap((path) => {
    const object = /^s3:\/\/(.+)$/.exec(r.text(`TargetConfiguration.Mcp.${path}`) ?? "")?.[1];
    return when(object !== undefined, {
      action: "s3:GetObject",
      resources: [`arn:${r.target.partition}:s3:::${object}`],
      context: {},
      cause: `TargetConfiguration.Mcp.${path}`,
      source: "https://docs.aws.amazon.com/bedrock-agentcore/latest/devguide/gateway-building-adding-targets.html",
      through: ["bedrock-agentcore.amazonaws.com"],
    });
  });
}

export const agentGatewayRules: readonly ResourceRule[] = [gateway, gatewayTarget];
