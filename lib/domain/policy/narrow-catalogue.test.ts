import { expect, it } from "vitest";
import { expandActions, expandNotActions } from "./action-patterns";
import { narrowCatalogue } from "./narrow-catalogue";
import { smallCatalogue } from "./testing/small-catalogue";

it("leaves the named actions, and what patterns cover of them", () => {
  const names = ["s3:GetObject", "iam:PassRole", "s3:NoSuchAction"];
  const narrow = narrowCatalogue(smallCatalogue, names);
  const namesOf = (actions: ReturnType<typeof expandActions>) => actions.map(({ name }) => name);
  expect(namesOf(expandActions(["*"], narrow))).toEqual(["iam:PassRole", "s3:GetObject"]);
  for (const patterns of [["s3:*"], ["*Role"], ["iam:PassRole", "s3:PutObject"]]) {
    const kept = (name: string) => names.includes(name);
    expect(namesOf(expandActions(patterns, narrow))).toEqual(
      namesOf(expandActions(patterns, smallCatalogue)).filter(kept),
    );
    expect(namesOf(expandNotActions(patterns, narrow))).toEqual(
      namesOf(expandNotActions(patterns, smallCatalogue)).filter(kept),
    );
  }
});
