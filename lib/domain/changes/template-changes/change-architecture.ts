import { isJsonArray } from "../../json";
import { changeFunction, effectiveProperty } from "../edit-functions";
import type { TemplateChange } from "../template-change";

export const changeArchitecture: TemplateChange = {
  id: "change-architecture",
  title: "Move a function to the other processor architecture",
  group: "function",
  kinds: ["function/architecture"],
  apply: (document) =>
    changeFunction(document, ["Architectures"], (_own, found) => {
      const now = effectiveProperty(document, found, "Architectures");
      return isJsonArray(now) && now.includes("arm64") ? ["x86_64"] : ["arm64"];
    }),
};
