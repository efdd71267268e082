import { findResource, setPath, setProperty } from "../edit-document";
import { asUpdate, hasImplicitApi } from "../edit-functions";
import type { TemplateChange } from "../template-change";

export const allowCors: TemplateChange = {
  id: "allow-cors",
  title: "Let the web front end call the API (CORS)",
  group: "api",
  kinds: ["rest-api/cors", "http-api/cors", "rest-api/openapi-definition"],
  apply(document) {
    const rest = findResource(
      document,
      "AWS::Serverless::Api",
      ({ properties }) => properties.DefinitionUri === undefined,
    );
    if (rest) return asUpdate(setProperty(document, rest.logicalId, ["Cors"], "'https://www.example.com'"));
    const http = findResource(
      document,
      "AWS::Serverless::HttpApi",
      ({ properties }) => properties.DefinitionUri === undefined,
    );
    if (http)
      return asUpdate(
        setProperty(document, http.logicalId, ["CorsConfiguration"], { AllowOrigins: ["https://www.example.com"] }),
      );
    return hasImplicitApi(document, "Api")
      ? asUpdate(setPath(document, ["Globals", "Api", "Cors"], "'https://www.example.com'"))
      : null;
  },
};
