import { awsService } from "../aws-service";
import { kmsThrough } from "../common-checks";
import type { CallSpec, CheckSpec, ResourceRule, ResourceUpdate, ResourceView } from "../resource-rule";
import { when } from "../resource-rule";
import { logDeliveryChecks } from "./log-delivery";
import { plainRule } from "./plain-rule";
import { serviceLinkedRole } from "./service-linked-role";

const kafka = awsService({
  prefix: "kafka",
  documentation: (operation) =>
    operation.endsWith("V2")
      ? `https://docs.aws.amazon.com/MSK/2.0/APIReference/v2-clusters.html#${operation}`
      : `https://docs.aws.amazon.com/msk/1.0/apireference/operations.html#${operation}`,
});

function identify(r: ResourceView) {
  const arn = r.arn("kafka", `cluster/${r.name}/${r.invent("id", { alphabet: "uuid" })}-1`);
  return { physicalId: arn, arn, attributes: { Arn: arn, CurrentVersion: "K1" } };
}

const name = { property: "ClusterName", maxLength: 64 } as const;

/** https://docs.aws.amazon.com/msk/latest/developerguide/security_iam_id-based-policy-examples.html */
function networkChecks(names: readonly string[]): readonly CheckSpec[] {
  return names.map((action) => ({
    action: `ec2:${action}`,
    resources: ["*"],
    context: {},
    cause: "Type",
    source: "https://docs.aws.amazon.com/msk/latest/developerguide/security_iam_id-based-policy-examples.html",
    through: ["kafka.amazonaws.com"],
  }));
}

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-msk-cluster.html */
const cluster = plainRule({
  type: "AWS::MSK::Cluster",
  service: kafka,
  name,
  identify,
  create: "CreateCluster",
  // A cluster takes its time: CloudFormation waits until it is active, and until it is gone.
  reads: ["DescribeCluster"],
  delete: "DeleteCluster",
  gone: "DescribeCluster",
  checksOnce: (r) => [
    ...networkChecks(["DescribeSubnets", "DescribeVpcs", "DescribeSecurityGroups"]),
    ...keyChecks(r),
    ...logChecks(r),
    ...linkedRole(r),
  ],
  change: clusterChange,
});

/** Each setting has an operation of its own, one at a time. */
const changes = [
  ["BrokerNodeGroupInfo.StorageInfo", "UpdateBrokerStorage"],
  ["NumberOfBrokerNodes", "UpdateBrokerCount"],
  ["BrokerNodeGroupInfo.InstanceType", "UpdateBrokerType"],
  ["BrokerNodeGroupInfo.ConnectivityInfo", "UpdateConnectivity"],
  ["ConfigurationInfo", "UpdateClusterConfiguration"],
  ["KafkaVersion", "UpdateClusterKafkaVersion"],
  ["EnhancedMonitoring", "UpdateMonitoring"],
  ["LoggingInfo", "UpdateMonitoring"],
  ["OpenMonitoring", "UpdateMonitoring"],
  ["ClientAuthentication", "UpdateSecurity"],
  ["EncryptionInfo", "UpdateSecurity"],
] as const;

function clusterChange(r: ResourceUpdate): readonly CallSpec[] {
  const changed = changes.filter(([property]) => r.changed(property));
  const once = [...new Map(changed.map(([property, operation]) => [operation, property] as const))];
  return once.flatMap(([operation, cause]) => [
    kafka.call(operation, [r.arnOfSelf, ...configuration(r, operation)], {
      cause,
      also: when(cause === "LoggingInfo", ...logChecks(r)),
    }),
    kafka.call("DescribeClusterOperation", "*", { cause }),
  ]);
}

function configuration(r: ResourceView, operation: string): readonly string[] {
  return operation === "UpdateClusterConfiguration" ? r.texts("ConfigurationInfo.Arn") : [];
}

/** https://docs.aws.amazon.com/msk/latest/developerguide/msk-encryption.html */
function keyChecks(r: ResourceView): readonly CheckSpec[] {
  const path = "EncryptionInfo.EncryptionAtRest.DataVolumeKMSKeyId";
  const source = "https://docs.aws.amazon.com/msk/latest/developerguide/msk-encryption.html";
  const check = (action: string) => kmsThrough(r, action, { path, service: "kafka", source });
  return when(r.has(path), ...["DescribeKey", "CreateGrant"].map(check));
}

/** https://docs.aws.amazon.com/msk/latest/developerguide/msk-logging.html */
function logChecks(r: ResourceView): readonly CheckSpec[] {
  const cause = "LoggingInfo";
  const source = "https://docs.aws.amazon.com/msk/latest/developerguide/msk-logging.html";
  return when(r.has(cause), ...logDeliveryChecks(r, cause, "kafka.amazonaws.com", source));
}

/** https://docs.aws.amazon.com/msk/latest/developerguide/using-service-linked-roles.html */
function linkedRole(r: ResourceView): readonly CheckSpec[] {
  return serviceLinkedRole(r, {
    service: "kafka.amazonaws.com",
    role: "AWSServiceRoleForKafka",
    through: "kafka.amazonaws.com",
    source: "https://docs.aws.amazon.com/msk/latest/developerguide/using-service-linked-roles.html",
  });
}

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-msk-serverlesscluster.html */
const serverlessCluster = plainRule({
  type: "AWS::MSK::ServerlessCluster",
  service: kafka,
  name,
  identify,
  create: "CreateClusterV2",
  reads: ["DescribeClusterV2"],
  delete: "DeleteCluster",
  gone: "DescribeClusterV2",
  checksOnce: () => networkChecks(["DescribeSubnets", "DescribeVpcs", "DescribeSecurityGroups"]),
});

export const mskRules: readonly ResourceRule[] = [cluster, serverlessCluster];
