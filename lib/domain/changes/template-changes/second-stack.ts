import type { TemplateChange } from "../template-change";

export const secondStack: TemplateChange = {
  id: "second-stack",
  title: "Deploy a preview environment: a second stack from the same template",
  group: "stack",
  kinds: [],
  apply: (document) => ({ document, deployedAs: { stackName: "preview-pull-request-42" } }),
};
