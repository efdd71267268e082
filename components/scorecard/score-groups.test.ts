import { describe, expect, it } from "vitest";
import type { ActionCount, Resilience, Scores } from "@/lib/domain/scoring/scores";
import { scoreGroups } from "./score-groups";

const counted: ActionCount = {
  listed: 3,
  granted: 1200,
  needed: 12,
  missing: 0,
  excess: 1188,
  conditional: 0,
  onWildcard: 4,
  notExisting: 0,
  statements: 1,
  characters: 120,
  gap: null,
  lists: { needed: [], missing: [], onWildcard: [], notExisting: [], excess: [] },
};
const gap = "The CI role is too large to count what it grants.";
const uncounted: ActionCount = { ...counted, granted: null, excess: null, conditional: null, onWildcard: null, gap };

function scoresOf(count: ActionCount, exposure: Scores["exposure"]): Scores {
  const resilience: Resilience = {
    changes: 0,
    survived: 0,
    share: null,
    weightedShare: null,
    notApplicable: 0,
    notModelled: 0,
    nextVersions: null,
    history: null,
  };
  const readability = { documents: 0, statements: 0, characters: 0, resources: 0, conditions: 0 };
  const milestones = { creates: 1, updates: 1, deletes: 1 };
  return {
    timeToWorking: { rounds: 0, roundsIfOneDenialEach: 0, minutes: 1, parts: [], converges: true, milestones },
    actionCount: { asProposed: count, repaired: count },
    resilience: { asProposed: resilience, repaired: resilience },
    exposure,
    readability: { asProposed: readability, repaired: readability },
  };
}

function tell(id: string, scores: Scores) {
  const group = scoreGroups.find((one) => one.id === id);
  return {
    headline: group?.headline(scores),
    gap: group?.gap?.(scores) ?? null,
    parts: Object.fromEntries(group?.parts.map(({ label, text }) => [label, text(scores)]) ?? []),
  };
}

describe("a role that is too large to count", () => {
  const scores = scoresOf(uncounted, { paths: [], gap });

  it("competes with no figure, and says why", () => {
    expect(tell("actions", scores)).toMatchObject({
      headline: { value: null, text: "not counted" },
      gap,
      parts: { "as proposed": "not counted", needed: "12", "missing as proposed": "0", excess: "not counted" },
    });
    expect(tell("exposure", scores)).toMatchObject({ headline: { value: null, text: "not counted" }, gap });
  });

  it("keeps its minutes", () => {
    expect(tell("time", scores)).toMatchObject({ headline: { value: 1, text: "1" }, gap: null });
  });
});

it("scores of before gaps were kept are told as counted", () => {
  const { gap: _gap, ...before } = counted;
  const scores = scoresOf(before, { paths: [] });
  expect(tell("actions", scores)).toMatchObject({ headline: { value: 1200, text: "1,200" }, gap: null });
  expect(tell("exposure", scores)).toMatchObject({ headline: { value: 0, text: "0" }, gap: null });
});
