import { apiProperties, referredApi } from "../api/api-properties";
import { ANY_METHOD } from "../api/definition-editor";
import { addHttpMethodAuth } from "../api/http-event-auth";
import { functionIntegrationUri } from "../api/integration-uri";
import { DEFAULT_PATH, OpenApiEditor } from "../api/openapi-editor";
import type { FunctionEventSource, FunctionTarget, SamEvent } from "../event-source";
import { invalidEvent, invalidResource, SamFault } from "../fault";
import { sub } from "../intrinsics";
import { integer, map, optional, text } from "../property";
import { isTruthy, type PyDict, type PyValue } from "../py27-hash/py-value";
import { fromTemplate } from "../py27-hash/template-values";
import type { Resource } from "../resource";
import type { ExpansionContext } from "../resource-type";
import { isGiven, textEntryOf } from "../value";
import { makePermission } from "./permission";

/** https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-property-function-httpapi.html */
export const httpApi: FunctionEventSource = {
  type: "HttpApi",
  properties: {
    Path: optional(text),
    Method: optional(text),
    ApiId: optional(text),
    Stage: optional(text),
    Auth: optional(map),
    TimeoutInMillis: optional(integer),
    RouteSettings: optional(map),
    PayloadFormatVersion: optional(text),
  },
  checkLinks: (event, context) => {
    readRoute(event, context);
  },
  expand(event, target, context) {
    const route = readRoute(event, context);
    const api = apiProperties(route.apiId, context.sourceResources, context);
    const permission = permitInvocation(event, route, target, api);
    integrate(event, route, target, api, context);
    return permission === null ? [] : [permission];
  },
};

interface Route {
  readonly apiId: string;
  readonly path: string;
  /** Lower case. */
  readonly method: string;
}

function readRoute(event: SamEvent, context: ExpansionContext): Route {
  const apiId = referredApi(event.properties.ApiId);
  if (typeof apiId !== "string" || context.sourceResources[apiId] === undefined) {
    throw invalidEvent(event.eventId, "'ApiId' must refer to an AWS::Serverless::HttpApi of the same template.");
  }
  const path = textEntryOf(event.properties, "Path") ?? DEFAULT_PATH;
  return { apiId, path, method: (textEntryOf(event.properties, "Method") ?? ANY_METHOD).toLowerCase() };
}

/** None for a route of a function that already takes every request by the default route. */
function permitInvocation(event: SamEvent, route: Route, target: FunctionTarget, api: PyDict): Resource | null {
  const definition = api.get("DefinitionBody");
  const editor = isTruthy(definition) ? openDefinition(route.apiId, definition) : null;
  const path = route.path.replace(/^(.+)\/$/, "$1");
  if (path !== DEFAULT_PATH && editor?.integratesOnly(DEFAULT_PATH, ANY_METHOD, target.logicalId)) return null;
  return makePermission(event, target, {
    principal: "apigateway.amazonaws.com",
    sourceArn: sub(
      `arn:\${AWS::Partition}:execute-api:\${AWS::Region}:\${AWS::AccountId}:\${__ApiId__}/\${__Stage__}${routePattern(path, route.method)}`,
      { __ApiId__: event.properties.ApiId ?? null, __Stage__: "*" },
    ),
  });
}

function openDefinition(apiId: string, definition: PyValue | undefined): OpenApiEditor {
  try {
    return new OpenApiEditor(definition);
  } catch (fault) {
    if (!(fault instanceof SamFault) || fault.kind !== "document") throw fault;
    throw invalidResource(apiId, fault.causes.map((cause) => cause.message).join(" "), "Properties.DefinitionBody");
  }
}

/** `/<METHOD><path>`; placeholders in the path match anything. */
function routePattern(path: string, method: string): string {
  if (method === "any" && path === `/${DEFAULT_PATH}`) return path;
  const verb = method === "any" || method === ANY_METHOD ? "*" : method.toUpperCase();
  const pattern = path === DEFAULT_PATH ? "" : path.replace(/{([a-zA-Z0-9._-]+|proxy\+)}/g, "*");
  return `/${verb}${pattern}`;
}

function integrate(
  event: SamEvent,
  route: Route,
  target: FunctionTarget,
  api: PyDict,
  context: ExpansionContext,
): void {
  const definition = api.get("DefinitionBody") ?? null;
  if (definition === null) return;
  const editor = new OpenApiEditor(definition);
  const { path, method } = route;
  if (isTruthy(api.get("__MANAGE_SWAGGER")) && editor.hasIntegration(path, method)) {
    throw invalidEvent(event.eventId, `Method '${method}' of path '${path}' is defined more than once.`);
  }
  const condition = target.condition === undefined ? undefined : fromTemplate(target.condition);
  editor.addLambdaIntegration(path, method, functionIntegrationUri(target, "${AWS::Partition}"), condition);
  const { TimeoutInMillis: timeout, PayloadFormatVersion: version } = event.properties;
  addHttpMethodAuth(editor, event, route, context);
  if (isGiven(timeout)) editor.setTimeout(path, method, fromTemplate(timeout));
  const parameters = [...path.matchAll(/{(.*?)}/g)].map(([, name = ""]) => name);
  if (parameters.length > 0) editor.addPathParameters(path, method, parameters);
  if (isGiven(version)) editor.setPayloadFormatVersion(path, method, fromTemplate(version));
  api.set("DefinitionBody", editor.definition());
}
