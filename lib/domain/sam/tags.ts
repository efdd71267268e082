import { invalidResource } from "./fault";
import type { Resource } from "./resource";
import { isList, isMap, type Value, type ValueMap } from "./value";

/** Types of generated resources that the transform tags under `PropagateTags`. */
const taggable: ReadonlySet<string> = new Set<string>([
  "AWS::ApiGateway::ApiKey",
  "AWS::ApiGateway::DomainName",
  "AWS::ApiGateway::DomainNameAccessAssociation",
  "AWS::ApiGateway::DomainNameV2",
  "AWS::ApiGateway::RestApi",
  "AWS::ApiGateway::Stage",
  "AWS::ApiGateway::UsagePlan",
  "AWS::ApiGatewayV2::Api",
  "AWS::ApiGatewayV2::DomainName",
  "AWS::ApiGatewayV2::Stage",
  "AWS::AppSync::GraphQLApi",
  "AWS::CloudFormation::Stack",
  "AWS::CodeDeploy::Application",
  "AWS::CodeDeploy::DeploymentGroup",
  "AWS::DynamoDB::Table",
  "AWS::IAM::Role",
  "AWS::IoT::TopicRule",
  "AWS::Lambda::CapacityProvider",
  "AWS::Lambda::Function",
  "AWS::S3::Bucket",
  "AWS::SNS::Topic",
  "AWS::SQS::Queue",
  "AWS::StepFunctions::StateMachine",
]);

/** `{Team: "a"}` as the list that CloudFormation wants; a tag without a value gets the empty string. */
export function tagList(tags: Value | undefined): Value[] {
  if (!isMap(tags)) return [];
  return Object.keys(tags).map((key) => ({ Key: key, Value: tags[key] ?? "" }));
}

const reserved = ["lambda:createdBy", "serverlessrepo:applicationId", "serverlessrepo:semanticVersion"];

/** The mark of SAM, then `additional`, then the user's own tags; reserved keys among the user's are refused. */
export function samTagList(logicalId: string, tags: Value | undefined, additional?: ValueMap): Value[] {
  for (const key of reserved) {
    if (isMap(tags) && Object.hasOwn(tags, key)) {
      throw invalidResource(logicalId, `The tag key '${key}' is reserved. Use another key.`, "Properties.Tags");
    }
  }
  return [...tagList({ "lambda:createdBy": "SAM" }), ...tagList(additional), ...tagList(tags)];
}

/** Replaces the tags of each generated resource that can have tags. */
export function propagateTags(
  resources: readonly Resource[],
  tags: Value | undefined,
  propagate: Value | undefined,
): void {
  if (!propagate || !isMap(tags) || Object.keys(tags).length === 0) return;
  for (const resource of resources) {
    if (taggable.has(resource.type)) resource.properties.Tags = tagList(tags);
  }
}

/** Like {@link propagateTags}, but keeps the tags that a resource already has; the user's win by key. */
export function mergePropagatedTags(
  resources: readonly Resource[],
  tags: Value | undefined,
  propagate: Value | undefined,
): void {
  if (!propagate || !isMap(tags) || Object.keys(tags).length === 0) return;
  for (const resource of resources) {
    if (!taggable.has(resource.type)) continue;
    const own = resource.properties.Tags;
    resource.properties.Tags = isList(own) && own.length > 0 ? mergeByKey([...own, ...tagList(tags)]) : tagList(tags);
  }
}

function mergeByKey(tags: readonly Value[]): Value[] {
  const values = new Map<Value, Value>();
  for (const tag of tags) if (isMap(tag)) values.set(tag.Key ?? null, tag.Value ?? null);
  return [...values].map(([Key, Value]) => ({ Key, Value }));
}
