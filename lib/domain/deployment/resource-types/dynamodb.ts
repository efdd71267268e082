import { awsService } from "../aws-service";
import { kmsThrough, tagContext } from "../common-checks";
import { readText } from "../read-property";
import type { CallSpec, CheckSpec, ResourceRule, ResourceUpdate, ResourceView } from "../resource-rule";
import { when } from "../resource-rule";
import { tagChanges, tagOnCreate } from "../tag-calls";

const dynamodb = awsService({
  prefix: "dynamodb",
  documentation: (operation) => `https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_${operation}.html`,
});

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-dynamodb-table.html */
const table: ResourceRule = {
  type: "AWS::DynamoDB::Table",
  name: { property: "TableName", maxLength: 255 },
  identify: identifyTable,
  create: (r) => [
    dynamodb.call(r.has("ImportSourceSpecification") ? "ImportTable" : "CreateTable", r.arnOfSelf, {
      context: tagContext(r),
      also: [
        ...tagOnCreate(dynamodb, r),
        ...when(r.has("ResourcePolicy"), dynamodb.check("PutResourcePolicy", r.arnOfSelf, { cause: "ResourcePolicy" })),
        ...keyChecks(r, "SSESpecification.KMSMasterKeyId"),
      ],
    }),
    dynamodb.call("DescribeTable", r.arnOfSelf),
    ...settingCalls(r),
  ],
  // "Unable to retrieve Arn attribute …, with error message Table: orders does not exist" is this operation's error.
  read: (r) => [dynamodb.call("DescribeTable", r.arnOfSelf, { cause: r.usedAttributes[0] ?? "Type" })],
  update: (r) => [...tableUpdate(r), ...settingCalls(r), ...removalCalls(r), ...tagChanges(dynamodb, r)],
  delete: (r) => [dynamodb.call("DeleteTable", r.arnOfSelf), dynamodb.call("DescribeTable", r.arnOfSelf)],
};

function identifyTable(r: ResourceView) {
  const arn = r.arn("dynamodb", `table/${r.name}`);
  const streamArn = `${arn}/stream/${r.invent("stream", { alphabet: "digits", length: 14 })}`;
  const tableId = r.invent("table", { alphabet: "uuid" });
  return { physicalId: r.name, arn, attributes: { Arn: arn, StreamArn: streamArn, TableId: tableId } };
}

/** https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/encryption.usagenotes.html */
function keyChecks(r: ResourceView, path: string): readonly CheckSpec[] {
  const source =
    "https://docs.aws.amazon.com/kms/latest/developerguide/services-dynamodb.html#dynamodb-customer-cmk-policy";
  const actions = ["DescribeKey", "CreateGrant", "Encrypt", "Decrypt"];
  return when(r.has(path), ...actions.map((name) => kmsThrough(r, name, { path, service: "dynamodb", source })));
}

/**
 * CloudFormation looks at the setting before it changes it:
 * https://github.com/serverless/serverless/issues/5896, https://github.com/aws-amplify/docs/issues/1821
 */
function timeToLiveCalls(r: ResourceView): readonly CallSpec[] {
  const cause = "TimeToLiveSpecification";
  return ["DescribeTimeToLive", "UpdateTimeToLive"].map((name) => dynamodb.call(name, r.arnOfSelf, { cause }));
}

/** Settings that DynamoDB takes in calls of their own, once the table is active. */
function settingCalls(r: ResourceView): readonly CallSpec[] {
  return [
    ...when(r.sets("TimeToLiveSpecification"), ...timeToLiveCalls(r)),
    ...when(
      r.sets("PointInTimeRecoverySpecification") &&
        (isOn(r, "PointInTimeRecoverySpecification.PointInTimeRecoveryEnabled") || "before" in r),
      dynamodb.call("UpdateContinuousBackups", r.arnOfSelf, { cause: "PointInTimeRecoverySpecification" }),
    ),
    ...when(
      r.sets("ContributorInsightsSpecification"),
      dynamodb.call("UpdateContributorInsights", r.arnOfSelf, { cause: "ContributorInsightsSpecification" }),
    ),
    ...when(r.sets("KinesisStreamSpecification"), streamingCall(r)),
  ];
}

function isOn(r: ResourceView, path: string): boolean {
  return r.text(path) === "true";
}

/** https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/kds_gettingstarted.html */
function streamingCall(r: ResourceView): CallSpec {
  const cause = "KinesisStreamSpecification";
  const source = "https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/kds_iam.html";
  const streams = r.texts("KinesisStreamSpecification.StreamArn");
  const checks = ["DescribeStream", "PutRecords"].map(
    (name): CheckSpec => ({
      action: `kinesis:${name}`,
      resources: streams,
      context: {},
      cause,
      source,
      through: ["dynamodb.amazonaws.com"],
    }),
  );
  return dynamodb.call("EnableKinesisStreamingDestination", r.arnOfSelf, {
    cause,
    also: streams.length > 0 ? checks : [],
  });
}

function tableUpdate(r: ResourceUpdate): readonly CallSpec[] {
  const changed = tableProperties.filter((property) => r.changed(property));
  return when(
    changed.length > 0,
    dynamodb.call("UpdateTable", r.arnOfSelf, {
      cause: changed[0] ?? "Properties",
      also: r.changed("SSESpecification") ? keyChecks(r, "SSESpecification.KMSMasterKeyId") : [],
    }),
    dynamodb.call("DescribeTable", r.arnOfSelf),
  );
}

const tableProperties = [
  "AttributeDefinitions",
  "BillingMode",
  "DeletionProtectionEnabled",
  "GlobalSecondaryIndexes",
  "OnDemandThroughput",
  "ProvisionedThroughput",
  "SSESpecification",
  "StreamSpecification",
  "TableClass",
  "WarmThroughput",
] as const;

function removalCalls(r: ResourceUpdate): readonly CallSpec[] {
  return [
    ...when(r.removed("TimeToLiveSpecification"), ...timeToLiveCalls(r)),
    ...when(
      r.removed("PointInTimeRecoverySpecification"),
      dynamodb.call("UpdateContinuousBackups", r.arnOfSelf, { cause: "PointInTimeRecoverySpecification" }),
    ),
    ...when(
      r.removed("KinesisStreamSpecification"),
      dynamodb.call("DisableKinesisStreamingDestination", r.arnOfSelf, { cause: "KinesisStreamSpecification" }),
    ),
    ...when(r.sets("ResourcePolicy"), dynamodb.call("PutResourcePolicy", r.arnOfSelf, { cause: "ResourcePolicy" })),
    ...when(
      r.removed("ResourcePolicy"),
      dynamodb.call("DeleteResourcePolicy", r.arnOfSelf, { cause: "ResourcePolicy" }),
    ),
  ];
}

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-dynamodb-globaltable.html */
const globalTable: ResourceRule = {
  type: "AWS::DynamoDB::GlobalTable",
  name: { property: "TableName", maxLength: 255 },
  identify: identifyTable,
  create: (r) => [
    dynamodb.call("CreateTable", r.arnOfSelf),
    dynamodb.call("DescribeTable", r.arnOfSelf),
    ...replicasElsewhere(r).map((region) =>
      dynamodb.call("UpdateTable", r.arnOfSelf, {
        cause: "Replicas",
        also: [
          dynamodb.check("CreateTableReplica", r.arn("dynamodb", `table/${r.name}`, { region }), { cause: "Replicas" }),
          ...linkedRole(r),
        ],
      }),
    ),
    ...when(
      r.has("TimeToLiveSpecification"),
      dynamodb.call("UpdateTimeToLive", r.arnOfSelf, { cause: "TimeToLiveSpecification" }),
    ),
    ...replicaSettings(r),
  ],
  update: (r) => [
    dynamodb.call("UpdateTable", r.arnOfSelf, { cause: "Properties" }),
    dynamodb.call("DescribeTable", r.arnOfSelf, { cause: "Properties" }),
    ...when(
      r.changed("TimeToLiveSpecification"),
      dynamodb.call("UpdateTimeToLive", r.arnOfSelf, { cause: "TimeToLiveSpecification" }),
    ),
    ...when(r.changed("Replicas"), ...replicaSettings(r)),
  ],
  delete: (r) => [dynamodb.call("DeleteTable", r.arnOfSelf), dynamodb.call("DescribeTable", r.arnOfSelf)],
};

function replicasElsewhere(r: ResourceView): readonly string[] {
  return r.list("Replicas").flatMap(({ Region }) => {
    const region = readText(Region);
    return region === undefined || region === r.target.region ? [] : [region];
  });
}

/** Point-in-time recovery and tags are given for each replica. */
function replicaSettings(r: ResourceView): readonly CallSpec[] {
  return r.list("Replicas").flatMap((replica, index) => {
    const arn = r.arn("dynamodb", `table/${r.name}`, { region: readText(replica.Region) ?? r.target.region });
    return [
      ...when(
        r.text(`Replicas.${index}.PointInTimeRecoverySpecification.PointInTimeRecoveryEnabled`) === "true",
        dynamodb.call("UpdateContinuousBackups", arn, { cause: `Replicas.${index}.PointInTimeRecoverySpecification` }),
      ),
      ...when(r.has(`Replicas.${index}.Tags`), dynamodb.call("TagResource", arn, { cause: `Replicas.${index}.Tags` })),
    ];
  });
}

/** https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/globaltables-security.html */
function linkedRole(r: ResourceView): readonly CheckSpec[] {
  if (r.settings.account.serviceLinkedRolesExist) return [];
  const service = "replication.dynamodb.amazonaws.com";
  return [
    {
      action: "iam:CreateServiceLinkedRole",
      resources: [
        r.arn("iam", `role/aws-service-role/${service}/AWSServiceRoleForDynamoDBReplication`, { region: "" }),
      ],
      context: { "iam:AWSServiceName": [service] },
      cause: "Replicas",
      source: "https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/globaltables-security.html",
      through: ["dynamodb.amazonaws.com"],
    },
  ];
}

export const dynamodbRules: readonly ResourceRule[] = [table, globalTable];
