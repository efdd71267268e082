import { grantToFunction } from "../edit-functions";
import type { TemplateChange } from "../template-change";

const policy = {
  Version: "2012-10-17",
  Statement: [{ Effect: "Allow", Action: "translate:TranslateText", Resource: "*" }],
};

export const grantInlineStatement: TemplateChange = {
  id: "grant-inline-statement",
  title: "Grant a function something by a statement of its own",
  group: "security",
  kinds: [
    "function/policies:inline-statement-added",
    "function/policies:inline-statement-changed",
    "function/policies:inline-statement-removed",
  ],
  apply: (document) => grantToFunction(document, policy),
};
