import { grantToFunction } from "../edit-functions";
import type { TemplateChange } from "../template-change";

export const grantPolicyTemplate: TemplateChange = {
  id: "grant-policy-template",
  title: "Grant a function something by a SAM policy template",
  group: "security",
  kinds: [
    "function/policies:sam-template-added",
    "function/policies:sam-template-changed",
    "function/policies:sam-template-removed",
  ],
  apply: (document) => grantToFunction(document, { SSMParameterReadPolicy: { ParameterName: "shared/settings" } }),
};
