import { awsService } from "../aws-service";
import type { ResourceRule, ResourceView } from "../resource-rule";
import { passedRoles } from "./passed-roles";
import { plainRule } from "./plain-rule";

const athena = awsService({
  prefix: "athena",
  documentation: (operation) => `https://docs.aws.amazon.com/athena/latest/APIReference/API_${operation}.html`,
});

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-athena-workgroup.html */
const workGroup = plainRule({
  type: "AWS::Athena::WorkGroup",
  service: athena,
  name: { property: "Name", maxLength: 128 },
  identify: (r) => ({ physicalId: r.name, arn: r.arn("athena", `workgroup/${r.name}`), attributes: {} }),
  create: "CreateWorkGroup",
  readForAttributes: "GetWorkGroup",
  update: "UpdateWorkGroup",
  delete: "DeleteWorkGroup",
  checks: (r) => passedRoles(r, "athena.amazonaws.com", "WorkGroupConfiguration.ExecutionRole"),
});

const groupOf = (r: ResourceView) => r.arn("athena", `workgroup/${r.text("WorkGroup") ?? "primary"}`);

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-athena-namedquery.html */
const namedQuery = plainRule({
  type: "AWS::Athena::NamedQuery",
  service: athena,
  identify: (r) => {
    const id = r.invent("id", { alphabet: "uuid" });
    return { physicalId: id, arn: null, attributes: { NamedQueryId: id } };
  },
  create: "CreateNamedQuery",
  delete: "DeleteNamedQuery",
  on: { CreateNamedQuery: groupOf, DeleteNamedQuery: groupOf },
});

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-athena-datacatalog.html */
const dataCatalog = plainRule({
  type: "AWS::Athena::DataCatalog",
  service: athena,
  name: { property: "Name", maxLength: 256 },
  identify: (r) => ({ physicalId: r.name, arn: r.arn("athena", `datacatalog/${r.name}`), attributes: {} }),
  create: "CreateDataCatalog",
  reads: ["GetDataCatalog"],
  update: "UpdateDataCatalog",
  delete: "DeleteDataCatalog",
  gone: "GetDataCatalog",
});

export const athenaRules: readonly ResourceRule[] = [workGroup, namedQuery, dataCatalog];
