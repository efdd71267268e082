import { awsService } from "../aws-service";
import { passRole, tagContext } from "../common-checks";
import type { CallSpec, ResourceRule, ResourceView } from "../resource-rule";

const cloudFormation = awsService({
  prefix: "cloudformation",
  documentation: (operation) =>
    `https://docs.aws.amazon.com/AWSCloudFormation/latest/APIReference/API_${operation}.html`,
});

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-cloudformation-stack.html */
const nestedStack: ResourceRule = {
  type: "AWS::CloudFormation::Stack",
  name: { property: "StackName", maxLength: 128 },
  identify: (r) => {
    const arn = r.arn("cloudformation", `stack/${r.name}/${r.invent("stack", { alphabet: "uuid" })}`);
    return { physicalId: arn, arn, attributes: {} };
  },
  create: (r) => [changeStack(r, "CreateStack"), cloudFormation.call("DescribeStacks", r.arnOfSelf)],
  update: (r) => [
    changeStack(r, "UpdateStack"),
    cloudFormation.call("DescribeStacks", r.arnOfSelf, { cause: "Properties" }),
  ],
  delete: (r) => [cloudFormation.call("DeleteStack", r.arnOfSelf), cloudFormation.call("DescribeStacks", r.arnOfSelf)],
};

/** The template is read from S3; with a service role, that role passes itself on to the nested stack. */
function changeStack(r: ResourceView, operation: "CreateStack" | "UpdateStack"): CallSpec {
  const { topology, executionRoleArn } = r.settings;
  const templateUrl = r.text("TemplateURL");
  const object = templateUrl === undefined ? null : readObjectArn(r, templateUrl);
  return cloudFormation.call(operation, r.arnOfSelf, {
    cause: operation === "CreateStack" ? "Type" : "Properties",
    context: {
      ...tagContext(r),
      ...(templateUrl === undefined ? {} : { "cloudformation:TemplateUrl": [templateUrl] }),
    },
    also: [
      ...(topology === "execution-role" && executionRoleArn !== null
        ? [passRole(executionRoleArn, "cloudformation.amazonaws.com", "Type")]
        : []),
      ...(object === null ? [] : [templateCheck(object)]),
    ],
  });
}

/** `https://s3.<region>.amazonaws.com/<bucket>/<key>` and `https://<bucket>.s3.<region>.amazonaws.com/<key>`. */
function readObjectArn(r: ResourceView, url: string): string | null {
  const path = /^https:\/\/s3[.-][^/]*amazonaws\.com(?:\.cn)?\/([^/]+)\/([^?]+)/.exec(url);
  const host = /^https:\/\/([^/]+)\.s3[.-][^/]*amazonaws\.com(?:\.cn)?\/([^?]+)/.exec(url);
  const [bucket, key] = [path?.[1] ?? host?.[1], path?.[2] ?? host?.[2]];
  const isRepository = bucket?.startsWith("awsserverlessrepo-changesets") ?? false;
  return bucket === undefined || key === undefined || isRepository
    ? null
    : `arn:${r.target.partition}:s3:::${bucket}/${key}`;
}

function templateCheck(object: string) {
  return {
    action: "s3:GetObject",
    resources: [object],
    context: {},
    cause: "TemplateURL",
    source:
      "https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-cloudformation-stack.html",
    through: [],
  };
}

/** What the handler behind the token then calls is its own role's affair. */
function customResource(type: string): ResourceRule {
  return {
    type,
    identify: (r) => ({ physicalId: r.invent("id", { alphabet: "uuid" }), arn: null, attributes: {} }),
    create: tellHandler,
    update: tellHandler,
    delete: tellHandler,
  };
}

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/template-custom-resources.html */
function tellHandler(r: ResourceView): readonly CallSpec[] {
  const token =
    r.text("ServiceToken") ?? r.arn("lambda", `function:${r.invent("handler", { alphabet: "lower", length: 12 })}`);
  const source = "https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/template-custom-resources.html";
  const options = { cause: "ServiceToken", source, category: "data" } as const;
  return /^arn:[^:]+:sns:/.test(token)
    ? [awsService({ prefix: "sns", documentation: () => source }).call("Publish", token, options)]
    : [
        awsService({ prefix: "lambda", documentation: () => source }).call("InvokeFunction", token, {
          ...options,
          event: "Invoke",
        }),
      ];
}

/** Nothing but CloudFormation itself has a part in these. */
const silent: readonly ResourceRule[] = [
  "AWS::CloudFormation::WaitCondition",
  "AWS::CloudFormation::WaitConditionHandle",
  "AWS::CDK::Metadata",
].map((type) => ({ type, create: () => [], update: () => [], delete: () => [] }));

export const cloudFormationRules: readonly ResourceRule[] = [
  nestedStack,
  customResource("AWS::CloudFormation::CustomResource"),
  customResource("Custom::*"),
  ...silent,
];
