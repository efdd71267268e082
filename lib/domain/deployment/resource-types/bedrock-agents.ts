import { awsService } from "../aws-service";
import { kmsThrough } from "../common-checks";
import type { CallSpec, CheckSpec, ResourceRule, ResourceUpdate, ResourceView } from "../resource-rule";
import { when } from "../resource-rule";
import { passedRoles } from "./passed-roles";
import { anything, plainRule } from "./plain-rule";

const bedrock = awsService({
  prefix: "bedrock",
  documentation: (operation) => `https://docs.aws.amazon.com/bedrock/latest/APIReference/API_agent_${operation}.html`,
});

function drawn(kind: string) {
  return (r: ResourceView) => {
    const id = r.invent("id", { alphabet: "upper", length: 10 });
    return { id, arn: r.arn("bedrock", `${kind}/${id}`) };
  };
}

/** https://docs.aws.amazon.com/bedrock/latest/userguide/encryption-agents-new.html */
function keyChecks(r: ResourceView, path: string): readonly CheckSpec[] {
  const source = "https://docs.aws.amazon.com/bedrock/latest/userguide/encryption-agents-new.html";
  const check = (name: string) => kmsThrough(r, name, { path, service: "bedrock", source });
  return when(r.has(path), ...["GenerateDataKey", "Decrypt"].map(check));
}

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-bedrock-agent.html */
const agent = plainRule({
  type: "AWS::Bedrock::Agent",
  service: bedrock,
  name: { property: "AgentName", maxLength: 100 },
  identify: (r) => {
    const { id, arn } = drawn("agent")(r);
    return {
      physicalId: id,
      arn,
      attributes: { AgentArn: arn, AgentId: id, AgentStatus: "PREPARED", AgentVersion: "DRAFT" },
    };
  },
  create: "CreateAgent",
  reads: ["GetAgent"],
  settings: (r) => [...partCalls(r), ...prepare(r, "AutoPrepare")],
  delete: "DeleteAgent",
  gone: "GetAgent",
  on: { CreateAgent: anything },
  checksOnce: agentChecks,
  change: agentChange,
});

function agentChecks(r: ResourceView): readonly CheckSpec[] {
  return [
    ...passedRoles(r, "bedrock.amazonaws.com", "AgentResourceRoleArn"),
    ...keyChecks(r, "CustomerEncryptionKeyArn"),
  ];
}

/** What an agent works with is put on it in calls of their own. */
function partCalls(r: ResourceView): readonly CallSpec[] {
  return [
    ...r.list("ActionGroups").map(() => bedrock.call("CreateAgentActionGroup", r.arnOfSelf, { cause: "ActionGroups" })),
    ...knowledgeCalls(r, "AssociateAgentKnowledgeBase"),
  ];
}

function knowledgeCalls(r: ResourceView, operation: string): readonly CallSpec[] {
  const baseArn = (index: number) =>
    r.arn("bedrock", `knowledge-base/${r.text(`KnowledgeBases.${index}.KnowledgeBaseId`) ?? "*"}`);
  return r
    .list("KnowledgeBases")
    .map((_, index) => bedrock.call(operation, [r.arnOfSelf, baseArn(index)], { cause: "KnowledgeBases" }));
}

function prepare(r: ResourceView, cause: string): readonly CallSpec[] {
  return when(r.text("AutoPrepare") === "true", bedrock.call("PrepareAgent", r.arnOfSelf, { cause }));
}

function agentChange(r: ResourceUpdate): readonly CallSpec[] {
  const parts = ["ActionGroups", "KnowledgeBases"] as const;
  const beside = Object.keys({ ...r.before.properties, ...r.properties }).some(
    (property) => property !== "Tags" && !parts.some((part) => part === property) && r.changed(property),
  );
  return [
    ...when(beside, bedrock.call("UpdateAgent", r.arnOfSelf, { cause: "Properties", also: agentChecks(r) })),
    ...when(
      r.changed("ActionGroups"),
      bedrock.call("ListAgentActionGroups", r.arnOfSelf, { cause: "ActionGroups" }),
      ...when(
        r.has("ActionGroups") && r.before.has("ActionGroups"),
        bedrock.call("UpdateAgentActionGroup", r.arnOfSelf, { cause: "ActionGroups" }),
      ),
      ...when(
        r.has("ActionGroups") && !r.before.has("ActionGroups"),
        bedrock.call("CreateAgentActionGroup", r.arnOfSelf, { cause: "ActionGroups" }),
      ),
      ...when(
        r.removed("ActionGroups"),
        bedrock.call("DeleteAgentActionGroup", r.arnOfSelf, { cause: "ActionGroups" }),
      ),
    ),
    ...when(r.sets("KnowledgeBases"), ...knowledgeCalls(r, "AssociateAgentKnowledgeBase")),
    ...when(r.removed("KnowledgeBases"), ...knowledgeCalls(r.before, "DisassociateAgentKnowledgeBase")),
    ...prepare(r, "Properties"),
    bedrock.call("GetAgent", r.arnOfSelf, { cause: "Properties" }),
  ];
}

const agentOf = (r: ResourceView) =>
  r.arn("bedrock", `agent/${r.text("AgentId") ?? r.invent("agent", { alphabet: "upper", length: 10 })}`);

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-bedrock-agentalias.html */
const agentAlias = plainRule({
  type: "AWS::Bedrock::AgentAlias",
  service: bedrock,
  identify: (r) => {
    const id = r.invent("id", { alphabet: "upper", length: 10 });
    const agentId = r.text("AgentId") ?? r.invent("agent", { alphabet: "upper", length: 10 });
    const arn = r.arn("bedrock", `agent-alias/${agentId}/${id}`);
    return { physicalId: `${agentId}|${id}`, arn, attributes: { AgentAliasArn: arn, AgentAliasId: id } };
  },
  create: "CreateAgentAlias",
  reads: ["GetAgentAlias"],
  update: "UpdateAgentAlias",
  delete: "DeleteAgentAlias",
  on: { CreateAgentAlias: agentOf },
});

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-bedrock-knowledgebase.html */
const knowledgeBase = plainRule({
  type: "AWS::Bedrock::KnowledgeBase",
  service: bedrock,
  identify: (r) => {
    const { id, arn } = drawn("knowledge-base")(r);
    return { physicalId: id, arn, attributes: { KnowledgeBaseArn: arn, KnowledgeBaseId: id, Status: "ACTIVE" } };
  },
  create: "CreateKnowledgeBase",
  reads: ["GetKnowledgeBase"],
  update: "UpdateKnowledgeBase",
  delete: "DeleteKnowledgeBase",
  gone: "GetKnowledgeBase",
  on: { CreateKnowledgeBase: anything },
  checks: (r) => passedRoles(r, "bedrock.amazonaws.com", "RoleArn"),
});

const baseOf = (r: ResourceView) =>
  r.arn(
    "bedrock",
    `knowledge-base/${r.text("KnowledgeBaseId") ?? r.invent("base", { alphabet: "upper", length: 10 })}`,
  );

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-bedrock-datasource.html */
const dataSource = plainRule({
  type: "AWS::Bedrock::DataSource",
  service: bedrock,
  identify: (r) => {
    const id = r.invent("id", { alphabet: "upper", length: 10 });
    return { physicalId: `${r.text("KnowledgeBaseId")}|${id}`, arn: null, attributes: { DataSourceId: id } };
  },
  create: "CreateDataSource",
  reads: ["GetDataSource"],
  update: "UpdateDataSource",
  delete: "DeleteDataSource",
  gone: "GetDataSource",
  on: { CreateDataSource: baseOf, GetDataSource: baseOf, UpdateDataSource: baseOf, DeleteDataSource: baseOf },
  checks: (r) => keyChecks(r, "ServerSideEncryptionConfiguration.KmsKeyArn"),
});

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-bedrock-prompt.html */
const prompt = plainRule({
  type: "AWS::Bedrock::Prompt",
  service: bedrock,
  identify: (r) => {
    const { id, arn } = drawn("prompt")(r);
    return { physicalId: arn, arn, attributes: { Arn: arn, Id: id, Version: "DRAFT" } };
  },
  create: "CreatePrompt",
  reads: ["GetPrompt"],
  update: "UpdatePrompt",
  delete: "DeletePrompt",
  on: { CreatePrompt: anything },
  checks: (r) => keyChecks(r, "CustomerEncryptionKeyArn"),
});

export const bedrockAgentRules: readonly ResourceRule[] = [agent, agentAlias, knowledgeBase, dataSource, prompt];
