import { findResource } from "../edit-document";
import { addFunctionWith, hasImplicitApi } from "../edit-functions";
import type { TemplateChange } from "../template-change";

export const addFunctionOnHttpApi: TemplateChange = {
  id: "add-function-on-http-api",
  title: "Add a function behind the HTTP API",
  group: "api",
  kinds: ["add/function:trigger=HttpApi"],
  apply(document) {
    const api = findResource(document, "AWS::Serverless::HttpApi");
    if (!api && !hasImplicitApi(document, "HttpApi")) return null;
    const properties = { Path: "/exports", Method: "POST", ...(api ? { ApiId: { Ref: api.logicalId } } : {}) };
    return addFunctionWith(document, "Exports", { Request: { Type: "HttpApi", Properties: properties } });
  },
};
