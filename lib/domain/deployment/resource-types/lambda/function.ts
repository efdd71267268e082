import { kmsThrough, passRole, roleArnIn, tagContext } from "../../common-checks";
import { readText } from "../../read-property";
import type { CallSpec, CheckSpec, ResourceRule, ResourceUpdate, ResourceView } from "../../resource-rule";
import { when } from "../../resource-rule";
import { tagChanges, tagOnCreate } from "../../tag-calls";
import { codeChecks } from "./function-code";
import { lambda } from "./lambda-service";

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-lambda-function.html */
export const functionRule: ResourceRule = {
  type: "AWS::Lambda::Function",
  name: { property: "FunctionName", maxLength: 64 },
  identify: (r) => {
    const arn = r.arn("lambda", `function:${r.name}`);
    const snapStart = { "SnapStartResponse.ApplyOn": "None", "SnapStartResponse.OptimizationStatus": "Off" };
    return { physicalId: r.name, arn, attributes: { Arn: arn, ...snapStart } };
  },
  create: (r) => [
    lambda.call("CreateFunction", r.arnOfSelf, {
      context: { ...tagContext(r), ...configurationContext(r) },
      also: [passFunctionRole(r), ...tagOnCreate(lambda, r), ...codeChecks(r), ...configurationChecks(r)],
    }),
    // CloudFormation waits until the function is active.
    lambda.call("GetFunction", r.arnOfSelf),
    // Named by CloudFormation's own refusals of tagged functions up to 2020; nothing fails without it any more.
    ...when(r.tagged, lambda.call("ListTags", r.arnOfSelf, { cause: "Tags", onDenied: "ignored" })),
    ...settingCalls(r),
  ],
  update: (r) => [
    ...codeUpdate(r),
    ...configurationUpdate(r),
    ...settingCalls(r),
    ...removalCalls(r),
    ...tagChanges(lambda, r),
  ],
  delete: (r) => [lambda.call("DeleteFunction", r.arnOfSelf), ...when(r.has("VpcConfig"), waitForInterfaces)],
};

function passFunctionRole(r: ResourceView): CheckSpec {
  return passRole(roleArnIn(r, "Role"), "lambda.amazonaws.com", "Role", { "iam:AssociatedResourceArn": [r.arnOfSelf] });
}

function codeUpdate(r: ResourceUpdate): readonly CallSpec[] {
  return when(
    r.changed("Code", "Architectures"),
    lambda.call("UpdateFunctionCode", r.arnOfSelf, { cause: "Code", also: codeChecks(r) }),
    lambda.call("GetFunction", r.arnOfSelf, { cause: "Code" }),
  );
}

/** CloudFormation sends the whole configuration, the role included. */
function configurationUpdate(r: ResourceUpdate): readonly CallSpec[] {
  const changed = configurationProperties.filter((property) => r.changed(property));
  const cause = changed[0] ?? "Properties";
  return when(
    changed.length > 0,
    lambda.call("UpdateFunctionConfiguration", r.arnOfSelf, {
      cause,
      context: configurationContext(r),
      also: [passFunctionRole(r), ...configurationChecks(r)],
    }),
    lambda.call("GetFunction", r.arnOfSelf, { cause }),
  );
}

/** Settings with a call of their own, on creation and when they change. */
function settingCalls(r: ResourceView): readonly CallSpec[] {
  const own = (operation: string, property: string) =>
    when(r.sets(property), lambda.call(operation, r.arnOfSelf, { cause: property }));
  return [
    ...own("PutFunctionConcurrency", "ReservedConcurrentExecutions"),
    ...own("PutFunctionRecursionConfig", "RecursiveLoop"),
    ...own("PutRuntimeManagementConfig", "RuntimeManagementConfig"),
    ...own("PutFunctionScalingConfig", "FunctionScalingConfig"),
  ];
}

function removalCalls(r: ResourceUpdate): readonly CallSpec[] {
  return [
    ...when(
      r.removed("ReservedConcurrentExecutions"),
      lambda.call("DeleteFunctionConcurrency", r.arnOfSelf, { cause: "ReservedConcurrentExecutions" }),
    ),
    ...when(
      r.sets("CodeSigningConfigArn"),
      lambda.call("PutFunctionCodeSigningConfig", r.arnOfSelf, { cause: "CodeSigningConfigArn" }),
    ),
    ...when(
      r.removed("CodeSigningConfigArn"),
      lambda.call("DeleteFunctionCodeSigningConfig", r.arnOfSelf, { cause: "CodeSigningConfigArn" }),
    ),
  ];
}

/** https://docs.aws.amazon.com/lambda/latest/dg/lambda-api-permissions-ref.html */
function configurationContext(r: ResourceView): CheckSpec["context"] {
  const entries: readonly (readonly [string, readonly string[]])[] = [
    ["lambda:Layer", r.texts("Layers")],
    ["lambda:SecurityGroupIds", r.texts("VpcConfig.SecurityGroupIds")],
    ["lambda:SubnetIds", r.texts("VpcConfig.SubnetIds")],
    ["lambda:CodeSigningConfigArn", r.texts("CodeSigningConfigArn")],
  ];
  return Object.fromEntries(entries.filter(([, values]) => values.length > 0));
}

/** What Lambda tests of the caller when a function refers to layers, a VPC, a file system or a key. */
function configurationChecks(r: ResourceView): readonly CheckSpec[] {
  return [
    ...r.texts("Layers").map((layer) => lambda.check("GetLayerVersion", layer, { cause: "Layers" })),
    ...when(
      r.has("VpcConfig.SubnetIds"),
      ...["DescribeSecurityGroups", "DescribeSubnets", "DescribeVpcs"].map(networkCheck),
    ),
    ...r.list("FileSystemConfigs").flatMap(({ Arn }) => mountTargets(readText(Arn))),
    ...r
      .texts("CapacityProviderConfig.LambdaManagedInstancesCapacityProviderConfig.CapacityProviderArn")
      .map((arn) => lambda.check("PassCapacityProvider", arn, { cause: "CapacityProviderConfig" })),
    ...(r.has("KmsKeyArn") ? ["CreateGrant", "Encrypt"].map((name) => keyCheck(r, name)) : []),
  ];
}

function keyCheck(r: ResourceView, name: string): CheckSpec {
  const source = "https://docs.aws.amazon.com/lambda/latest/dg/configuration-envvars-encryption.html";
  return kmsThrough(r, name, { path: "KmsKeyArn", service: "lambda", source });
}

function networkCheck(name: string): CheckSpec {
  return {
    action: `ec2:${name}`,
    resources: ["*"],
    context: {},
    cause: "VpcConfig",
    source: "https://docs.aws.amazon.com/lambda/latest/dg/configuration-vpc.html#configuration-vpc-permissions",
    through: ["lambda.amazonaws.com"],
  };
}

/** Only EFS is asked; a file system of another kind has no mount targets to show. */
function mountTargets(accessPoint: string | undefined): readonly CheckSpec[] {
  if (accessPoint === undefined || !accessPoint.includes(":elasticfilesystem:")) return [];
  return [
    {
      action: "elasticfilesystem:DescribeMountTargets",
      resources: [accessPoint],
      context: {},
      cause: "FileSystemConfigs",
      source: "https://docs.aws.amazon.com/lambda/latest/dg/configuration-filesystem.html",
      through: ["lambda.amazonaws.com"],
    },
  ];
}

/** CloudFormation waits until Lambda has given back its network interfaces. */
const waitForInterfaces: CallSpec = {
  operation: "ec2:DescribeNetworkInterfaces",
  checks: [
    {
      action: "ec2:DescribeNetworkInterfaces",
      resources: ["*"],
      context: {},
      cause: "VpcConfig",
      source:
        "https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-lambda-function.html",
      through: [],
    },
  ],
  cloudTrail: {
    eventSource: "ec2.amazonaws.com",
    eventName: "DescribeNetworkInterfaces",
    category: "management",
    readOnly: true,
  },
  onDenied: "fail",
};

const configurationProperties = [
  "DeadLetterConfig",
  "Description",
  "Environment",
  "EphemeralStorage",
  "FileSystemConfigs",
  "Handler",
  "ImageConfig",
  "KmsKeyArn",
  "Layers",
  "LoggingConfig",
  "MemorySize",
  "Role",
  "Runtime",
  "SnapStart",
  "Timeout",
  "TracingConfig",
  "VpcConfig",
] as const;
