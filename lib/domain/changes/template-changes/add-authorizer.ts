import { findResource, setProperty } from "../edit-document";
import { asUpdate, functionType } from "../edit-functions";
import type { TemplateChange } from "../template-change";

export const addAuthorizer: TemplateChange = {
  id: "add-authorizer",
  title: "Put an authoriser in front of the API",
  group: "api",
  kinds: ["rest-api/auth", "event/api-auth"],
  apply(document) {
    const api = findResource(document, "AWS::Serverless::Api", ({ properties }) => properties.Auth === undefined);
    const checks = findResource(document, functionType);
    if (!api || !checks) return null;
    const authorizer = { FunctionArn: { "Fn::GetAtt": [checks.logicalId, "Arn"] } };
    const auth = { DefaultAuthorizer: "Caller", Authorizers: { Caller: authorizer } };
    return asUpdate(setProperty(document, api.logicalId, ["Auth"], auth));
  },
};
