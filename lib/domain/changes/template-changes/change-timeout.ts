import { changeFunction } from "../edit-functions";
import type { TemplateChange } from "../template-change";

export const changeTimeout: TemplateChange = {
  id: "change-timeout",
  title: "Give a function more time",
  group: "function",
  kinds: ["function/timeout"],
  apply: (document) => changeFunction(document, ["Timeout"], (timeout) => (timeout === 60 ? 120 : 60)),
};
