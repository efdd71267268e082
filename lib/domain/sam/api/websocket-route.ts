import { expectMap, inResource } from "../expect";
import { invalidResource } from "../fault";
import { join, ref, sub } from "../intrinsics";
import { isAlphanumeric } from "../logical-id";
import { makeResource, type Resource } from "../resource";
import { isGiven, type Value, type ValueMap } from "../value";

export interface WebSocketRoute {
  readonly route: Resource;
  readonly integration: Resource;
  readonly permission: Resource;
}

export interface RouteRequest {
  readonly apiId: string;
  readonly key: string;
  readonly settings: Value;
  readonly stageName: Value;
  /** `AuthorizationType` and `AuthorizerId`. */
  readonly authorization: ValueMap;
}

/** A route, the Lambda integration behind it, and the permission to invoke the function. */
export function makeRoute(request: RouteRequest): WebSocketRoute {
  const { apiId, key } = request;
  const base = `${apiId}${idPart(apiId, key)}`;
  const settings = expectMap(request.settings, inResource(apiId, `Routes.${key}`));
  const route = describeRoute(`${base}Route`, `${base}Integration`, settings, request);
  const { FunctionArn: functionArn } = settings;
  if (functionArn === undefined) {
    throw invalidResource(apiId, `The route '${key}' needs a 'FunctionArn'.`, `Properties.Routes.${key}`);
  }
  const arn =
    "arn:${AWS::Partition}:apigateway:${AWS::Region}:lambda:path/2015-03-31/functions/${FunctionArn}/invocations";
  const integration = makeResource(
    "AWS::ApiGatewayV2::Integration",
    `${base}Integration`,
    {},
    {
      ApiId: ref(apiId),
      IntegrationType: "AWS_PROXY",
      IntegrationUri: sub(arn, { FunctionArn: functionArn }),
      TimeoutInMillis: settings.IntegrationTimeout,
    },
  );
  const permission = makeResource(
    "AWS::Lambda::Permission",
    `${base}Permission`,
    {},
    {
      Action: "lambda:InvokeFunction",
      FunctionName: functionArn,
      Principal: "apigateway.amazonaws.com",
      SourceArn: sourceArn(request),
    },
  );
  return { route, integration, permission };
}

const specialKeys: ReadonlyMap<string, string> = new Map([
  ["$connect", "Connect"],
  ["$disconnect", "Disconnect"],
  ["$default", "Default"],
]);

function idPart(apiId: string, key: string): string {
  const special = specialKeys.get(key);
  if (special !== undefined) return special;
  if (isAlphanumeric(key)) return key.charAt(0).toUpperCase() + key.slice(1).toLowerCase();
  throw invalidResource(
    apiId,
    `The route key '${key}' must be of letters and digits, or one of $connect, $disconnect and $default.`,
    `Properties.Routes.${key}`,
  );
}

function describeRoute(routeId: string, integrationId: string, settings: ValueMap, request: RouteRequest): Resource {
  const { apiId, key } = request;
  if (isGiven(settings.RequestParameters) && key !== "$connect") {
    throw invalidResource(
      apiId,
      "'RequestParameters' work only on the route $connect.",
      `Properties.Routes.${key}.RequestParameters`,
    );
  }
  const passed: ValueMap = {};
  const names = [
    "ApiKeyRequired",
    "ModelSelectionExpression",
    "OperationName",
    "RequestModels",
    "RouteResponseSelectionExpression",
  ];
  for (const name of names) passed[name] = settings[name] ?? null;
  return makeResource(
    "AWS::ApiGatewayV2::Route",
    routeId,
    {},
    {
      ApiId: ref(apiId),
      RouteKey: key,
      ...passed,
      RequestParameters: isGiven(settings.RequestParameters) ? settings.RequestParameters : undefined,
      Target: join("/", ["integrations", ref(integrationId)]),
      ...request.authorization,
    },
  );
}

function sourceArn({ apiId, key, stageName }: RouteRequest): ValueMap {
  const api = `arn:\${AWS::Partition}:execute-api:\${AWS::Region}:\${AWS::AccountId}:\${${apiId}.ApiId}`;
  if (typeof stageName === "string") return sub(`${api}/${stageName}/${key}`);
  return sub(`${api}/\${__StageName__}/${key}`, { __StageName__: stageName });
}
