import { describe, expect, it } from "vitest";
import type { ReplayVersion } from "@/lib/schemas/replay";
import { tallyVersions } from "./tally-versions";

type Name = NonNullable<ReplayVersion["outcome"]>["verdicts"][number]["repaired"]["verdict"];

function version(position: number, repaired: Name | null): ReplayVersion {
  const verdictOf = (verdict: Name) => ({ verdict, denials: [], fix: null });
  const verdicts = repaired && [
    { candidate: "boundary", asProposed: verdictOf("fails"), repaired: verdictOf(repaired) },
  ];
  return {
    position,
    name: `v${position}`,
    committedAt: null,
    subject: null,
    isRunTemplate: false,
    outcome: verdicts && { from: null, diff: null, problems: [], notModelled: [], verdicts },
  };
}

const names: readonly (Name | null)[] = ["deploys", "fails", "deploys", "rejected", "not-modelled", "deploys", null];
const versions = names.map((name, index) => version(index + 1, name));

describe("tallyVersions", () => {
  it("shares out what deployed or failed, and counts the rest apart", () => {
    expect(tallyVersions(versions, "boundary", "repaired")).toEqual({
      survived: 3,
      failed: 1,
      rejected: 1,
      notModelled: 1,
      share: 0.75,
    });
    expect(tallyVersions(versions, "boundary", "asProposed")).toMatchObject({ survived: 0, failed: 6, share: 0 });
  });

  it("has no share of a candidate that was not tried", () => {
    expect(tallyVersions(versions, "llm", "repaired")).toMatchObject({ survived: 0, failed: 0, share: null });
    expect(tallyVersions([], "boundary", "repaired").share).toBeNull();
  });
});
