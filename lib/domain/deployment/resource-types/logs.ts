import { type AwsService, awsService, type CallOptions } from "../aws-service";
import { kmsThrough, passRole, roleArnIn, tagContext } from "../common-checks";
import type { CallSpec, ResourceRule, ResourceView } from "../resource-rule";
import { when } from "../resource-rule";
import { tagChanges, tagOnCreate } from "../tag-calls";
import { everyLogGroup } from "./every-log-group";

const service: AwsService = awsService({
  prefix: "logs",
  documentation: (operation) =>
    `https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_${operation}.html`,
});

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-logs-loggroup.html */
const logGroup: ResourceRule = {
  type: "AWS::Logs::LogGroup",
  name: { property: "LogGroupName", maxLength: 512 },
  identify: (r) => ({ physicalId: r.name, arn: groupArn(r, r.name), attributes: { Arn: `${groupArn(r, r.name)}:*` } }),
  create: (r) => [
    onGroup(r, "CreateLogGroup", {
      context: tagContext(r),
      also: [...tagOnCreate(service, r), ...when(r.has("KmsKeyId"), keyGrant(r))],
    }),
    ...settingCalls(r),
  ],
  // `Arn` is asked for, from the listing of all groups.
  read: (r) => {
    const { resources, patterns } = everyLogGroup(r);
    return [service.call("DescribeLogGroups", resources, { cause: "Arn", patterns })];
  },
  update: (r) => [
    ...settingCalls(r),
    ...when(r.removed("RetentionInDays"), onGroup(r, "DeleteRetentionPolicy", { cause: "RetentionInDays" })),
    ...when(r.sets("KmsKeyId"), onGroup(r, "AssociateKmsKey", { cause: "KmsKeyId", also: [keyGrant(r)] })),
    ...when(r.removed("KmsKeyId"), onGroup(r, "DisassociateKmsKey", { cause: "KmsKeyId" })),
    // Every update looks which tags the group has.
    // https://github.com/NOAA-OWP/hydrovis/issues/1035
    // https://github.com/WXYC/wxyc-canary/blob/main/test/deploy-role.test.ts
    service.call("ListTagsForResource", r.arnOfSelf, { cause: "Properties" }),
    ...tagChanges(service, r),
  ],
  delete: (r) => [onGroup(r, "DeleteLogGroup")],
};

function groupArn(r: ResourceView, name: string): string {
  return r.arn("logs", `log-group:${name}`);
}

/**
 * Most calls on a log group are authorised on `…:log-group:<name>:log-stream:`, so that a policy needs `:*` after the
 * name; only tag calls are authorised on the group's bare ARN.
 * https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/iam-access-control-overview-cwl.html#CWL_ARN_Format
 */
function onGroup(r: ResourceView, operation: string, options: CallOptions = {}): CallSpec {
  return onNamedGroup(r, operation, r.name, options);
}

function onNamedGroup(r: ResourceView, operation: string, name: string, options: CallOptions = {}): CallSpec {
  const arn = groupArn(r, name);
  return service.call(operation, `${arn}:log-stream:`, { patterns: [`${arn}:*`], ...options });
}

function keyGrant(r: ResourceView) {
  const source = "https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/encrypt-log-data-kms.html";
  return kmsThrough(r, "CreateGrant", { path: "KmsKeyId", service: "logs", source });
}

function settingCalls(r: ResourceView): readonly CallSpec[] {
  return [
    ...when(r.sets("RetentionInDays"), onGroup(r, "PutRetentionPolicy", { cause: "RetentionInDays" })),
    ...when(r.sets("DataProtectionPolicy"), onGroup(r, "PutDataProtectionPolicy", { cause: "DataProtectionPolicy" })),
    ...when(r.sets("FieldIndexPolicies"), service.call("PutIndexPolicy", "*", { cause: "FieldIndexPolicies" })),
  ];
}

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-logs-logstream.html */
const logStream: ResourceRule = {
  type: "AWS::Logs::LogStream",
  name: { property: "LogStreamName", maxLength: 512 },
  identify: (r) => ({ physicalId: r.name, arn: `${groupArn(r, groupOf(r))}:log-stream:${r.name}`, attributes: {} }),
  // It is looked for before it is made, and read back.
  // https://github.com/aws-cloudformation/aws-cloudformation-resource-providers-logs, logstream/CreateHandler.java
  create: (r) => [
    onNamedGroup(r, "DescribeLogStreams", groupOf(r)),
    service.call("CreateLogStream", r.arnOfSelf),
    onNamedGroup(r, "DescribeLogStreams", groupOf(r)),
  ],
  delete: (r) => [service.call("DeleteLogStream", r.arnOfSelf)],
};

function groupOf(r: ResourceView): string {
  return r.text("LogGroupName") ?? r.invent("group", { alphabet: "lower", length: 12 });
}

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-logs-subscriptionfilter.html */
const subscriptionFilter: ResourceRule = {
  type: "AWS::Logs::SubscriptionFilter",
  name: { property: "FilterName", maxLength: 512 },
  identify: (r) => ({ physicalId: r.name, arn: null, attributes: {} }),
  // It is looked for before it is made or changed.
  // https://github.com/aws-cloudformation/aws-cloudformation-resource-providers-logs, subscriptionfilter/UpdateHandler.java
  create: (r) => [onNamedGroup(r, "DescribeSubscriptionFilters", groupOf(r)), putFilter(r)],
  update: (r) => [onNamedGroup(r, "DescribeSubscriptionFilters", groupOf(r), { cause: "Properties" }), putFilter(r)],
  delete: (r) => [onNamedGroup(r, "DeleteSubscriptionFilter", groupOf(r))],
};

function putFilter(r: ResourceView): CallSpec {
  const also = when(r.has("RoleArn"), passRole(roleArnIn(r, "RoleArn"), "logs.amazonaws.com", "RoleArn"));
  return onNamedGroup(r, "PutSubscriptionFilter", groupOf(r), { also });
}

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-logs-metricfilter.html */
const metricFilter: ResourceRule = {
  type: "AWS::Logs::MetricFilter",
  name: { property: "FilterName", maxLength: 512 },
  identify: (r) => ({ physicalId: r.name, arn: null, attributes: {} }),
  create: (r) => [onNamedGroup(r, "DescribeMetricFilters", groupOf(r)), onNamedGroup(r, "PutMetricFilter", groupOf(r))],
  // https://github.com/aws-cloudformation/aws-cloudformation-resource-providers-logs, metricfilter/UpdateHandler.java
  update: (r) => [
    onNamedGroup(r, "DescribeMetricFilters", groupOf(r), { cause: "Properties" }),
    onNamedGroup(r, "PutMetricFilter", groupOf(r), { cause: "Properties" }),
  ],
  delete: (r) => [onNamedGroup(r, "DeleteMetricFilter", groupOf(r))],
};

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-logs-resourcepolicy.html */
const resourcePolicy: ResourceRule = {
  type: "AWS::Logs::ResourcePolicy",
  name: { property: "PolicyName" },
  identify: (r) => ({ physicalId: r.name, arn: null, attributes: {} }),
  create: () => [service.call("DescribeResourcePolicies", "*"), service.call("PutResourcePolicy", "*")],
  update: () => [service.call("PutResourcePolicy", "*", { cause: "PolicyDocument" })],
  delete: () => [service.call("DeleteResourcePolicy", "*")],
};

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-logs-querydefinition.html */
const queryDefinition: ResourceRule = {
  type: "AWS::Logs::QueryDefinition",
  create: () => [service.call("PutQueryDefinition", "*")],
  update: () => [service.call("PutQueryDefinition", "*", { cause: "Properties" })],
  delete: () => [service.call("DeleteQueryDefinition", "*")],
};

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-logs-accountpolicy.html */
const accountPolicy: ResourceRule = {
  type: "AWS::Logs::AccountPolicy",
  name: { property: "PolicyName" },
  create: (r) => [service.call("PutAccountPolicy", "*", { also: kindOfPolicy(r) })],
  update: (r) => [service.call("PutAccountPolicy", "*", { cause: "PolicyDocument", also: kindOfPolicy(r) })],
  delete: () => [service.call("DeleteAccountPolicy", "*")],
};

/** https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_PutAccountPolicy.html */
function kindOfPolicy(r: ResourceView) {
  const everyGroup = groupArn(r, "*");
  if (r.text("PolicyType") === "DATA_PROTECTION_POLICY")
    return [service.check("PutDataProtectionPolicy", everyGroup, { cause: "PolicyType" })];
  if (r.text("PolicyType") === "SUBSCRIPTION_FILTER_POLICY")
    return [service.check("PutSubscriptionFilter", everyGroup, { cause: "PolicyType" })];
  return [];
}

export const logsRules: readonly ResourceRule[] = [
  logGroup,
  logStream,
  subscriptionFilter,
  metricFilter,
  resourcePolicy,
  queryDefinition,
  accountPolicy,
];
