import type { TemplateChange } from "../template-change";

export const moveRegion: TemplateChange = {
  id: "move-region",
  title: "Deploy to another region as well",
  group: "stack",
  kinds: [],
  apply: (document) => ({ document, deployedAs: { region: "eu-west-3" } }),
};
