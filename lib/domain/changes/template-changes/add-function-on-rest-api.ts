import { findResource } from "../edit-document";
import { addFunctionWith, hasImplicitApi } from "../edit-functions";
import type { TemplateChange } from "../template-change";

export const addFunctionOnRestApi: TemplateChange = {
  id: "add-function-on-rest-api",
  title: "Add a function behind the REST API",
  group: "api",
  kinds: ["add/function:trigger=Api", "event/add:Api"],
  apply(document) {
    const api = findResource(document, "AWS::Serverless::Api");
    if (!api && !hasImplicitApi(document, "Api")) return null;
    const properties = { Path: "/exports", Method: "post", ...(api ? { RestApiId: { Ref: api.logicalId } } : {}) };
    return addFunctionWith(document, "Exports", { Request: { Type: "Api", Properties: properties } });
  },
};
