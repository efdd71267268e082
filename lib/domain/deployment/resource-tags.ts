import { isJsonObject, type JsonObject } from "../json";
import { isGiven, readObjects, readText } from "./read-property";
import type { ResourceSpec } from "./resource-spec";

/**
 * The tags that a resource is created with: the stack's, which CloudFormation propagates to every type that takes tags,
 * and the resource's own, which win. API Gateway's and others' map form is read too.
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/cfn-console-add-tags.html
 */
export function readTags(
  properties: JsonObject,
  spec: ResourceSpec | null,
  stackTags: Readonly<Record<string, string>>,
): Readonly<Record<string, string>> {
  if (!spec?.tags) return {};
  return { ...stackTags, ...ownTags(properties, spec.tags.property) };
}

function ownTags(properties: JsonObject, property: string): Readonly<Record<string, string>> {
  const value = properties[property];
  if (!isGiven(value)) return {};
  const pairs = isJsonObject(value)
    ? Object.entries(value).map(([key, text]) => [key, readText(text) ?? ""] as const)
    : readObjects(value).map((tag) => [readText(tag.Key) ?? "", readText(tag.Value) ?? ""] as const);
  return Object.fromEntries(pairs.filter(([key]) => key !== ""));
}
