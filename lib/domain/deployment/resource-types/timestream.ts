import { awsService } from "../aws-service";
import { kmsThrough, tagContext } from "../common-checks";
import type { CallSpec, CheckSpec, ResourceRule, ResourceView } from "../resource-rule";
import { when } from "../resource-rule";
import { changedBesideTags, tagChanges, tagOnCreate } from "../tag-calls";

const timestream = awsService({
  prefix: "timestream",
  documentation: (operation) => `https://docs.aws.amazon.com/timestream/latest/developerguide/API_${operation}.html`,
});

/** Every client asks for its endpoint first. */
function discovered(...calls: readonly CallSpec[]): readonly CallSpec[] {
  return calls.length === 0 ? [] : [timestream.call("DescribeEndpoints", "*"), ...calls];
}

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-timestream-database.html */
const database: ResourceRule = {
  type: "AWS::Timestream::Database",
  name: { property: "DatabaseName", maxLength: 256 },
  identify: (r) => {
    const arn = r.arn("timestream", `database/${r.name}`);
    return { physicalId: r.name, arn, attributes: { Arn: arn } };
  },
  create: (r) =>
    discovered(
      timestream.call("CreateDatabase", r.arnOfSelf, {
        context: tagContext(r),
        also: [...tagOnCreate(timestream, r), ...keyChecks(r)],
      }),
    ),
  update: (r) =>
    discovered(
      ...when(
        r.changed("KmsKeyId"),
        timestream.call("UpdateDatabase", r.arnOfSelf, { cause: "KmsKeyId", also: keyChecks(r) }),
      ),
      ...tagChanges(timestream, r),
    ),
  delete: (r) => discovered(timestream.call("DeleteDatabase", r.arnOfSelf)),
};

/** https://docs.aws.amazon.com/timestream/latest/developerguide/EncryptionAtRest.html */
function keyChecks(r: ResourceView): readonly CheckSpec[] {
  const source = "https://docs.aws.amazon.com/timestream/latest/developerguide/EncryptionAtRest.html";
  const check = (name: string) => kmsThrough(r, name, { path: "KmsKeyId", service: "timestream", source });
  return when(r.has("KmsKeyId"), ...["DescribeKey", "CreateGrant", "Decrypt"].map(check));
}

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-timestream-table.html */
const table: ResourceRule = {
  type: "AWS::Timestream::Table",
  name: { property: "TableName", maxLength: 256 },
  identify: (r) => {
    const databaseName = r.text("DatabaseName") ?? r.invent("database", { alphabet: "lower", length: 12 });
    const arn = r.arn("timestream", `database/${databaseName}/table/${r.name}`);
    return { physicalId: `${databaseName}|${r.name}`, arn, attributes: { Arn: arn, Name: r.name } };
  },
  create: (r) =>
    discovered(
      timestream.call("CreateTable", r.arnOfSelf, { context: tagContext(r), also: tagOnCreate(timestream, r) }),
    ),
  update: (r) =>
    discovered(
      ...when(changedBesideTags(r), timestream.call("UpdateTable", r.arnOfSelf, { cause: "Properties" })),
      ...tagChanges(timestream, r),
    ),
  delete: (r) => discovered(timestream.call("DeleteTable", r.arnOfSelf), timestream.call("DescribeTable", r.arnOfSelf)),
};

export const timestreamRules: readonly ResourceRule[] = [database, table];
