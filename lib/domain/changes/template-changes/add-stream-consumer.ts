import { freeLogicalId } from "../edit-document";
import { addFunctionWith } from "../edit-functions";
import type { TemplateChange } from "../template-change";

export const addStreamConsumer: TemplateChange = {
  id: "add-stream-consumer",
  title: "Add a table with a stream and the function that reads it",
  group: "trigger",
  kinds: ["add/function:trigger=DynamoDB", "table/stream"],
  apply(document) {
    const table = freeLogicalId(document, "Ledger");
    const stream = { "Fn::GetAtt": [table, "StreamArn"] };
    const event = { Type: "DynamoDB", Properties: { Stream: stream, StartingPosition: "LATEST" } };
    return addFunctionWith(document, "FollowLedger", { Changes: event }, { [table]: ledger });
  },
};

const ledger = {
  Type: "AWS::DynamoDB::Table",
  Properties: {
    BillingMode: "PAY_PER_REQUEST",
    AttributeDefinitions: [{ AttributeName: "id", AttributeType: "S" }],
    KeySchema: [{ AttributeName: "id", KeyType: "HASH" }],
    StreamSpecification: { StreamViewType: "NEW_AND_OLD_IMAGES" },
  },
};
