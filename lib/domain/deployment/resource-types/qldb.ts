import { awsService } from "../aws-service";
import { kmsThrough } from "../common-checks";
import type { CheckSpec, ResourceRule, ResourceView } from "../resource-rule";
import { when } from "../resource-rule";
import { plainRule } from "./plain-rule";

const qldb = awsService({
  prefix: "qldb",
  documentation: (operation) => `https://docs.aws.amazon.com/qldb/latest/developerguide/API_${operation}.html`,
});

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-qldb-ledger.html */
const ledger = plainRule({
  type: "AWS::QLDB::Ledger",
  service: qldb,
  name: { property: "Name", maxLength: 32 },
  identify: (r) => ({ physicalId: r.name, arn: r.arn("qldb", `ledger/${r.name}`), attributes: { Id: r.name } }),
  create: "CreateLedger",
  // CloudFormation waits until the ledger is active.
  reads: ["DescribeLedger"],
  update: "UpdateLedger",
  delete: "DeleteLedger",
  gone: "DescribeLedger",
  checks: keyChecks,
});

/** https://docs.aws.amazon.com/qldb/latest/developerguide/encryption-at-rest.using-cust-keys.html */
function keyChecks(r: ResourceView): readonly CheckSpec[] {
  const source = "https://docs.aws.amazon.com/qldb/latest/developerguide/encryption-at-rest.using-cust-keys.html";
  const check = (name: string) => kmsThrough(r, name, { path: "KmsKey", service: "qldb", source });
  const isOwn = r.has("KmsKey") && r.text("KmsKey") !== "AWS_OWNED_KMS_KEY";
  return when(isOwn, ...["DescribeKey", "CreateGrant"].map(check));
}

export const qldbRules: readonly ResourceRule[] = [ledger];
