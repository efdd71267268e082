import { awsService } from "../../aws-service";
import { kmsThrough, tagContext } from "../../common-checks";
import type { CallSpec, CheckSpec, ResourceRule, ResourceView } from "../../resource-rule";
import { when } from "../../resource-rule";
import { tagChanges, tagOnCreate } from "../../tag-calls";

const s3Express = awsService({
  prefix: "s3express",
  documentation: (operation) =>
    `https://docs.aws.amazon.com/AmazonS3/latest/API/API_${/agResource$/.test(operation) ? "control_" : ""}${operation}.html`,
});

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-s3express-directorybucket.html */
const directoryBucket: ResourceRule = {
  type: "AWS::S3Express::DirectoryBucket",
  name: { property: "BucketName", maxLength: 45, lowerCase: true },
  identify: (r) => {
    // Every name ends with its zone: `base--use1-az4--x-s3`.
    const name = r.has("BucketName") ? r.name : `${r.name}--${r.text("LocationName") ?? "use1-az1"}--x-s3`;
    const arn = r.arn("s3express", `bucket/${name}`);
    return { physicalId: name, arn, attributes: { Arn: arn, AvailabilityZoneName: `${r.target.region}a` } };
  },
  create: (r) => [
    s3Express.call("CreateBucket", r.arnOfSelf, {
      context: { ...tagContext(r), "s3express:LocationName": r.texts("LocationName") },
      also: tagOnCreate(s3Express, r),
    }),
    listBuckets(),
    ...settings(r),
  ],
  update: (r) => [...settings(r), ...tagChanges(s3Express, r)],
  delete: (r) => [s3Express.call("DeleteBucket", r.arnOfSelf), listBuckets()],
};

function listBuckets(): CallSpec {
  return s3Express.call("ListDirectoryBuckets", "*", { action: "s3express:ListAllMyDirectoryBuckets" });
}

/** The operations are those of other buckets; their actions leave out the word. */
function settings(r: ResourceView): readonly CallSpec[] {
  const calls: readonly (readonly [string, string, readonly CheckSpec[]])[] = [
    ["BucketEncryption", "Encryption", keyChecks(r)],
    ["LifecycleConfiguration", "LifecycleConfiguration", []],
    ["MetricsConfigurations", "MetricsConfiguration", []],
    ["InventoryConfigurations", "InventoryConfiguration", []],
  ];
  return calls
    .filter(([property]) => r.sets(property))
    .map(([cause, noun, also]) =>
      s3Express.call(`PutBucket${noun}`, r.arnOfSelf, {
        action: `s3express:Put${noun === "Encryption" ? "EncryptionConfiguration" : noun}`,
        cause,
        also,
      }),
    );
}

/** https://docs.aws.amazon.com/AmazonS3/latest/userguide/s3-express-UsingKMSEncryption.html */
function keyChecks(r: ResourceView): readonly CheckSpec[] {
  const path = "BucketEncryption.ServerSideEncryptionConfiguration.0.ServerSideEncryptionByDefault.KMSMasterKeyID";
  const source = "https://docs.aws.amazon.com/AmazonS3/latest/userguide/s3-express-UsingKMSEncryption.html";
  const check = (name: string) => kmsThrough(r, name, { path, service: "s3express", source });
  return when(r.has(path), ...["GenerateDataKey", "Decrypt"].map(check));
}

export const directoryBucketRules: readonly ResourceRule[] = [directoryBucket];
