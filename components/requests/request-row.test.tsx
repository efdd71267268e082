import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import type { ShownRequest } from "./filter-requests";
import { RequestRow } from "./request-row";

const request: ShownRequest = {
  order: 0,
  phase: "changeset",
  principal: "ci",
  via: "cli",
  action: "cloudformation:CreateChangeSet",
  resources: ["arn:aws:cloudformation:eu-central-1:123456789012:stack/orders/*"],
  context: {},
  logicalId: null,
  cause: "sam deploy",
  source: "registry",
  certainty: "documented",
  refusedFor: ["Boundary"],
};

const textOf = (part: Partial<ShownRequest>) =>
  renderToStaticMarkup(<RequestRow request={{ ...request, ...part }} />)
    .replaceAll("<wbr/>", "|")
    .replaceAll(/<[^>]+>/g, " ")
    .replaceAll(/\s+/g, " ");

test("a phase is written as AWS writes it, and a need of the command's own is named once", () => {
  expect(textOf({})).toContain("change set");
  expect(textOf({}).match(/sam deploy/g)).toHaveLength(1);
});

test("a property's path may break after its dots, and what is not documented says so", () => {
  const text = textOf({ logicalId: "Orders", cause: "Properties.KmsMasterKeyId", certainty: "registry" });
  expect(text).toContain("Orders Properties.|KmsMasterKeyId (registry)");
});
