import { makeV2Domain } from "../api/v2-domain";
import { makeWebSocketAuthorizer, routeAuthorization } from "../api/websocket-authorizer";
import { makeRoute, type WebSocketRoute } from "../api/websocket-route";
import { invalidResource } from "../fault";
import { isIntrinsic, ref } from "../intrinsics";
import { boolean, map, oneOf, optional, required, text } from "../property";
import { makeResource, type Resource } from "../resource";
import type { ResourceTypeRule, SamResource } from "../resource-type";
import { isGiven, isMap, type Value, type ValueMap } from "../value";

const MARK: ValueMap = { "websocketapi:createdBy": "SAM" };
const DEFAULT_STAGE = "default";

/** https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-resource-websocketapi.html */
export const webSocketApi: ResourceTypeRule = {
  type: "AWS::Serverless::WebSocketApi",
  properties: {
    ApiKeySelectionExpression: optional(text),
    AccessLogSettings: optional(map),
    Auth: optional(map),
    DefaultRouteSettings: optional(map),
    Description: optional(text),
    DisableExecuteApiEndpoint: optional(boolean),
    Domain: optional(map),
    DisableSchemaValidation: optional(boolean),
    FailOnWarnings: optional(boolean),
    IpAddressType: optional(text),
    Name: optional(text),
    PropagateTags: optional(boolean),
    Routes: required(map),
    RouteSettings: optional(map),
    RouteSelectionExpression: required(text),
    StageName: optional(oneOf(text, map)),
    StageVariables: optional(map),
    Tags: optional(map),
  },
  referable: { Stage: "AWS::ApiGatewayV2::Stage", DomainName: "AWS::ApiGatewayV2::DomainName" },
  expand(resource, context) {
    const { logicalId, properties } = resource;
    const auth = context.resolveParameters(properties.Auth);
    const domain = context.resolveParameters(properties.Domain) ?? null;
    const routes = readRoutes(logicalId, context.resolveParameters(properties.Routes));
    checkSettings(logicalId, properties, domain);
    const api = makeApi(resource);
    if (isGiven(auth) && !Object.hasOwn(routes, "$connect")) {
      throw invalidResource(logicalId, "'Auth' needs a route with the key $connect.", "Properties.Auth");
    }
    const custom = isMap(domain) ? makeDomain(logicalId, domain) : [];
    const stage = makeStage(resource);
    const made = Object.keys(routes).map((key) => {
      const authorization = routeAuthorization(logicalId, key, auth);
      return makeRoute({
        apiId: logicalId,
        key,
        settings: routes[key] ?? null,
        stageName: stageName(properties),
        authorization,
      });
    });
    if (isGiven(properties.RouteSettings)) stage.dependsOn = made.map(({ route }) => route.logicalId);
    const authorizer = isMap(auth) ? makeWebSocketAuthorizer(logicalId, auth) : [];
    const resources = [api, ...made.flatMap(inOrder), ...custom, stage, ...authorizer];
    tagAll(resources, properties);
    return { resources };
  },
};

function readRoutes(apiId: string, routes: Value | undefined): ValueMap {
  if (isMap(routes) && isGiven(routes)) return routes;
  throw invalidResource(apiId, "A WebSocket API needs at least one route in 'Routes'.", "Properties.Routes");
}

function checkSettings(apiId: string, { IpAddressType: address = null }: ValueMap, domain: Value): void {
  if (address !== null && !isIntrinsic(address) && address !== "ipv4" && address !== "dualstack") {
    throw invalidResource(apiId, "'IpAddressType' must be ipv4 or dualstack.", "Properties.IpAddressType");
  }
  if (isMap(domain) && isGiven(domain.MutualTlsAuthentication)) {
    throw invalidResource(
      apiId,
      "WebSocket APIs do not support 'MutualTlsAuthentication'.",
      "Properties.Domain.MutualTlsAuthentication",
    );
  }
}

function makeApi({ logicalId, properties, dependsOn }: SamResource): Resource {
  const settings: ValueMap = {};
  const passed = ["ApiKeySelectionExpression", "Description", "DisableExecuteApiEndpoint", "DisableSchemaValidation"];
  for (const key of [...passed, "IpAddressType", "RouteSelectionExpression"]) settings[key] = properties[key] ?? null;
  // Attributes such as Condition do not reach what a WebSocket API is made of.
  const api = makeResource(
    "AWS::ApiGatewayV2::Api",
    logicalId,
    {},
    {
      ...settings,
      Name: properties.Name ?? logicalId,
      ProtocolType: "WEBSOCKET",
      Tags: tagsOf(properties),
    },
  );
  if (dependsOn !== undefined) api.dependsOn = dependsOn;
  return api;
}

function tagsOf(properties: ValueMap): ValueMap {
  return { ...(isMap(properties.Tags) ? properties.Tags : {}), ...MARK };
}

function makeDomain(apiId: string, domain: ValueMap): Resource[] {
  // Every WebSocket API has record set groups of its own.
  return makeV2Domain(domain, { apiId, attributes: {}, tags: { ...MARK }, recordSetGroups: new Map() });
}

function stageName(properties: ValueMap): Value {
  return properties.StageName ?? DEFAULT_STAGE;
}

function makeStage({ logicalId, properties }: SamResource): Resource {
  const name = stageName(properties);
  if (name === "$default") {
    throw invalidResource(logicalId, "The stage of a WebSocket API cannot be named $default.", "Properties.StageName");
  }
  const prefix = typeof name === "string" ? name : "";
  const settings: ValueMap = {};
  for (const key of ["StageVariables", "AccessLogSettings", "DefaultRouteSettings", "RouteSettings"]) {
    settings[key] = properties[key] ?? null;
  }
  const stageId = prefix === DEFAULT_STAGE ? `${logicalId}DefaultStage` : `${logicalId}${prefix}Stage`;
  return makeResource(
    "AWS::ApiGatewayV2::Stage",
    stageId,
    {},
    {
      ApiId: ref(logicalId),
      StageName: name,
      ...settings,
      Tags: { ...MARK },
      AutoDeploy: true,
    },
  );
}

function inOrder({ route, integration, permission }: WebSocketRoute): Resource[] {
  return [route, integration, permission];
}

function tagAll(resources: readonly Resource[], properties: ValueMap): void {
  if (!isGiven(properties.PropagateTags) || !isGiven(properties.Tags)) return;
  const tagged = ["AWS::ApiGatewayV2::Api", "AWS::ApiGatewayV2::Stage", "AWS::ApiGatewayV2::DomainName"];
  for (const resource of resources) if (tagged.includes(resource.type)) resource.properties.Tags = tagsOf(properties);
}
