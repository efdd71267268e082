import { awsService, type On } from "../aws-service";
import { tagContext } from "../common-checks";
import { textsInside } from "../read-property";
import type { CheckSpec, ResourceRule, ResourceView } from "../resource-rule";
import { when } from "../resource-rule";
import { changedBesideTags, tagChanges, tagOnCreate } from "../tag-calls";
import { anyOfKind } from "./plain-rule";
import { serviceLinkedRole } from "./service-linked-role";

export const cloudFront = awsService({
  prefix: "cloudfront",
  documentation: (operation) => `https://docs.aws.amazon.com/cloudfront/latest/APIReference/API_${operation}.html`,
});

function cloudFrontArn(r: ResourceView, rest: string): string {
  return r.arn("cloudfront", rest, { region: "" });
}

/** What creations are authorised on. That the other kinds are like these three has not been seen. */
function anyPart(r: ResourceView, kind: string): On {
  const seen = ["cache-policy", "distribution", "origin-access-control"];
  return seen.includes(kind) ? anyOfKind("cloudfront", kind, { region: "" })(r) : "*";
}

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-cloudfront-distribution.html */
const distribution: ResourceRule = {
  type: "AWS::CloudFront::Distribution",
  identify: (r) => {
    const id = `E${r.invent("id", { alphabet: "upper", length: 13 })}`;
    const host = `d${r.invent("domain", { alphabet: "lower", length: 13 })}.cloudfront.net`;
    return { physicalId: id, arn: cloudFrontArn(r, `distribution/${id}`), attributes: { DomainName: host, Id: id } };
  },
  create: (r) => [
    cloudFront.call(r.tagged ? "CreateDistributionWithTags" : "CreateDistribution", anyPart(r, "distribution"), {
      action: "cloudfront:CreateDistribution",
      context: tagContext(r),
      also: [...tagOnCreate(cloudFront, r), ...edgeFunctions(r), ...logBucket(r)],
    }),
    // A distribution is ready when it is deployed to the edge.
    cloudFront.call("GetDistribution", r.arnOfSelf),
  ],
  update: (r) => [
    ...when(
      changedBesideTags(r),
      cloudFront.call("GetDistributionConfig", r.arnOfSelf, { cause: "DistributionConfig" }),
      cloudFront.call("UpdateDistribution", r.arnOfSelf, {
        cause: "DistributionConfig",
        also: [...edgeFunctions(r), ...logBucket(r)],
      }),
      cloudFront.call("GetDistribution", r.arnOfSelf, { cause: "DistributionConfig" }),
    ),
    ...tagChanges(cloudFront, r),
  ],
  // Only a distribution that is disabled and deployed as such can be deleted.
  delete: (r) => [
    cloudFront.call("GetDistributionConfig", r.arnOfSelf),
    cloudFront.call("UpdateDistribution", r.arnOfSelf),
    cloudFront.call("GetDistribution", r.arnOfSelf),
    cloudFront.call("DeleteDistribution", r.arnOfSelf),
  ],
};

/** https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/lambda-edge-permissions.html */
function edgeFunctions(r: ResourceView): readonly CheckSpec[] {
  const source = "https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/lambda-edge-permissions.html";
  const cause = "DistributionConfig";
  const versions = textsInside(r.get(cause)).filter((text) =>
    /^arn:[^:]+:lambda:[^:]+:[^:]*:function:[^:]+:[^:]+$/.test(text),
  );
  if (versions.length === 0) return [];
  const roles = [
    { service: "replicator.lambda.amazonaws.com", role: "AWSServiceRoleForLambdaReplicator" },
    { service: "logger.cloudfront.amazonaws.com", role: "AWSServiceRoleForCloudFrontLogger" },
  ];
  return [
    ...[...new Set(versions)].flatMap((version) =>
      ["GetFunction", "EnableReplication"].map((name) => ({
        action: `lambda:${name}`,
        resources: [version],
        context: {},
        cause,
        source,
        through: ["cloudfront.amazonaws.com"],
      })),
    ),
    ...roles.flatMap((role) => serviceLinkedRole(r, { ...role, cause, through: "cloudfront.amazonaws.com", source })),
  ];
}

/** https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/standard-logging-legacy-s3.html */
function logBucket(r: ResourceView): readonly CheckSpec[] {
  const path = "DistributionConfig.Logging.Bucket";
  const bucket = (r.text(path) ?? "").replace(/\.s3[.-].*$/, "");
  if (bucket === "") return [];
  return ["GetBucketAcl", "PutBucketAcl"].map((name) => ({
    action: `s3:${name}`,
    resources: [r.arn("s3", bucket, { region: "", account: "" })],
    context: {},
    cause: path,
    source: "https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/standard-logging-legacy-s3.html",
    through: ["cloudfront.amazonaws.com"],
  }));
}

/** What distributions share: made, read for its version tag, changed, removed. */
const partRule = (
  noun:
    | "CachePolicy"
    | "CloudFrontOriginAccessIdentity"
    | "OriginAccessControl"
    | "OriginRequestPolicy"
    | "ResponseHeadersPolicy",
  kind: string,
): ResourceRule => ({
  type: `AWS::CloudFront::${noun}`,
  identify: (r) => {
    const isPolicy = kind.endsWith("-policy");
    const id = isPolicy
      ? r.invent("id", { alphabet: "uuid" })
      : `E${r.invent("id", { alphabet: "upper", length: 13 })}`;
    return {
      physicalId: id,
      arn: cloudFrontArn(r, `${kind}/${id}`),
      attributes: {
        Id: id,
        LastModifiedTime: "",
        S3CanonicalUserId: r.invent("user", { alphabet: "hex", length: 96 }),
      },
    };
  },
  create: (r) => [cloudFront.call(`Create${noun}`, anyPart(r, kind))],
  read: (r) => [cloudFront.call(`Get${noun}`, r.arnOfSelf, { cause: r.usedAttributes[0] ?? "Type" })],
  update: (r) => [
    cloudFront.call(`Get${noun}`, r.arnOfSelf, { cause: `${noun}Config` }),
    cloudFront.call(`Update${noun}`, r.arnOfSelf, { cause: `${noun}Config` }),
  ],
  delete: (r) => [cloudFront.call(`Get${noun}`, r.arnOfSelf), cloudFront.call(`Delete${noun}`, r.arnOfSelf)],
});

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-cloudfront-function.html */
const edgeFunction: ResourceRule = {
  type: "AWS::CloudFront::Function",
  name: { property: "Name", maxLength: 64 },
  identify: (r) => {
    const arn = cloudFrontArn(r, `function/${r.name}`);
    const attributes = { FunctionARN: arn, "FunctionMetadata.FunctionARN": arn, Stage: "DEVELOPMENT" };
    return { physicalId: arn, arn, attributes };
  },
  create: (r) => [
    cloudFront.call("CreateFunction", "*", { context: tagContext(r), also: tagOnCreate(cloudFront, r) }),
    ...publish(r),
  ],
  // Its code and tags are read with it: seen in 2026, when functions had become taggable.
  read: (r) =>
    ["DescribeFunction", "GetFunction", "ListTagsForResource"].map((operation) =>
      cloudFront.call(operation, r.arnOfSelf, { cause: r.usedAttributes[0] ?? "Type" }),
    ),
  update: (r) => [
    ...when(
      changedBesideTags(r),
      cloudFront.call("DescribeFunction", r.arnOfSelf, { cause: "Properties" }),
      cloudFront.call("UpdateFunction", r.arnOfSelf, { cause: "Properties" }),
      ...publish(r),
    ),
    ...tagChanges(cloudFront, r),
  ],
  delete: (r) => [cloudFront.call("DescribeFunction", r.arnOfSelf), cloudFront.call("DeleteFunction", r.arnOfSelf)],
};

function publish(r: ResourceView) {
  return when(
    r.text("AutoPublish") === "true",
    cloudFront.call("PublishFunction", r.arnOfSelf, { cause: "AutoPublish" }),
  );
}

export const cloudFrontRules: readonly ResourceRule[] = [
  distribution,
  edgeFunction,
  partRule("CachePolicy", "cache-policy"),
  partRule("OriginAccessControl", "origin-access-control"),
  partRule("CloudFrontOriginAccessIdentity", "origin-access-identity"),
  partRule("OriginRequestPolicy", "origin-request-policy"),
  partRule("ResponseHeadersPolicy", "response-headers-policy"),
];
