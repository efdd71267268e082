import { sectionOf, setPath } from "../edit-document";
import { changeFunction, isPlainMap } from "../edit-functions";
import type { TemplateChange } from "../template-change";

export const readSsmParameter: TemplateChange = {
  id: "read-ssm-parameter",
  title: "Take a setting from SSM Parameter Store at deployment",
  group: "structure",
  kinds: ["template/parameter-ssm-type-added", "template/dynamic-reference-added:ssm"],
  apply(document) {
    if (Object.hasOwn(sectionOf(document, "Parameters"), "SharedEndpoint")) return null;
    const parameter = { Type: "AWS::SSM::Parameter::Value<String>", Default: "/shared/endpoint" };
    const declared = setPath(document, ["Parameters", "SharedEndpoint"], parameter);
    return changeFunction(declared, ["Environment", "Variables"], (variables = {}) =>
      isPlainMap(variables) ? { ...variables, SHARED_ENDPOINT: { Ref: "SharedEndpoint" } } : undefined,
    );
  },
};
