import { addResource, freeLogicalId } from "../edit-document";
import { asUpdate } from "../edit-functions";
import type { TemplateChange } from "../template-change";

export const addTable: TemplateChange = {
  id: "add-table",
  title: "Add a DynamoDB table",
  group: "data",
  kinds: ["add/table"],
  apply: (document) => asUpdate(addResource(document, freeLogicalId(document, "Sessions"), table)),
};

const table = {
  Type: "AWS::DynamoDB::Table",
  Properties: {
    BillingMode: "PAY_PER_REQUEST",
    AttributeDefinitions: [{ AttributeName: "sessionId", AttributeType: "S" }],
    KeySchema: [{ AttributeName: "sessionId", KeyType: "HASH" }],
  },
};
