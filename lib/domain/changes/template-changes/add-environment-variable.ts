import { changeFunction, isPlainMap } from "../edit-functions";
import type { TemplateChange } from "../template-change";

export const addEnvironmentVariable: TemplateChange = {
  id: "add-environment-variable",
  title: "Add an environment variable to a function",
  group: "function",
  kinds: ["function/env-vars:added"],
  apply: (document) =>
    changeFunction(document, ["Environment", "Variables"], (variables = {}) =>
      isPlainMap(variables) ? { ...variables, FEATURE_FLAG: "on" } : undefined,
    ),
};
