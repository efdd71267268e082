import { findResource, readPath, sectionOf, setPath } from "../edit-document";
import { asUpdate, functionType, isPlainMap } from "../edit-functions";
import type { TemplateChange } from "../template-change";

const path = ["Globals", "Function", "Tags"];

export const tagFunctions: TemplateChange = {
  id: "tag-functions",
  title: "Tag every function with the team that owns it",
  group: "structure",
  kinds: ["any/tags"],
  apply(document) {
    const tags = readPath(sectionOf(document, "Globals"), ["Function", "Tags"]) ?? {};
    if (!findResource(document, functionType) || !isPlainMap(tags)) return null;
    return asUpdate(setPath(document, path, { ...tags, team: "checkout" }));
  },
};
