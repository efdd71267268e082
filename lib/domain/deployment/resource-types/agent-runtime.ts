import { awsService } from "../aws-service";
import type { CheckSpec, ResourceRule, ResourceView } from "../resource-rule";
import { when } from "../resource-rule";
import { passedRoles } from "./passed-roles";
import { anyOfKind, plainRule } from "./plain-rule";

const agentCore = awsService({
  prefix: "bedrock-agentcore",
  documentation: (operation) =>
    `https://docs.aws.amazon.com/bedrock-agentcore-control/latest/APIReference/API_${operation}.html`,
});

const anyRuntime = anyOfKind("bedrock-agentcore", "runtime");

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-bedrockagentcore-runtime.html */
const runtime: ResourceRule = plainRule({
  type: "AWS::BedrockAgentCore::Runtime",
  service: agentCore,
  identify: (r) => {
    const id = `${r.text("AgentRuntimeName") ?? r.logicalId}-${r.invent("id", { alphabet: "mixed", length: 10 })}`;
    const arn = r.arn("bedrock-agentcore", `runtime/${id}`);
    return { physicalId: id, arn, attributes: { AgentRuntimeArn: arn, AgentRuntimeId: id, AgentRuntimeVersion: "1" } };
  },
  create: "CreateAgentRuntime",
  reads: ["GetAgentRuntime"],
  update: "UpdateAgentRuntime",
  delete: "DeleteAgentRuntime",
  gone: "GetAgentRuntime",
  on: { CreateAgentRuntime: anyRuntime },
  checks: (r) => [...passedRoles(r, "bedrock-agentcore.amazonaws.com", "RoleArn"), ...artifactCheck(r)],
  // The service makes the default endpoint and an identity with the caller's permissions.
  checksOnce: (r) => [
    agentCore.check("CreateAgentRuntimeEndpoint", anyRuntime(r)),
    agentCore.check("CreateWorkloadIdentity", directory(r)),
  ],
});

function directory(r: ResourceView): string {
  return r.arn("bedrock-agentcore", "workload-identity-directory/default");
}

/** Code in S3 is read while the runtime is made. */
function artifactCheck(r: ResourceView): readonly CheckSpec[] {
  const path = "AgentRuntimeArtifact.CodeConfiguration.Code.S3";
  const [bucket, prefix] = [r.text(`${path}.Bucket`), r.text(`${path}.Prefix`)];
  return when(bucket !== undefined && prefix !== undefined, {
    action: "s3:GetObject",
    resources: [`arn:${r.target.partition}:s3:::${bucket}/${prefix}`],
    context: {},
    cause: "AgentRuntimeArtifact",
    source: "https://docs.aws.amazon.com/bedrock-agentcore/latest/devguide/runtime-permissions.html",
    through: ["bedrock-agentcore.amazonaws.com"],
  });
}

export const agentRuntimeRules: readonly ResourceRule[] = [runtime];
