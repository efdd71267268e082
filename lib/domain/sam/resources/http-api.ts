import { apiProperties } from "../api/api-properties";
import { httpApiTags, readHttpDefinition } from "../api/http-api-definition";
import { readHttpAuthorizers } from "../api/http-authorizer";
import { isOpenApi } from "../api/openapi-editor";
import { recordSetGroups } from "../api/record-sets";
import { permitV2Authorizer } from "../api/v2-authorizer-permission";
import { makeV2Domain } from "../api/v2-domain";
import { invalidResource } from "../fault";
import { ref } from "../intrinsics";
import { hashedLogicalId, isAlphanumeric } from "../logical-id";
import { boolean, map, oneOf, optional, passThrough, text } from "../property";
import { makeResource, passThroughAttributes, type Resource } from "../resource";
import type { ExpansionContext, ResourceTypeRule, SamResource } from "../resource-type";
import { isGiven, isMap, type Value, type ValueMap } from "../value";

const DEFAULT_STAGE = "$default";

/** https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-resource-httpapi.html */
export const httpApi: ResourceTypeRule = {
  type: "AWS::Serverless::HttpApi",
  properties: {
    __MANAGE_SWAGGER: optional(boolean),
    Name: passThrough,
    StageName: optional(oneOf(text, map)),
    Tags: optional(map),
    PropagateTags: optional(boolean),
    DefinitionBody: optional(map),
    DefinitionUri: optional(oneOf(text, map)),
    StageVariables: optional(map),
    CorsConfiguration: optional(oneOf(boolean, map)),
    AccessLogSettings: optional(map),
    DefaultRouteSettings: optional(map),
    Auth: optional(map),
    RouteSettings: optional(map),
    Domain: optional(map),
    FailOnWarnings: optional(boolean),
    Description: optional(text),
    DisableExecuteApiEndpoint: optional(boolean),
  },
  referable: { Stage: "AWS::ApiGatewayV2::Stage", DomainName: "AWS::ApiGatewayV2::DomainName" },
  expand(resource, context) {
    const { logicalId, properties } = resource;
    const cors = context.resolveParameters(properties.CorsConfiguration);
    const settings: ValueMap = cors === undefined ? properties : { ...properties, CorsConfiguration: cors };
    const body = apiProperties(logicalId, context.sourceResources, context).get("DefinitionBody") ?? null;
    const definition = readHttpDefinition(logicalId, settings, body, context.partition);
    const api = makeResource(
      "AWS::ApiGatewayV2::Api",
      logicalId,
      { ...resource.attributes },
      {
        ...definition,
        FailOnWarnings: isGiven(properties.FailOnWarnings) ? properties.FailOnWarnings : undefined,
      },
    );
    if (resource.dependsOn !== undefined) api.dependsOn = resource.dependsOn;
    // The stage is tagged with the definition: one that is not in the template, or not readable, is not.
    const stageTags = isOpenApi(body) ? httpApiTags(properties.Tags) : properties.Tags;
    const stage = makeStage(resource, stageTags);
    return { resources: [api, ...permitAuthorizers(resource), ...makeDomain(resource, context), stage] };
  },
};

function makeDomain(resource: SamResource, context: ExpansionContext): Resource[] {
  const domain = context.resolveParameters(resource.properties.Domain) ?? null;
  if (domain === null) return [];
  if (!isMap(domain)) throw invalidResource(resource.logicalId, "'Domain' must be a map.", "Properties.Domain");
  return makeV2Domain(domain, {
    apiId: resource.logicalId,
    attributes: passThroughAttributes(resource.attributes),
    tags: httpApiTags(resource.properties.Tags),
    recordSetGroups: context.state(recordSetGroups),
  });
}

function permitAuthorizers(resource: SamResource): Resource[] {
  const { Auth: auth } = resource.properties;
  if (!isGiven(auth) || !isMap(auth)) return [];
  return readHttpAuthorizers(resource.logicalId, auth).flatMap(({ name, config }) => {
    const invoked = config.FunctionArn;
    if (!isGiven(invoked) || !isGiven(config.EnableFunctionDefaultPermissions)) return [];
    const permissionId = `${resource.logicalId}${name}AuthorizerPermission`;
    return [permitV2Authorizer(resource.logicalId, permissionId, invoked, passThroughAttributes(resource.attributes))];
  });
}

function makeStage(resource: SamResource, tags: Value | undefined): Resource {
  const { logicalId, properties } = resource;
  const name = isGiven(properties.StageName) ? properties.StageName : DEFAULT_STAGE;
  const settings: ValueMap = {};
  for (const key of ["StageVariables", "AccessLogSettings", "DefaultRouteSettings", "RouteSettings"]) {
    settings[key] = properties[key] ?? null;
  }
  return makeResource(
    "AWS::ApiGatewayV2::Stage",
    stageId(logicalId, name),
    passThroughAttributes(resource.attributes),
    {
      ApiId: ref(logicalId),
      StageName: name,
      ...settings,
      Tags: tags,
      AutoDeploy: true,
    },
  );
}

function stageId(apiId: string, name: Value): string {
  if (name === DEFAULT_STAGE) return `${apiId}ApiGatewayDefaultStage`;
  const text = typeof name === "string" ? name : "";
  return isAlphanumeric(text) ? `${apiId}${text}Stage` : hashedLogicalId(`${apiId}Stage`, text);
}
