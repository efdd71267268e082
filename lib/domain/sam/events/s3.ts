import type { FunctionEventSource, FunctionTarget, SamEvent } from "../event-source";
import { expectList, expectMap, inResource } from "../expect";
import { invalidEvent, invalidResource } from "../fault";
import { ifCondition, ref } from "../intrinsics";
import { listOf, mapOf, oneOf, optional, required, requiredStrict, text } from "../property";
import type { Resource } from "../resource";
import type { ExpansionContext } from "../resource-type";
import { tagList } from "../tags";
import { copyValue, isList, isMap, sameValue, type Value, type ValueMap } from "../value";
import { existingResource, expectType } from "./existing-resource";
import { makePermission } from "./permission";

/** https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-property-function-s3.html */
export const s3: FunctionEventSource = {
  type: "S3",
  properties: {
    Bucket: required(text),
    Events: requiredStrict(oneOf(text, listOf(text))),
    Filter: optional(mapOf(text)),
  },
  checkLinks(event, context) {
    findBucket(event, context);
  },
  expand(event, target, context) {
    const { bucketId, bucket: found } = findBucket(event, context);
    expectType(bucketId, found, "AWS::S3::Bucket");
    const bucket = context.edit(bucketId, found);
    const permission = makePermission(event, target, {
      principal: "s3.amazonaws.com",
      sourceAccount: ref("AWS::AccountId"),
    });
    const condition = permission.attributes.Condition;
    if (condition === undefined) dependOnPermission(event, bucket, permission);
    else dependOnPermissionByTag(bucketId, bucket, permission, condition);
    addNotifications(event, target, bucketId, bucket);
    return [permission, existingResource(bucketId, bucket, "AWS::S3::Bucket", bucketProperties)];
  },
};

/** Of `AWS::S3::Bucket`: those that the transform passes on. It refuses a bucket with any other. */
const bucketProperties: ReadonlySet<string> = new Set([
  "AccelerateConfiguration",
  "AccessControl",
  "AnalyticsConfigurations",
  "BucketEncryption",
  "BucketName",
  "CorsConfiguration",
  "IntelligentTieringConfigurations",
  "InventoryConfigurations",
  "LifecycleConfiguration",
  "LoggingConfiguration",
  "MetricsConfigurations",
  "NotificationConfiguration",
  "ObjectLockConfiguration",
  "ObjectLockEnabled",
  "OwnershipControls",
  "PublicAccessBlockConfiguration",
  "ReplicationConfiguration",
  "Tags",
  "VersioningConfiguration",
  "WebsiteConfiguration",
]);

function findBucket(event: SamEvent, context: ExpansionContext): { bucketId: string; bucket: ValueMap } {
  const { Bucket } = event.properties;
  if (isMap(Bucket) && Bucket.Ref !== undefined) {
    const bucketId = Bucket.Ref;
    if (typeof bucketId !== "string") throw invalidEvent(event.eventId, "The 'Ref' in 'Bucket' must be a logical id.");
    const bucket = Object.hasOwn(context.sourceResources, bucketId) ? context.sourceResources[bucketId] : undefined;
    if (isMap(bucket)) return { bucketId, bucket };
  }
  throw invalidEvent(event.eventId, "'Bucket' must refer to a bucket of the same template.");
}

/** The bucket's notification is refused while the permission is missing, so the bucket has to wait for it. */
function dependOnPermission(event: SamEvent, bucket: ValueMap, permission: Resource): void {
  const given = bucket.DependsOn === undefined ? [] : bucket.DependsOn;
  const dependsOn = isMap(given) ? Object.keys(given) : typeof given === "string" ? [given] : given;
  if (!isList(dependsOn) || dependsOn.some((id) => typeof id === "object" && id !== null)) {
    throw invalidResource(event.logicalId, "'DependsOn' of the bucket must be a string or a list of strings.");
  }
  bucket.DependsOn = [...new Set([...dependsOn, permission.logicalId])];
}

/** `DependsOn` cannot follow a condition, but a tag whose value refers to the permission can. */
function dependOnPermissionByTag(bucketId: string, bucket: ValueMap, permission: Resource, condition: Value): void {
  bucket.Properties ??= {};
  const properties = expectMap(bucket.Properties, inResource(bucketId, "Properties"));
  const tags = expectList(properties.Tags ?? [], inResource(bucketId, "Tags"));
  properties.Tags = [
    ...tags,
    ...tagList({
      [`sam:ConditionalDependsOn:${permission.logicalId}`]: ifCondition(
        condition,
        ref(permission.logicalId),
        "no dependency",
      ),
    }),
  ];
}

function addNotifications(event: SamEvent, target: FunctionTarget, bucketId: string, bucket: ValueMap): void {
  const properties = expectMap(
    bucket.Properties === undefined ? {} : bucket.Properties,
    inResource(bucketId, "Properties"),
  );
  bucket.Properties = properties;
  properties.NotificationConfiguration ??= {};
  const notification = expectMap(
    properties.NotificationConfiguration,
    inResource(bucketId, "NotificationConfiguration"),
  );
  notification.LambdaConfigurations ??= [];
  const configurations = expectList(
    notification.LambdaConfigurations,
    inResource(bucketId, "NotificationConfiguration.LambdaConfigurations"),
  );
  const { Events, Filter } = event.properties;
  for (const eventType of isList(Events) ? Events : [Events ?? null]) {
    const configuration: ValueMap = { Function: target.arn() };
    if (Filter !== undefined && Filter !== null) configuration.Filter = copyValue(Filter);
    configuration.Event = eventType;
    const entry = target.condition === undefined ? configuration : ifCondition(target.condition, configuration);
    if (!configurations.some((known) => sameValue(known, entry))) configurations.push(entry);
  }
}
