import { addResource, findResource, freeLogicalId, setProperty } from "../edit-document";
import { asUpdate, functionType } from "../edit-functions";
import type { TemplateChange } from "../template-change";

export const addDeadLetterQueue: TemplateChange = {
  id: "add-dead-letter-queue",
  title: "Send a function's failed events to a queue",
  group: "function",
  kinds: ["function/dlq-async-destinations", "queue/redrive-dlq"],
  apply(document) {
    const found = findResource(document, functionType, ({ properties }) => properties.DeadLetterQueue === undefined);
    if (!found) return null;
    const queue = freeLogicalId(document, "FailedEvents");
    const added = addResource(document, queue, { Type: "AWS::SQS::Queue" });
    const target = { Type: "SQS", TargetArn: { "Fn::GetAtt": [queue, "Arn"] } };
    return asUpdate(setProperty(added, found.logicalId, ["DeadLetterQueue"], target));
  },
};
