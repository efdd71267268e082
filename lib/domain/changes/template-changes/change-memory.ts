import { findResource, setProperty } from "../edit-document";
import type { TemplateChange } from "../template-change";

export const changeMemory: TemplateChange = {
  id: "change-memory",
  title: "Give a function more memory",
  group: "function",
  kinds: ["function/memory"],
  apply(document) {
    const found = findResource(document, "AWS::Serverless::Function");
    if (!found) return null;
    const more = found.properties.MemorySize === 1769 ? 3008 : 1769;
    return { document: setProperty(document, found.logicalId, ["MemorySize"], more), deployedAs: "update" };
  },
};
