import { describe, expect, it } from "vitest";
import type { ChangeOutcome, NextVersionOutcome, Verdict, VerdictName } from "../changes/template-change";
import { scoreResilience } from "./resilience";

const verdictOf = (verdict: VerdictName): Verdict => ({
  changeId: "change",
  verdict,
  denials: [],
  fix: null,
  notModelled: [],
});

/** A change of a weight, as proposed and as repaired. */
function outcome(weight: number, asProposed: VerdictName, repaired = asProposed): ChangeOutcome {
  return {
    changeId: "change",
    title: "A change",
    group: "function",
    weight,
    diff: null,
    asProposed: verdictOf(asProposed),
    repaired: verdictOf(repaired),
  };
}

function version(asProposed: VerdictName, repaired = asProposed): NextVersionOutcome {
  return {
    name: "next.yaml",
    problems: [],
    diff: null,
    asProposed: verdictOf(asProposed),
    repaired: verdictOf(repaired),
  };
}

describe("scoreResilience", () => {
  const outcomes = [
    outcome(0.5, "deploys"),
    outcome(0.2, "fails", "deploys"),
    outcome(0.1, "fails"),
    outcome(0.1, "not-applicable"),
    outcome(0.1, "not-modelled"),
  ];

  it("counts the changes that deploy among those that could be tried, and all others apart", () => {
    expect(scoreResilience(outcomes, [], "asProposed")).toMatchObject({
      changes: 3,
      survived: 1,
      share: 1 / 3,
      notApplicable: 1,
      notModelled: 1,
    });
  });

  it("counts the repaired role by its own verdicts", () => {
    expect(scoreResilience(outcomes, [], "repaired")).toMatchObject({ changes: 3, survived: 2, share: 2 / 3 });
  });

  it("weighs a change by how often teams make it, among those that could be tried", () => {
    expect(scoreResilience(outcomes, [], "asProposed").weightedShare).toBeCloseTo(0.5 / 0.8, 10);
    expect(scoreResilience(outcomes, [], "repaired").weightedShare).toBeCloseTo(0.7 / 0.8, 10);
  });

  it("gives no share where nothing could be tried", () => {
    const { share, weightedShare } = scoreResilience([outcome(0.5, "not-applicable")], [], "repaired");
    expect({ share, weightedShare }).toEqual({ share: null, weightedShare: null });
  });

  it("sets the team's next versions beside, and leaves them out of the share of changes", () => {
    const versions = [
      version("deploys"),
      version("fails", "deploys"),
      version("not-applicable"),
      version("not-modelled"),
    ];
    expect(scoreResilience(outcomes, versions, "asProposed")).toMatchObject({
      share: 1 / 3,
      nextVersions: { versions: 2, survived: 1, share: 0.5, rejected: 1, notModelled: 1 },
      history: null,
    });
    expect(scoreResilience(outcomes, versions, "repaired").nextVersions).toMatchObject({ survived: 2, share: 1 });
    expect(scoreResilience(outcomes, [], "repaired").nextVersions).toBeNull();
  });
});
