import { changeFunction } from "../edit-functions";
import type { TemplateChange } from "../template-change";

export const changeHandler: TemplateChange = {
  id: "change-handler",
  title: "Rename a function's handler",
  group: "function",
  kinds: ["function/handler", "function/description"],
  apply: (document) =>
    changeFunction(document, ["Handler"], (handler) => (typeof handler === "string" ? `src/${handler}` : undefined)),
};
