import { grantToFunction } from "../edit-functions";
import type { TemplateChange } from "../template-change";

export const grantManagedPolicy: TemplateChange = {
  id: "grant-managed-policy",
  title: "Attach an AWS managed policy to a function's role",
  group: "security",
  kinds: ["function/policies:managed-added", "function/policies:managed-removed"],
  apply: (document) => grantToFunction(document, "AmazonSQSReadOnlyAccess"),
};
