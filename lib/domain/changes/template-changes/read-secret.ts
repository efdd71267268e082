import { changeFunction, isPlainMap } from "../edit-functions";
import type { TemplateChange } from "../template-change";

export const readSecret: TemplateChange = {
  id: "read-secret",
  title: "Take a value from Secrets Manager at deployment",
  group: "security",
  kinds: ["template/dynamic-reference-added:secretsmanager"],
  apply: (document) =>
    changeFunction(document, ["Environment", "Variables"], (variables = {}) =>
      isPlainMap(variables)
        ? { ...variables, API_KEY: "{{resolve:secretsmanager:shared/api-key:SecretString:key}}" }
        : undefined,
    ),
};
