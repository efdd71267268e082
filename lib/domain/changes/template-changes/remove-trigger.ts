import { isJsonObject } from "../../json";
import { changeFunction, isPlainMap } from "../edit-functions";
import type { TemplateChange } from "../template-change";

export const removeTrigger: TemplateChange = {
  id: "remove-trigger",
  title: "Take one of its triggers from a function",
  group: "trigger",
  kinds: ["event/remove:Api", "event/remove:HttpApi", "event/remove:SQS", "event/key-renamed", "event/type-changed"],
  apply: (document) =>
    changeFunction(document, ["Events"], (events) => {
      const entries = isPlainMap(events) ? Object.entries(events).filter(([, event]) => isJsonObject(event)) : [];
      return entries.length > 1 ? Object.fromEntries(entries.slice(0, -1)) : undefined;
    }),
};
