import { changeFunction } from "../edit-functions";
import type { TemplateChange } from "../template-change";

export const addFunctionUrl: TemplateChange = {
  id: "add-function-url",
  title: "Give a function a URL of its own",
  group: "function",
  kinds: ["function/function-url"],
  apply: (document) =>
    changeFunction(document, ["FunctionUrlConfig"], (config) =>
      config === undefined ? { AuthType: "AWS_IAM" } : undefined,
    ),
};
