import { ANY_METHOD } from "../api/definition-editor";
import { DEFAULT_PATH, emptyOpenApi, isOpenApi, OpenApiEditor } from "../api/openapi-editor";
import { expectMap, inEvent, inResource } from "../expect";
import { ifCondition } from "../intrinsics";
import type { PluginContext, TemplatePlugin } from "../plugin";
import { PyDict } from "../py27-hash/py-value";
import { propertiesOf, resourcesOf } from "../sam-template";
import { isGiven, isMap, mapEntryOf, setEntry, type ValueMap } from "../value";
import { addImplicitApi } from "./implicit-api";
import type { ApiLink, ImplicitApiKind } from "./implicit-api-kind";

/** `ServerlessHttpApi`, for events of type `HttpApi` that name no API. */
export const addImplicitHttpApi: TemplatePlugin = {
  name: "implicit-http-api",
  beforeTemplate: (template, context) => addImplicitApi(httpApi, template, context),
};

const httpApi: ImplicitApiKind = {
  logicalId: "ServerlessHttpApi",
  apiType: "AWS::Serverless::HttpApi",
  eventType: "HttpApi",
  apiIdProperty: "ApiId",
  makeProperties: () => PyDict.made({ DefinitionBody: emptyOpenApi(), __MANAGE_SWAGGER: true }),
  isDefinition: isOpenApi,
  edit: (definition) => new OpenApiEditor(definition),
  readEvent,
  applyEvent: (link, template, context) => {
    if (Object.hasOwn(link.properties, "RouteSettings")) addRouteSettings(link, template, context);
  },
};

/** Without path and method, the event takes every request that no other route takes. */
function readEvent(eventId: string, event: ValueMap): ValueMap {
  if (event.Properties === undefined) event.Properties = {};
  const properties = expectMap(event.Properties, inEvent(eventId, "Properties"));
  if (isGiven(properties.Path) || isGiven(properties.Method)) return properties;
  properties.Path = DEFAULT_PATH;
  properties.Method = ANY_METHOD;
  return properties;
}

function addRouteSettings(link: ApiLink, template: ValueMap, context: PluginContext): void {
  const api = mapEntryOf(resourcesOf(template), link.apiId);
  if (api === undefined) return;
  const properties = propertiesOf(context.edit(link.apiId, api));
  const settings =
    properties.RouteSettings === undefined
      ? {}
      : expectMap(properties.RouteSettings, inResource(link.apiId, "RouteSettings"));
  const own = link.properties.RouteSettings ?? null;
  const added = expectMap(
    link.condition ? ifCondition(link.condition, own) : own,
    inEvent(link.eventId, "RouteSettings"),
  );
  const route = link.method === ANY_METHOD ? link.path : `${link.method.toUpperCase()} ${link.path}`;
  const existing = settings[route];
  setEntry(settings, route, { ...(isMap(existing) ? existing : {}), ...added });
  properties.RouteSettings = settings;
}
