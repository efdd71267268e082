import { changeFunction } from "../edit-functions";
import type { TemplateChange } from "../template-change";

export const moveCode: TemplateChange = {
  id: "move-code",
  title: "Move a function's code to another folder",
  group: "function",
  kinds: ["function/code-path"],
  apply: (document) =>
    changeFunction(document, ["CodeUri"], (location) =>
      typeof location === "string" && !/^(s3|https):/.test(location)
        ? `moved/${location.replace(/^\.?\//, "")}`
        : undefined,
    ),
};
