import { freeLogicalId } from "../edit-document";
import { addFunctionWith } from "../edit-functions";
import type { TemplateChange } from "../template-change";

export const addQueueWithConsumer: TemplateChange = {
  id: "add-queue-with-consumer",
  title: "Add a queue and the function that works it off",
  group: "trigger",
  kinds: ["add/queue", "add/function:trigger=SQS", "event/add:SQS", "add/event-source-mapping"],
  apply(document) {
    const queue = freeLogicalId(document, "WorkQueue");
    const event = { Type: "SQS", Properties: { Queue: { "Fn::GetAtt": [queue, "Arn"] }, BatchSize: 10 } };
    return addFunctionWith(document, "WorkOff", { Work: event }, { [queue]: { Type: "AWS::SQS::Queue" } });
  },
};
