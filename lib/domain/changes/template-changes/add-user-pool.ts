import { addResource, freeLogicalId } from "../edit-document";
import { asUpdate } from "../edit-functions";
import type { TemplateChange } from "../template-change";

export const addUserPool: TemplateChange = {
  id: "add-user-pool",
  title: "Add a user pool with a client",
  group: "security",
  kinds: ["add/cognito", "cognito/changed"],
  apply(document) {
    const pool = freeLogicalId(document, "Customers");
    const client = freeLogicalId(document, "CustomersClient");
    const withPool = addResource(document, pool, {
      Type: "AWS::Cognito::UserPool",
      Properties: { AutoVerifiedAttributes: ["email"] },
    });
    const properties = { UserPoolId: { Ref: pool }, GenerateSecret: false };
    return asUpdate(addResource(withPool, client, { Type: "AWS::Cognito::UserPoolClient", Properties: properties }));
  },
};
