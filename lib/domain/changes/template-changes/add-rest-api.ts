import { addResource, freeLogicalId } from "../edit-document";
import { addFunctionWith } from "../edit-functions";
import type { TemplateChange } from "../template-change";

export const addRestApi: TemplateChange = {
  id: "add-rest-api",
  title: "Add a REST API with a function behind it",
  group: "api",
  kinds: ["add/rest-api", "remove/rest-api"],
  apply(document) {
    const api = freeLogicalId(document, "PartnerApi");
    const withApi = addResource(document, api, { Type: "AWS::Serverless::Api", Properties: { StageName: "live" } });
    const properties = { RestApiId: { Ref: api }, Path: "/partners", Method: "get" };
    return addFunctionWith(withApi, "Partners", { Request: { Type: "Api", Properties: properties } });
  },
};
