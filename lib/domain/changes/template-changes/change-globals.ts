import { readPath, sectionOf, setPath } from "../edit-document";
import { asUpdate } from "../edit-functions";
import type { TemplateChange } from "../template-change";

export const changeGlobals: TemplateChange = {
  id: "change-globals",
  title: "Change the timeout of every function in Globals",
  group: "structure",
  kinds: [],
  apply(document) {
    const timeout = readPath(sectionOf(document, "Globals"), ["Function", "Timeout"]);
    return timeout === undefined
      ? null
      : asUpdate(setPath(document, ["Globals", "Function", "Timeout"], timeout === 29 ? 28 : 29));
  },
};
