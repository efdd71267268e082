import { apiProperties } from "../api/api-properties";
import { addEventAuth, type EventMethod } from "../api/event-auth";
import { functionIntegrationUri } from "../api/integration-uri";
import { mergeMethod } from "../api/merge-definitions";
import { addRequestSettings } from "../api/request-settings";
import { findRestApi, requestProperties, restApiEventProperties } from "../api/rest-api-link";
import { emptySwagger, SwaggerEditor } from "../api/swagger-editor";
import { addLambdaIntegration } from "../api/swagger-integrations";
import { matchPlaceholders } from "../api/swagger-resource-policy";
import type { FunctionEventSource, FunctionTarget, SamEvent } from "../event-source";
import { expectMap, inEvent, inResource } from "../expect";
import { invalidEvent } from "../fault";
import { sub } from "../intrinsics";
import {
  entryOf,
  isDict,
  isText,
  isTruthy,
  PyDict,
  type PyValue,
  readText,
  TemplateText,
  textOf,
} from "../py27-hash/py-value";
import { fromTemplate, toValue } from "../py27-hash/template-values";
import type { Resource } from "../resource";
import type { ExpansionContext } from "../resource-type";
import { isGiven } from "../value";
import { makePermission } from "./permission";

/** https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-property-function-api.html */
export const api: FunctionEventSource = {
  type: "Api",
  properties: { ...restApiEventProperties, ...requestProperties },
  checkLinks: (event, context) => {
    findRestApi(event, context);
  },
  expand(event, target, context) {
    const { apiId, stage } = findRestApi(event, context);
    const definition = apiProperties(apiId, context.sourceResources, context);
    const method: EventMethod = {
      eventId: event.eventId,
      apiId,
      path: textProperty(event, "Path"),
      method: new TemplateText(textOf(textProperty(event, "Method")).toLowerCase()),
      stage: isText(definition.get("StageName")) ? (definition.get("StageName") ?? null) : stage,
    };
    const permission = permitInvocation(event, method, target, stage, context);
    if (isTruthy(definition.get("__MANAGE_SWAGGER")) || isTruthy(definition.get("MergeDefinitions"))) {
      integrate(event, method, target, definition, context);
    }
    overrideAuth(event, method, definition, context);
    return [permission];
  },
};

function permitInvocation(
  event: SamEvent,
  { path, method }: EventMethod,
  target: FunctionTarget,
  stage: string,
  context: ExpansionContext,
): Resource {
  const pattern = textOf(matchPlaceholders(textOf(path).replace(/^(.+)\/$/, "$1")));
  const verb = textOf(method) === "any" ? "*" : textOf(method).toUpperCase();
  const arn = `arn:${context.partition}:execute-api:\${AWS::Region}:\${AWS::AccountId}:\${__ApiId__}/\${__Stage__}/${verb}${pattern}`;
  return makePermission(event, target, {
    principal: "apigateway.amazonaws.com",
    sourceArn: sub(arn, { __ApiId__: event.properties.RestApiId ?? null, __Stage__: "*" }),
    suffix: stage,
  });
}

/** Adds the Lambda integration, with what the event says of its method, to the API's definition. */
function integrate(
  event: SamEvent,
  target: EventMethod,
  invoked: FunctionTarget,
  api: PyDict,
  context: ExpansionContext,
): void {
  const definition = api.get("DefinitionBody") ?? null;
  if (definition === null) return;
  const merging = isTruthy(api.get("MergeDefinitions"));
  const editor = new SwaggerEditor(merging ? emptySwagger() : definition);
  const { path, method } = target;
  if (editor.hasIntegration(path, method)) {
    throw invalidEvent(
      event.eventId,
      `Method '${textOf(method)}' of path '${textOf(path)}' is defined more than once.`,
    );
  }
  const streaming = event.properties.ResponseTransferMode === "RESPONSE_STREAM";
  const auth = methodAuth(event);
  addLambdaIntegration(editor, path, method, {
    uri: functionIntegrationUri(invoked, context.partition, streaming),
    condition: invoked.condition === undefined ? undefined : fromTemplate(invoked.condition),
    credentials: invocationRole(auth, apiAuth(api, target.apiId), context.partition),
    streaming,
  });
  if (auth.size > 0) addEventAuth(editor, auth, target, api, context);
  const timeout = event.properties.TimeoutInMillis;
  if (isGiven(timeout)) editor.setTimeout(path, method, fromTemplate(timeout));
  addRequestSettings(editor, event, target, api);
  api.set("DefinitionBody", merging ? mergeMethod(definition, editor.definition(), target) : editor.definition());
}

function methodAuth(event: SamEvent): PyDict {
  const auth = event.properties.Auth;
  if (!isGiven(auth)) return PyDict.empty();
  expectMap(auth, inEvent(event.eventId, "Auth"));
  const settings = fromTemplate(auth);
  return isDict(settings) ? settings : PyDict.empty();
}

function apiAuth(api: PyDict, apiId: string): PyDict {
  const auth = api.get("Auth");
  if (auth === undefined || !isTruthy(auth)) return PyDict.empty();
  expectMap(toValue(auth), inResource(apiId, "Auth"));
  return isDict(auth) ? auth : PyDict.empty();
}

/** With `AWS_IAM`, API Gateway invokes the function as the caller, or as `InvokeRole`; `NONE` is neither. */
function invocationRole(auth: PyDict, apiAuth: PyDict, partition: string): PyValue | undefined {
  const isIam = readText(auth.get("Authorizer")) === "AWS_IAM";
  if (!isIam && !(auth.size === 0 && readText(apiAuth.get("DefaultAuthorizer")) === "AWS_IAM")) return undefined;
  const role = roleOf(auth) ?? roleOf(apiAuth);
  if (role === undefined || readText(role) === "CALLER_CREDENTIALS") return `arn:${partition}:iam::*:user/*`;
  return readText(role) === "NONE" ? undefined : role;
}

/** A role that is given but empty means none. */
function roleOf(auth: PyDict): PyValue | undefined {
  if (!auth.has("InvokeRole")) return undefined;
  const role = entryOf(auth, "InvokeRole");
  return role !== undefined && isTruthy(role) ? role : "NONE";
}

/** `OverrideApiAuth`: the event's `Auth` counts for definitions that the template writes itself, too. */
function overrideAuth(event: SamEvent, target: EventMethod, api: PyDict, context: ExpansionContext): void {
  const definition = api.get("DefinitionBody");
  const auth = isGiven(event.properties.Auth) ? fromTemplate(event.properties.Auth) : null;
  if (!isTruthy(definition) || !isDict(auth) || !isTruthy(auth.get("OverrideApiAuth"))) return;
  if (!["Authorizer", "ApiKeyRequired", "ResourcePolicy"].some((name) => isTruthy(auth.get(name)))) {
    throw invalidEvent(
      event.eventId,
      "'OverrideApiAuth' needs one of Authorizer, ApiKeyRequired or ResourcePolicy beside it.",
    );
  }
  const editor = new SwaggerEditor(definition);
  addEventAuth(editor, auth, target, api, context);
  api.set("DefinitionBody", editor.definition());
}

function textProperty(event: SamEvent, name: string): TemplateText {
  const value = event.properties[name];
  if (typeof value !== "string") throw invalidEvent(event.eventId, `'${name}' must be a string.`);
  return new TemplateText(value);
}
