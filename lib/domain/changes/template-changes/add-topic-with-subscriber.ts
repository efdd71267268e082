import { freeLogicalId } from "../edit-document";
import { addFunctionWith } from "../edit-functions";
import type { TemplateChange } from "../template-change";

export const addTopicWithSubscriber: TemplateChange = {
  id: "add-topic-with-subscriber",
  title: "Add a topic and a function that subscribes to it",
  group: "trigger",
  kinds: ["add/topic", "event/add:SNS", "add/topic-subscription", "topic-subscription/settings"],
  apply(document) {
    const topic = freeLogicalId(document, "Announcements");
    const event = { Type: "SNS", Properties: { Topic: { Ref: topic } } };
    return addFunctionWith(document, "Announce", { Announced: event }, { [topic]: { Type: "AWS::SNS::Topic" } });
  },
};
