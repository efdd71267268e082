import { awsService, type CallOptions } from "../../aws-service";
import { passRole, roleArnIn, tagContext } from "../../common-checks";
import { sameJson } from "../../read-property";
import type { CallSpec, CheckSpec, ResourceRule, ResourceUpdate, ResourceView } from "../../resource-rule";
import { when } from "../../resource-rule";
import { type BucketSetting, bucketEventNames, bucketSettings } from "./bucket-settings";

const service = awsService({
  prefix: "s3",
  documentation: (operation) => `https://docs.aws.amazon.com/AmazonS3/latest/API/API_${operation}.html`,
});

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-s3-bucket.html */
const bucket: ResourceRule = {
  type: "AWS::S3::Bucket",
  name: { property: "BucketName", maxLength: 63, lowerCase: true },
  identify: (r) => {
    const { region } = r.target;
    const arn = bucketArn(r, r.name);
    const attributes = {
      Arn: arn,
      DomainName: `${r.name}.s3.amazonaws.com`,
      DualStackDomainName: `${r.name}.s3.dualstack.${region}.amazonaws.com`,
      RegionalDomainName: `${r.name}.s3.${region}.amazonaws.com`,
      WebsiteURL: `http://${r.name}.s3-website-${region}.amazonaws.com`,
    };
    return { physicalId: r.name, arn, attributes };
  },
  create: (r) => [
    call("CreateBucket", r.arnOfSelf, { also: creationChecks(r) }),
    ...bucketSettings.flatMap((setting) => when(r.sets(setting.property), putSetting(r, setting))),
    ...when(r.tagged, putTags(r)),
  ],
  update: (r) => [
    ...bucketSettings.flatMap((setting) => [
      ...when(r.sets(setting.property), putSetting(r, setting)),
      ...when(r.removed(setting.property), removeSetting(r, setting)),
    ]),
    ...when(r.changed("AccessControl"), call("PutBucketAcl", r.arnOfSelf, { cause: "AccessControl" })),
    ...bucketTagCalls(r),
  ],
  delete: (r) => [call("DeleteBucket", r.arnOfSelf)],
};

function bucketArn(r: ResourceView, name: string): string {
  return r.arn("s3", name, { region: "", account: "" });
}

function call(operation: string, on: string, options: CallOptions = {}): CallSpec {
  const event = bucketEventNames[operation];
  return service.call(operation, on, { ...(event === undefined ? {} : { event }), ...options });
}

/** Headers of CreateBucket that take permissions of their own. https://docs.aws.amazon.com/AmazonS3/latest/API/API_CreateBucket.html */
function creationChecks(r: ResourceView): readonly CheckSpec[] {
  const source = "https://docs.aws.amazon.com/AmazonS3/latest/API/API_CreateBucket.html";
  const check = (name: string, cause: string) => service.check(name, r.arnOfSelf, { cause, source });
  return [
    ...when(r.has("AccessControl"), check("PutBucketAcl", "AccessControl")),
    ...when(
      r.text("ObjectLockEnabled") === "true",
      check("PutBucketObjectLockConfiguration", "ObjectLockEnabled"),
      check("PutBucketVersioning", "ObjectLockEnabled"),
    ),
  ];
}

function putSetting(r: ResourceView, { property, put, putAction }: BucketSetting): CallSpec {
  const isReplication = property === "ReplicationConfiguration";
  const also = isReplication
    ? [passRole(roleArnIn(r, "ReplicationConfiguration.Role"), "s3.amazonaws.com", property)]
    : [];
  return call(put, r.arnOfSelf, { action: putAction, cause: property, also });
}

function removeSetting(r: ResourceView, { property, remove, removeAction }: BucketSetting): CallSpec {
  return call(remove, r.arnOfSelf, { action: removeAction, cause: property });
}

function putTags(r: ResourceView): CallSpec {
  return call("PutBucketTagging", r.arnOfSelf, { cause: "Tags", context: tagContext(r) });
}

function bucketTagCalls(r: ResourceUpdate): readonly CallSpec[] {
  if (sameJson(r.before.tags, r.tags)) return [];
  if (r.tagged) return [putTags(r)];
  return [call("DeleteBucketTagging", r.arnOfSelf, { action: "s3:PutBucketTagging", cause: "Tags" })];
}

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-s3-bucketpolicy.html */
const bucketPolicy: ResourceRule = {
  type: "AWS::S3::BucketPolicy",
  identify: (r) => ({ physicalId: bucketOf(r), arn: null, attributes: {} }),
  create: (r) => [lookForPolicy(r), call("PutBucketPolicy", policyBucket(r))],
  update: (r) => [call("PutBucketPolicy", policyBucket(r), { cause: "PolicyDocument" })],
  delete: (r) => [call("DeleteBucketPolicy", policyBucket(r))],
};

function bucketOf(r: ResourceView): string {
  return r.text("Bucket") ?? r.invent("bucket", { alphabet: "lower", length: 12 });
}

function policyBucket(r: ResourceView): string {
  return bucketArn(r, bucketOf(r));
}

/** CloudFormation looks whether the bucket has a policy; a refusal is a warning among the stack's events, no more. */
function lookForPolicy(r: ResourceView): CallSpec {
  return call("GetBucketPolicy", policyBucket(r), { onDenied: "ignored" });
}

export const s3Rules: readonly ResourceRule[] = [bucket, bucketPolicy];
