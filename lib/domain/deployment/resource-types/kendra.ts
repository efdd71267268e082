import { awsService } from "../aws-service";
import { kmsThrough } from "../common-checks";
import type { CallSpec, CheckSpec, ResourceRule, ResourceView } from "../resource-rule";
import { when } from "../resource-rule";
import { rolesAnywhere } from "./passed-roles";
import { anything, plainRule } from "./plain-rule";

const kendra = awsService({
  prefix: "kendra",
  documentation: (operation) => `https://docs.aws.amazon.com/kendra/latest/APIReference/API_${operation}.html`,
});

const roles = (r: ResourceView) => rolesAnywhere(r, "kendra.amazonaws.com");

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-kendra-index.html */
const index = plainRule({
  type: "AWS::Kendra::Index",
  service: kendra,
  identify: (r) => {
    const id = r.invent("id", { alphabet: "uuid" });
    const arn = r.arn("kendra", `index/${id}`);
    return { physicalId: id, arn, attributes: { Arn: arn, Id: id } };
  },
  create: "CreateIndex",
  settings: secondStep,
  // An index takes up to half an hour; it is then read back with its tags.
  reads: ["DescribeIndex", "ListTagsForResource"],
  update: "UpdateIndex",
  delete: "DeleteIndex",
  gone: "DescribeIndex",
  on: { CreateIndex: anything },
  checks: roles,
  checksOnce: keyChecks,
});

/** What the creation does not take is set once the index is active. */
function secondStep(r: ResourceView): readonly CallSpec[] {
  const cause = ["DocumentMetadataConfigurations", "CapacityUnits"].find((property) => r.has(property));
  return cause === undefined ? [] : [kendra.call("UpdateIndex", r.arnOfSelf, { cause, also: roles(r) })];
}

/** https://docs.aws.amazon.com/kendra/latest/dg/encryption-at-rest.html */
function keyChecks(r: ResourceView): readonly CheckSpec[] {
  const path = "ServerSideEncryptionConfiguration.KmsKeyId";
  const source = "https://docs.aws.amazon.com/kendra/latest/dg/encryption-at-rest.html";
  const check = (name: string) => kmsThrough(r, name, { path, service: "kendra", source });
  return when(r.has(path), ...["DescribeKey", "CreateGrant"].map(check));
}

function indexArn(r: ResourceView): string {
  return r.arn("kendra", `index/${r.text("IndexId") ?? r.invent("index", { alphabet: "uuid" })}`);
}

const sourceAndIndex = (r: ResourceView) => [r.arnOfSelf, indexArn(r)];

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-kendra-datasource.html */
const dataSource = plainRule({
  type: "AWS::Kendra::DataSource",
  service: kendra,
  identify: (r) => {
    const id = r.invent("id", { alphabet: "uuid" });
    const arn = `${indexArn(r)}/data-source/${id}`;
    return { physicalId: `${id}|${r.text("IndexId") ?? ""}`, arn, attributes: { Arn: arn, Id: id } };
  },
  create: "CreateDataSource",
  reads: ["DescribeDataSource", "ListTagsForResource"],
  update: "UpdateDataSource",
  delete: "DeleteDataSource",
  gone: "DescribeDataSource",
  on: {
    CreateDataSource: indexArn,
    DescribeDataSource: sourceAndIndex,
    UpdateDataSource: sourceAndIndex,
    DeleteDataSource: sourceAndIndex,
  },
  checks: roles,
});

export const kendraRules: readonly ResourceRule[] = [index, dataSource];
