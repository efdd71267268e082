import { changeFunction } from "../edit-functions";
import type { TemplateChange } from "../template-change";

export const changeMemory: TemplateChange = {
  id: "change-memory",
  title: "Give a function more memory",
  group: "function",
  kinds: ["function/memory"],
  apply: (document) => changeFunction(document, ["MemorySize"], (memory) => (memory === 1769 ? 3008 : 1769)),
};
