import { expectText, inResource } from "../expect";
import { invalidResource } from "../fault";
import {
  boolean,
  enumOf,
  listOf,
  map,
  mapOf,
  oneOf,
  optional,
  optionalStrict,
  type PropertyTable,
  passThrough,
  text,
} from "../property";
import type { SamResource } from "../resource-type";
import { entryOf, isGiven, isMap, type Value, type ValueMap } from "../value";

export const functionProperties: PropertyTable = {
  FunctionName: optional(oneOf(text, map)),
  Handler: passThrough,
  Runtime: passThrough,
  CodeUri: passThrough,
  ImageUri: passThrough,
  PackageType: passThrough,
  InlineCode: passThrough,
  DeadLetterQueue: optional(map),
  Description: passThrough,
  MemorySize: passThrough,
  Timeout: passThrough,
  VpcConfig: passThrough,
  Role: optional(text),
  AssumeRolePolicyDocument: optional(map),
  Policies: optional(oneOf(text, map, listOf(oneOf(text, map)))),
  RolePath: passThrough,
  PermissionsBoundary: optional(text),
  Environment: optional(mapOf(map)),
  Events: optional(mapOf(map)),
  Tags: optional(map),
  PropagateTags: optional(boolean),
  Tracing: optional(oneOf(map, text)),
  KmsKeyArn: passThrough,
  DeploymentPreference: optional(map),
  ReservedConcurrentExecutions: passThrough,
  Layers: optional(listOf(oneOf(text, map))),
  EventInvokeConfig: optional(map),
  EphemeralStorage: passThrough,
  AutoPublishAlias: optional(text),
  AutoPublishCodeSha256: optional(text),
  AutoPublishAliasAllProperties: optionalStrict(boolean),
  VersionDescription: passThrough,
  ProvisionedConcurrencyConfig: passThrough,
  FileSystemConfigs: passThrough,
  ImageConfig: passThrough,
  CodeSigningConfigArn: passThrough,
  Architectures: passThrough,
  SnapStart: optional(map),
  FunctionUrlConfig: optional(map),
  RuntimeManagementConfig: passThrough,
  LoggingConfig: passThrough,
  RecursiveLoop: passThrough,
  SourceKMSKeyArn: passThrough,
  CapacityProviderConfig: optional(map),
  FunctionScalingConfig: optional(map),
  VersionDeletionPolicy: optional(enumOf("Delete", "Retain")),
  PublishToLatestPublished: passThrough,
  TenancyConfig: passThrough,
  DurableConfig: optional(map),
};

/** What properties demand of one another. */
export function checkFunction(resource: SamResource): void {
  checkCombinations(resource);
  checkDeadLetterQueue(resource);
  checkTenancy(resource);
}

const exclusive = [
  ["CapacityProviderConfig", "ProvisionedConcurrencyConfig"],
  ["CapacityProviderConfig", "VpcConfig"],
] as const;

const dependent = [
  ["FunctionScalingConfig", "CapacityProviderConfig"],
  ["VersionDeletionPolicy", "AutoPublishAlias"],
] as const;

function checkCombinations({ logicalId, properties }: SamResource): void {
  const messages = [
    ...exclusive
      .filter(([one, other]) => isPresent(properties[one]) && isPresent(properties[other]))
      .map(([one, other]) => `'${one}' and '${other}' exclude each other.`),
    ...dependent
      .filter(([one, other]) => isPresent(properties[one]) && !isPresent(properties[other]))
      .map(([one, other]) => `'${one}' needs '${other}'.`),
  ];
  if (messages.length > 0) throw invalidResource(logicalId, messages.join(" "), "Properties");
}

function isPresent(value: Value | undefined): boolean {
  return value !== undefined && value !== null;
}

export const deadLetterActions: Readonly<Record<string, string>> = { SQS: "sqs:SendMessage", SNS: "sns:Publish" };

function checkDeadLetterQueue({ logicalId, properties }: SamResource): void {
  const queue = properties.DeadLetterQueue;
  if (!isGiven(queue)) return;
  const type = entryOf(queue, "Type");
  const path = "Properties.DeadLetterQueue";
  if (!isGiven(type) || !isGiven(entryOf(queue, "TargetArn"))) {
    throw invalidResource(logicalId, "'DeadLetterQueue' needs 'Type' and 'TargetArn'.", path);
  }
  if (!Object.hasOwn(deadLetterActions, expectText(type, inResource(logicalId, "DeadLetterQueue.Type")))) {
    throw invalidResource(logicalId, "The 'Type' of 'DeadLetterQueue' must be 'SQS' or 'SNS'.", path);
  }
}

/** https://docs.aws.amazon.com/lambda/latest/dg/tenant-isolation.html */
function checkTenancy({ logicalId, properties }: SamResource): void {
  if (!isGiven(properties.TenancyConfig)) return;
  for (const name of ["ProvisionedConcurrencyConfig", "FunctionUrlConfig", "SnapStart"]) {
    if (isGiven(properties[name])) {
      throw invalidResource(logicalId, `'${name}' does not work with 'TenancyConfig'.`, `Properties.${name}`);
    }
  }
  for (const [eventId, event] of Object.entries(eventsOf(properties))) {
    const type = entryOf(event, "Type");
    if (type !== "Api" && type !== "HttpApi") {
      const message = `Event '${eventId}': with 'TenancyConfig', only Api and HttpApi events can invoke the function.`;
      throw invalidResource(logicalId, message, `Properties.Events.${eventId}`);
    }
  }
}

export function eventsOf(properties: ValueMap): ValueMap {
  return isMap(properties.Events) ? properties.Events : {};
}
