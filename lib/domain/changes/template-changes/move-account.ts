import type { TemplateChange } from "../template-change";

export const moveAccount: TemplateChange = {
  id: "move-account",
  title: "Deploy to another account with the same role",
  group: "stack",
  kinds: [],
  apply: (document) => ({ document, deployedAs: { account: "210987654321" } }),
};
