import { changeFunction } from "../edit-functions";
import type { TemplateChange } from "../template-change";

export const setPermissionsBoundary: TemplateChange = {
  id: "set-permissions-boundary",
  title: "Put a permissions boundary on a function's role",
  group: "security",
  kinds: ["function/permissions-boundary", "iam-role/permissions-boundary"],
  apply: (document) =>
    changeFunction(document, ["PermissionsBoundary"], (boundary, { properties }) =>
      boundary === undefined && properties.Role === undefined
        ? { "Fn::Sub": "arn:$" + "{AWS::Partition}:iam::$" + "{AWS::AccountId}:policy/workload-boundary" }
        : undefined,
    ),
};
