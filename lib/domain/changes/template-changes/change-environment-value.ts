import { changeFunction, isPlainMap } from "../edit-functions";
import type { TemplateChange } from "../template-change";

export const changeEnvironmentValue: TemplateChange = {
  id: "change-environment-value",
  title: "Change the value of an environment variable",
  group: "function",
  kinds: ["function/env-vars:value"],
  apply: (document) =>
    changeFunction(document, ["Environment", "Variables"], (variables) => {
      const [name] = isPlainMap(variables) ? Object.keys(variables) : [];
      return isPlainMap(variables) && name !== undefined ? { ...variables, [name]: "another value" } : undefined;
    }),
};
