import { expect, it } from "vitest";
import type { ActualTime } from "@/lib/domain/scoring/actual-time";
import { describeReality } from "./describe-reality";

const time: ActualTime = {
  worksAt: 2,
  rounds: 1,
  laterFailures: 0,
  minutes: 23,
  untimed: 0,
  parts: [],
  operations: ["create"],
  milestones: { creates: 2, updates: null, deletes: null },
  predicted: { rounds: 3, minutes: 31.2, from: null },
};

it.each([
  [
    {},
    "It went through in attempt 2, after 1 failed attempt and 23 min. Predicted for creation: 3 failed attempts and 31 min.",
  ],
  [
    { worksAt: null, minutes: null, rounds: 2, operations: [] },
    "It has not gone through yet: 2 failed attempts so far. Predicted for creation, update and deletion: 3 failed attempts and 31 min.",
  ],
  [
    {
      untimed: 1,
      laterFailures: 1,
      operations: ["create", "update"],
      predicted: { rounds: 1, minutes: null, from: "after-fix-2" },
    },
    "It went through in attempt 2, after 1 failed attempt and at least 23 min (1 attempt has no minutes). Predicted for creation and update, begun with the policies after fix 2: 1 failed attempt and no end. Later, 1 attempt failed again.",
  ],
] as const)("says what happened beside what was predicted: %j", (changes, sentences) => {
  expect(describeReality({ ...time, ...changes })).toBe(sentences);
});
