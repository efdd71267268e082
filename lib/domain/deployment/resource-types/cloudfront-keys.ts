import type { CheckSpec, ResourceRule, ResourceView } from "../resource-rule";
import { when } from "../resource-rule";
import { cloudFront } from "./cloudfront";
import { rolesAnywhere } from "./passed-roles";
import { anything, plainRule } from "./plain-rule";

/** Keys know no resources of their own; changes and deletion need the version tag that reading brings. */
const keyRule = (noun: "PublicKey" | "KeyGroup"): ResourceRule => {
  const read = (cause: string) => cloudFront.call(`Get${noun}`, "*", { cause });
  return {
    type: `AWS::CloudFront::${noun}`,
    identify: (r) => {
      const id = `K${r.invent("id", { alphabet: "upper", length: 13 })}`;
      return { physicalId: id, arn: null, attributes: { Id: id } };
    },
    create: () => [cloudFront.call(`Create${noun}`, "*")],
    read: (r) => [read(r.usedAttributes[0] ?? "Type")],
    update: () => [read(`${noun}Config`), cloudFront.call(`Update${noun}`, "*", { cause: `${noun}Config` })],
    delete: () => [read("Type"), cloudFront.call(`Delete${noun}`, "*")],
  };
};

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-cloudfront-realtimelogconfig.html */
const realtimeLogConfig = plainRule({
  type: "AWS::CloudFront::RealtimeLogConfig",
  service: cloudFront,
  name: { property: "Name", maxLength: 64 },
  identify: (r) => {
    const arn = r.arn("cloudfront", `realtime-log-config/${r.name}`, { region: "" });
    return { physicalId: arn, arn, attributes: { Arn: arn } };
  },
  create: "CreateRealtimeLogConfig",
  update: "UpdateRealtimeLogConfig",
  delete: "DeleteRealtimeLogConfig",
  on: { CreateRealtimeLogConfig: anything },
  checks: (r) => rolesAnywhere(r, "cloudfront.amazonaws.com", { keys: /^RoleArn$/ }),
});

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-cloudfront-keyvaluestore.html */
const keyValueStore: ResourceRule = {
  ...plainRule({
    type: "AWS::CloudFront::KeyValueStore",
    service: cloudFront,
    name: { property: "Name", maxLength: 64 },
    identify: (r) => {
      const id = r.invent("id", { alphabet: "uuid" });
      const arn = r.arn("cloudfront", `key-value-store/${id}`, { region: "" });
      return { physicalId: r.name, arn, attributes: { Arn: arn, Id: id, Status: "READY" } };
    },
    create: "CreateKeyValueStore",
    // CloudFormation waits until the store is ready.
    reads: ["DescribeKeyValueStore"],
    update: "UpdateKeyValueStore",
    delete: "DeleteKeyValueStore",
    on: { CreateKeyValueStore: anything },
    checksOnce: importChecks,
  }),
  delete: (r) => [
    cloudFront.call("DescribeKeyValueStore", r.arnOfSelf),
    cloudFront.call("DeleteKeyValueStore", r.arnOfSelf),
  ],
};

/** https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/kvs-with-functions-create-s3-kvp.html */
function importChecks(r: ResourceView): readonly CheckSpec[] {
  const cause = "ImportSource.SourceArn";
  const object = r.text(cause);
  if (object === undefined) return [];
  const check = (action: string, resource: string): CheckSpec => ({
    action,
    resources: [resource],
    context: {},
    cause,
    source: "https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/kvs-with-functions-create-s3-kvp.html",
    through: ["cloudfront.amazonaws.com"],
  });
  return when(
    object.startsWith("arn:"),
    check("s3:GetObject", object),
    check("s3:GetBucketLocation", object.replace(/\/.*$/, "")),
  );
}

export const cloudFrontKeyRules: readonly ResourceRule[] = [
  keyRule("PublicKey"),
  keyRule("KeyGroup"),
  realtimeLogConfig,
  keyValueStore,
];
