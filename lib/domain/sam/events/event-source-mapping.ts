import type { FunctionEventSource, SamEvent } from "../event-source";
import { expectMap, inEvent } from "../expect";
import { invalidEvent } from "../fault";
import { isIntrinsic } from "../intrinsics";
import { awsManagedPolicyArn } from "../managed-policies";
import { publishPolicy, putObjectPolicy, sendMessagePolicy } from "../policy-statements";
import { boolean, integer, list, map, optional, type PropertyTable, passThrough, text } from "../property";
import { makeResource, type Resource } from "../resource";
import type { ExpansionContext } from "../resource-type";
import { type Fields, isGiven, isList, isMap, sameValue, type Value, type ValueMap } from "../value";

/** What one kind of source that Lambda polls adds to the common mapping. */
export interface PolledSource {
  readonly type: string;
  /** Beside {@link commonProperties}. */
  readonly properties: PropertyTable;
  /** The property that holds the ARN of what is polled; absent for self-managed sources. */
  readonly arnProperty?: string;
  /** Managed policy for the function's role, by its path. */
  readonly managedPolicy?: string;
  /** Inline policies for the function's role. */
  policies?(event: SamEvent, context: ExpansionContext): ValueMap[];
  /** Further fields of the mapping. */
  extraFields?(event: SamEvent): Fields;
}

export function polledEventSource(source: PolledSource): FunctionEventSource {
  return {
    type: source.type,
    properties: { ...commonProperties, ...source.properties },
    expand(event, target, context) {
      const { properties } = event;
      checkFilterCriteria(event);
      const mapping = makeResource("AWS::Lambda::EventSourceMapping", event.logicalId, target.passThroughAttributes());
      mapping.properties = {
        FunctionName: target.name(),
        EventSourceArn: source.arnProperty === undefined ? undefined : properties[source.arnProperty],
        ...copiedFields(properties),
        ...kafkaFields(event),
      };
      const destination = takeDestination(event);
      Object.assign(mapping.properties, destination.fields, source.extraFields?.(event));
      const policies = source.policies?.(event, context) ?? [];
      if (target.role !== null) grantToRole(target.role, source, policies, destination.policy, context);
      return [mapping];
    },
  };
}

/** https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-property-function-eventsource.html */
const commonProperties: PropertyTable = {
  BatchSize: optional(integer),
  StartingPosition: passThrough,
  StartingPositionTimestamp: passThrough,
  Enabled: optional(boolean),
  MaximumBatchingWindowInSeconds: optional(integer),
  MaximumRetryAttempts: optional(integer),
  BisectBatchOnFunctionError: optional(boolean),
  MaximumRecordAgeInSeconds: optional(integer),
  DestinationConfig: optional(map),
  ParallelizationFactor: optional(integer),
  Topics: optional(list),
  Queues: optional(list),
  SourceAccessConfigurations: optional(list),
  SecretsManagerKmsKeyId: optional(text),
  TumblingWindowInSeconds: optional(integer),
  FunctionResponseTypes: optional(list),
  KafkaBootstrapServers: optional(list),
  FilterCriteria: optional(map),
  KmsKeyArn: passThrough,
  ConsumerGroupId: optional(text),
  ScalingConfig: optional(map),
  ProvisionedPollerConfig: optional(map),
  SchemaRegistryConfig: optional(map),
  MetricsConfig: optional(map),
  LoggingConfig: optional(map),
};

const copied = [
  "StartingPosition",
  "StartingPositionTimestamp",
  "BatchSize",
  "Enabled",
  "MaximumBatchingWindowInSeconds",
  "MaximumRetryAttempts",
  "BisectBatchOnFunctionError",
  "MaximumRecordAgeInSeconds",
  "ParallelizationFactor",
  "Topics",
  "Queues",
  "SourceAccessConfigurations",
  "TumblingWindowInSeconds",
  "FunctionResponseTypes",
  "FilterCriteria",
  "KmsKeyArn",
  "ScalingConfig",
  "ProvisionedPollerConfig",
  "MetricsConfig",
  "LoggingConfig",
];

function copiedFields(properties: ValueMap): Fields {
  const fields: Fields = {};
  for (const name of copied) fields[name] = properties[name];
  return fields;
}

const filterable = ["DocumentDB", "DynamoDB", "Kinesis", "MQ", "MSK", "SelfManagedKafka", "SQS"];

function checkFilterCriteria(event: SamEvent): void {
  const { FilterCriteria: criteria } = event.properties;
  if (!isMap(criteria) || !isGiven(criteria) || isIntrinsic(criteria)) return;
  if (!filterable.includes(event.type)) {
    throw invalidEvent(event.eventId, `'FilterCriteria' works with ${filterable.join(", ")} events only.`);
  }
  if (Object.keys(criteria).some((key) => key !== "Filters")) {
    throw invalidEvent(event.eventId, "'FilterCriteria' takes one key, 'Filters'.");
  }
}

const kafkaConfigOf: Readonly<Record<string, string>> = {
  MSK: "AmazonManagedKafkaEventSourceConfig",
  SelfManagedKafka: "SelfManagedKafkaEventSourceConfig",
};

function kafkaFields(event: SamEvent): Fields {
  const { KafkaBootstrapServers: servers, ConsumerGroupId, SchemaRegistryConfig } = event.properties;
  const fields: Fields = {};
  if (isGiven(servers)) fields.SelfManagedEventSource = { Endpoints: { KafkaBootstrapServers: servers } };
  const configName = kafkaConfigOf[event.type];
  if (isGiven(ConsumerGroupId) && configName === undefined) {
    throw invalidEvent(event.logicalId, `${event.type} events have no property 'ConsumerGroupId'.`);
  }
  if (configName === undefined) return fields;
  const config: ValueMap = {};
  if (isGiven(ConsumerGroupId)) config.ConsumerGroupId = ConsumerGroupId;
  if (isGiven(SchemaRegistryConfig)) config.SchemaRegistryConfig = SchemaRegistryConfig;
  if (isGiven(config)) fields[configName] = config;
  return fields;
}

/** The `Type` of the destination is SAM's own word: it decides on a policy and does not reach the mapping. */
function takeDestination(event: SamEvent): { fields: Fields; policy: ValueMap | null } {
  const { DestinationConfig } = event.properties;
  if (!isMap(DestinationConfig) || !isGiven(DestinationConfig)) return { fields: {}, policy: null };
  const onFailure = expectMap(DestinationConfig.OnFailure, inEvent(event.logicalId, "DestinationConfig.OnFailure"));
  const { Type: type, Destination: destination = null } = onFailure;
  const fields = { DestinationConfig };
  if (!isGiven(type)) return { fields, policy: null };
  delete onFailure.Type;
  switch (type) {
    case "SQS":
      return { fields, policy: sendMessagePolicy(destination, event.logicalId) };
    case "SNS":
      return { fields, policy: publishPolicy(destination, event.logicalId) };
    case "S3":
      return { fields, policy: putObjectPolicy(destination, event.logicalId) };
    case "Kafka":
      return { fields, policy: null };
    default:
      throw invalidEvent(event.logicalId, "The 'Type' of a destination can be 'SQS', 'SNS', 'S3' or 'Kafka'.");
  }
}

function grantToRole(
  role: Resource,
  source: PolledSource,
  policies: readonly ValueMap[],
  destinationPolicy: ValueMap | null,
  context: ExpansionContext,
): void {
  if (source.managedPolicy !== undefined) {
    const arn = awsManagedPolicyArn(context.partition, source.managedPolicy);
    const arns = isList(role.properties.ManagedPolicyArns) ? role.properties.ManagedPolicyArns : [];
    if (!arns.includes(arn)) role.properties.ManagedPolicyArns = [...arns, arn];
  }
  for (const policy of destinationPolicy === null ? policies : [...policies, destinationPolicy]) {
    const inline = isList(role.properties.Policies) ? role.properties.Policies : [];
    if (!inline.some((known) => hasDocument(known, policy))) role.properties.Policies = [...inline, policy];
  }
}

function hasDocument(known: Value, policy: ValueMap): boolean {
  return isMap(known) && sameValue(known.PolicyDocument, policy.PolicyDocument);
}
