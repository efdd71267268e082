import { awsService } from "../aws-service";
import type { CallSpec, CheckSpec, ResourceRule, ResourceUpdate, ResourceView } from "../resource-rule";
import { when } from "../resource-rule";
import { tagChanges } from "../tag-calls";
import { passedRoles } from "./passed-roles";
import { anything, plainRule } from "./plain-rule";

const synthetics = awsService({
  prefix: "synthetics",
  documentation: (operation) =>
    `https://docs.aws.amazon.com/AmazonSynthetics/latest/APIReference/API_${operation}.html`,
});

const policySource =
  "https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/CloudWatch_Synthetics_Canaries_Roles.html";

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-synthetics-canary.html */
const canary: ResourceRule = {
  ...plainRule({
    type: "AWS::Synthetics::Canary",
    service: synthetics,
    name: { property: "Name", maxLength: 255, lowerCase: true },
    identify: (r) => ({
      physicalId: r.name,
      arn: r.arn("synthetics", `canary:${r.name}`),
      attributes: { "Code.SourceLocationArn": layerArn(r), Id: r.invent("id", { alphabet: "uuid" }), State: "READY" },
    }),
    create: "CreateCanary",
    // CloudFormation waits until the canary's function is there.
    reads: ["GetCanary"],
    delete: "DeleteCanary",
    on: { CreateCanary: anything },
    checksOnce: (r) => [
      ...canaryRole(r),
      ...functionChecks(r, ["CreateFunction", "GetFunctionConfiguration", "PublishVersion", "AddPermission"]),
      ...sourceChecks(r),
      ...networkChecks(r),
    ],
    settings: (r) =>
      when(isStarted(r), synthetics.call("StartCanary", r.arnOfSelf, { cause: "StartCanaryAfterCreation" })),
  }),
  // It is written again for its tags alone, looked for before and waited for afterwards.
  // https://github.com/aws-cloudformation/aws-cloudformation-resource-providers-synthetics, canary/UpdateHandler.java
  update: (r) => [
    synthetics.call("GetCanary", r.arnOfSelf, { cause: "Properties" }),
    changeCanary(r),
    ...tagChanges(synthetics, r),
    synthetics.call("GetCanary", r.arnOfSelf, { cause: "Properties" }),
    ...startOrStop(r),
  ],
  delete: (r) => [
    synthetics.call("DeleteCanary", r.arnOfSelf, {
      also: when(
        r.text("DeleteLambdaResourcesOnCanaryDeletion") === "true" ||
          r.text("ProvisionedResourceCleanup") === "AUTOMATIC",
        lambdaCheck("DeleteFunction", functionArn(r), "ProvisionedResourceCleanup"),
        lambdaCheck("DeleteLayerVersion", layerArn(r), "ProvisionedResourceCleanup"),
      ),
    }),
    synthetics.call("GetCanary", r.arnOfSelf),
  ],
};

function changeCanary(r: ResourceUpdate): CallSpec {
  return synthetics.call("UpdateCanary", r.arnOfSelf, {
    cause: "Properties",
    also: [
      ...when(r.changed("ExecutionRoleArn"), ...canaryRole(r)),
      ...functionChecks(r, ["UpdateFunctionConfiguration", "GetFunctionConfiguration", "PublishVersion"]),
      ...when(r.changed("Code"), ...sourceChecks(r), lambdaCheck("UpdateFunctionCode", functionArn(r), "Code")),
    ],
  });
}

/** A canary that ran goes on by itself. */
function startOrStop(r: ResourceUpdate): readonly CallSpec[] {
  const cause = "StartCanaryAfterCreation";
  if (isStarted(r) === isStarted(r.before)) return [];
  return [synthetics.call(isStarted(r) ? "StartCanary" : "StopCanary", r.arnOfSelf, { cause })];
}

function isStarted(r: ResourceView): boolean {
  return r.text("StartCanaryAfterCreation") === "true";
}

/** The role goes to the canary and from there to its function. */
function canaryRole(r: ResourceView): readonly CheckSpec[] {
  return ["synthetics.amazonaws.com", "lambda.amazonaws.com"].flatMap((service) =>
    passedRoles(r, service, "ExecutionRoleArn"),
  );
}

/** A canary is a function, `cwsyn-<name>-<uuid>`, that Synthetics makes with the creator's permissions. */
function functionChecks(r: ResourceView, names: readonly string[]): readonly CheckSpec[] {
  return names.map((name) => lambdaCheck(name, functionArn(r), "Type"));
}

function functionArn(r: ResourceView): string {
  return r.arn("lambda", `function:cwsyn-${r.name}-${r.invent("function", { alphabet: "uuid" })}`);
}

function layerArn(r: ResourceView): string {
  return r.arn("lambda", `layer:cwsyn-${r.name}-${r.invent("function", { alphabet: "uuid" })}:1`);
}

function lambdaCheck(name: string, resource: string, cause: string): CheckSpec {
  return {
    action: `lambda:${name}`,
    resources: [resource],
    context: {},
    cause,
    source: policySource,
    through: ["synthetics.amazonaws.com"],
  };
}

/** The script becomes a layer, from the template itself or from a bucket. */
function sourceChecks(r: ResourceView): readonly CheckSpec[] {
  const bucket = r.text("Code.S3Bucket");
  const version = r.has("Code.S3ObjectVersion");
  const object = `arn:${r.target.partition}:s3:::${bucket}/${r.text("Code.S3Key") ?? "*"}`;
  return [
    lambdaCheck("PublishLayerVersion", layerArn(r).replace(/:1$/, ""), "Code"),
    lambdaCheck("GetLayerVersion", layerArn(r), "Code"),
    ...when(bucket !== undefined, {
      action: version ? "s3:GetObjectVersion" : "s3:GetObject",
      resources: [object],
      context: {},
      cause: "Code.S3Bucket",
      source: policySource,
      through: ["synthetics.amazonaws.com"],
    }),
  ];
}

function networkChecks(r: ResourceView): readonly CheckSpec[] {
  const names = ["DescribeVpcs", "DescribeSubnets", "DescribeSecurityGroups"];
  return when(r.has("VPCConfig.SubnetIds"), ...names).map((name) => ({
    action: `ec2:${name}`,
    resources: ["*"],
    context: {},
    cause: "VPCConfig",
    source: policySource,
    through: ["synthetics.amazonaws.com"],
  }));
}

export const syntheticsRules: readonly ResourceRule[] = [canary];
