import { addEvent } from "../edit-functions";
import type { TemplateChange } from "../template-change";

export const addEventRule: TemplateChange = {
  id: "add-event-rule",
  title: "Let a function react to events of the bus",
  group: "trigger",
  kinds: ["add/event-rule", "event-rule/pattern", "event-rule/targets"],
  apply: (document) =>
    addEvent(document, "CustomerChanged", {
      Type: "EventBridgeRule",
      Properties: { Pattern: { source: ["customers"] } },
    }),
};
