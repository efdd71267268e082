import { sectionOf, setPath } from "../edit-document";
import { asUpdate, changeFunction, isPlainMap } from "../edit-functions";
import type { TemplateChange } from "../template-change";

const parameter = { Type: "String", Default: "info", AllowedValues: ["debug", "info", "warn"] };

export const addParameter: TemplateChange = {
  id: "add-parameter",
  title: "Add a parameter and hand it to a function",
  group: "structure",
  kinds: ["template/parameter-added", "template/parameter-edited", "template/parameter-removed"],
  apply(document) {
    if (Object.hasOwn(sectionOf(document, "Parameters"), "LogLevel")) return null;
    const declared = setPath(document, ["Parameters", "LogLevel"], parameter);
    const used = changeFunction(declared, ["Environment", "Variables"], (variables = {}) =>
      isPlainMap(variables) ? { ...variables, LOG_LEVEL: { Ref: "LogLevel" } } : undefined,
    );
    return used ?? asUpdate(declared);
  },
};
