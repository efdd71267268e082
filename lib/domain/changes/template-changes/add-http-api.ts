import { addResource, freeLogicalId } from "../edit-document";
import { addFunctionWith } from "../edit-functions";
import type { TemplateChange } from "../template-change";

export const addHttpApi: TemplateChange = {
  id: "add-http-api",
  title: "Add an HTTP API with a function behind it",
  group: "api",
  kinds: ["add/http-api", "remove/http-api", "add/http-or-websocket-api-parts", "http-or-websocket-api-parts/changed"],
  apply(document) {
    const api = freeLogicalId(document, "PublicApi");
    const withApi = addResource(document, api, { Type: "AWS::Serverless::HttpApi", Properties: {} });
    const properties = { ApiId: { Ref: api }, Path: "/public", Method: "GET" };
    return addFunctionWith(withApi, "Public", { Request: { Type: "HttpApi", Properties: properties } });
  },
};
