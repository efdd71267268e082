import { emptySwagger, isSwagger, SwaggerEditor } from "../api/swagger-editor";
import { expectMap, inEvent } from "../expect";
import type { TemplatePlugin } from "../plugin";
import { PyDict } from "../py27-hash/py-value";
import { isGiven } from "../value";
import { addImplicitApi } from "./implicit-api";
import type { ImplicitApiKind } from "./implicit-api-kind";

/** `ServerlessRestApi`, for events of type `Api` that name no API. */
export const addImplicitRestApi: TemplatePlugin = {
  name: "implicit-rest-api",
  beforeTemplate: (template, context) => addImplicitApi(restApi, template, context),
};

const restApi: ImplicitApiKind = {
  logicalId: "ServerlessRestApi",
  apiType: "AWS::Serverless::Api",
  eventType: "Api",
  apiIdProperty: "RestApiId",
  makeProperties: () => PyDict.made({ StageName: "Prod", DefinitionBody: emptySwagger(), __MANAGE_SWAGGER: true }),
  isDefinition: isSwagger,
  edit: (definition) => new SwaggerEditor(definition),
  readEvent(eventId, event) {
    if (!isGiven(event.Properties)) return null;
    return expectMap(event.Properties, inEvent(eventId, "Properties"));
  },
};
