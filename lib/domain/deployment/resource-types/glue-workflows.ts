import type { ResourceRule, ResourceView } from "../resource-rule";
import { catalogArn, glue } from "./glue";
import { anything, plainRule } from "./plain-rule";

function named(kind: string) {
  return (r: ResourceView) => ({ physicalId: r.name, arn: r.arn("glue", `${kind}/${r.name}`), attributes: {} });
}

const inCatalog = (r: ResourceView) => [catalogArn(r), r.arnOfSelf];

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-glue-connection.html */
const connection = plainRule({
  type: "AWS::Glue::Connection",
  service: glue,
  name: { property: "ConnectionInput.Name" },
  identify: named("connection"),
  create: "CreateConnection",
  update: "UpdateConnection",
  delete: "DeleteConnection",
  on: { CreateConnection: catalogArn, UpdateConnection: inCatalog, DeleteConnection: inCatalog },
});

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-glue-trigger.html */
const trigger = plainRule({
  type: "AWS::Glue::Trigger",
  service: glue,
  name: { property: "Name" },
  identify: named("trigger"),
  create: "CreateTrigger",
  reads: ["GetTrigger"],
  update: "UpdateTrigger",
  delete: "DeleteTrigger",
  gone: "GetTrigger",
});

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-glue-workflow.html */
const workflow = plainRule({
  type: "AWS::Glue::Workflow",
  service: glue,
  name: { property: "Name" },
  identify: named("workflow"),
  create: "CreateWorkflow",
  reads: ["GetWorkflow"],
  update: "UpdateWorkflow",
  delete: "DeleteWorkflow",
  gone: "GetWorkflow",
});

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-glue-securityconfiguration.html */
const securityConfiguration = plainRule({
  type: "AWS::Glue::SecurityConfiguration",
  service: glue,
  name: { property: "Name" },
  identify: (r) => ({ physicalId: r.name, arn: null, attributes: {} }),
  create: "CreateSecurityConfiguration",
  delete: "DeleteSecurityConfiguration",
  on: { CreateSecurityConfiguration: anything, DeleteSecurityConfiguration: anything },
});

export const glueWorkflowRules: readonly ResourceRule[] = [connection, trigger, workflow, securityConfiguration];
