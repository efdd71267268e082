import { changeFunction, isPlainMap } from "../edit-functions";
import type { TemplateChange } from "../template-change";

export const removeEnvironmentVariable: TemplateChange = {
  id: "remove-environment-variable",
  title: "Remove an environment variable",
  group: "function",
  kinds: ["function/env-vars:removed"],
  apply: (document) =>
    changeFunction(document, ["Environment", "Variables"], (variables) => {
      const entries = isPlainMap(variables) ? Object.entries(variables) : [];
      return entries.length > 0 ? Object.fromEntries(entries.slice(1)) : undefined;
    }),
};
