import { findResource, readPath, setProperty } from "../edit-document";
import type { TemplateChange } from "../template-change";

const path = ["Environment", "Variables"];

export const addEnvironmentVariable: TemplateChange = {
  id: "add-environment-variable",
  title: "Add an environment variable to a function",
  group: "function",
  kinds: ["function/env-vars:added"],
  apply(document) {
    const found = findResource(document, "AWS::Serverless::Function", ({ properties }) => isPlain(properties));
    if (!found) return null;
    const changed = setProperty(document, found.logicalId, [...path, "FEATURE_FLAG"], "on");
    return { document: changed, deployedAs: "update" };
  },
};

/** Variables that come out of an intrinsic cannot be added to by hand. */
function isPlain(properties: Parameters<typeof readPath>[0]): boolean {
  const variables = readPath(properties, path);
  return variables === undefined || (typeof variables === "object" && !Object.keys(variables ?? {}).some((key) => key.startsWith("Fn::")));
}
