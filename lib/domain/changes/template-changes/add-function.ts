import { addFunctionWith } from "../edit-functions";
import type { TemplateChange } from "../template-change";

export const addFunction: TemplateChange = {
  id: "add-function",
  title: "Add a function that nothing triggers",
  group: "function",
  kinds: ["add/function:trigger=none"],
  apply: (document) => addFunctionWith(document, "Migration", {}),
};
