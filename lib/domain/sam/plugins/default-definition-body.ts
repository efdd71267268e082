import { apiProperties } from "../api/api-properties";
import { emptyOpenApi } from "../api/openapi-editor";
import { emptySwagger } from "../api/swagger-editor";
import type { TemplatePlugin } from "../plugin";
import { toValueMap } from "../py27-hash/template-values";
import { resourcesOf, samEntries } from "../sam-template";
import { isGiven, isMap } from "../value";

/** APIs without a definition get an empty one, which the transform fills from events: it manages them. */
export const writeDefaultDefinitions: TemplatePlugin = {
  name: "default-definition-body",
  beforeTemplate(template, context) {
    for (const { logicalId, type, resource } of samEntries(template, new Set(Object.keys(emptyDefinitions)))) {
      const makeDefinition = emptyDefinitions[type];
      if (makeDefinition === undefined) continue;
      if (resource.Properties === undefined && type === "AWS::Serverless::HttpApi") resource.Properties = {};
      if (!isMap(resource.Properties)) continue;
      if (isGiven(resource.Properties.DefinitionBody) || isGiven(resource.Properties.DefinitionUri)) continue;
      const definition = makeDefinition();
      resource.Properties.DefinitionBody = toValueMap(definition);
      resource.Properties.__MANAGE_SWAGGER = true;
      const properties = apiProperties(logicalId, resourcesOf(template), context);
      properties.set("DefinitionBody", definition);
      properties.set("__MANAGE_SWAGGER", true);
    }
  },
};

const emptyDefinitions: Readonly<Record<string, typeof emptySwagger>> = {
  "AWS::Serverless::Api": emptySwagger,
  "AWS::Serverless::HttpApi": emptyOpenApi,
};
