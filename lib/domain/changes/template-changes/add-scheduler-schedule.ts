import { addEvent } from "../edit-functions";
import type { TemplateChange } from "../template-change";

export const addSchedulerSchedule: TemplateChange = {
  id: "add-scheduler-schedule",
  title: "Run a function on a schedule (EventBridge Scheduler)",
  group: "trigger",
  kinds: [],
  apply: (document) =>
    addEvent(document, "EveryMorning", { Type: "ScheduleV2", Properties: { ScheduleExpression: "cron(0 6 * * ? *)" } }),
};
