import { addEvent } from "../edit-functions";
import type { TemplateChange } from "../template-change";

export const addSchedule: TemplateChange = {
  id: "add-schedule",
  title: "Run a function on a schedule (EventBridge rule)",
  group: "trigger",
  kinds: ["add/function:trigger=Schedule", "event/add:Schedule", "event/schedule-expression"],
  apply: (document) => addEvent(document, "EveryHour", { Type: "Schedule", Properties: { Schedule: "rate(1 hour)" } }),
};
