import { integer, listOf, map, oneOf, optional, required, text } from "../property";
import { makeResource, passThroughAttributes } from "../resource";
import type { ResourceTypeRule, SamResource } from "../resource-type";
import { samTagList } from "../tags";
import { isGiven, isMap, type ValueMap } from "../value";

/**
 * `TemplateUrl` is put there beforehand: by the repository's answer, or by packaging a local template.
 * https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-resource-application.html
 */
export const application: ResourceTypeRule = {
  type: "AWS::Serverless::Application",
  properties: {
    Location: required(oneOf(text, map)),
    TemplateUrl: optional(text),
    Parameters: optional(map),
    NotificationARNs: optional(listOf(oneOf(text, map))),
    Tags: optional(map),
    TimeoutInMinutes: optional(integer),
  },
  expand(resource) {
    const { logicalId, dependsOn, properties } = resource;
    const stack = makeResource("AWS::CloudFormation::Stack", logicalId, passThroughAttributes(resource.attributes), {
      Parameters: properties.Parameters,
      NotificationARNs: properties.NotificationARNs,
      Tags: samTagList(logicalId, properties.Tags, repositoryTags(resource)),
      TimeoutInMinutes: properties.TimeoutInMinutes,
      TemplateURL: isGiven(properties.TemplateUrl) ? properties.TemplateUrl : "",
    });
    if (dependsOn !== undefined) stack.dependsOn = dependsOn;
    return { resources: [stack] };
  },
};

function repositoryTags({ properties: { Location: location } }: SamResource): ValueMap {
  const tags: ValueMap = {};
  if (!isMap(location)) return tags;
  const { ApplicationId: id = null, SemanticVersion: version = null } = location;
  if (id !== null) tags["serverlessrepo:applicationId"] = id;
  if (version !== null) tags["serverlessrepo:semanticVersion"] = version;
  return tags;
}
