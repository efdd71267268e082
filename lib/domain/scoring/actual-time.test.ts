import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Candidate } from "../approaches/candidate";
import { noRolePolicies } from "../approaches/candidate-shape";
import { smallPlan } from "../trial/plan-for-tests";
import { readAttemptLog } from "../trial/real-attempts/read-attempt-log";
import { type RealAttempt, realPhases } from "../trial/real-attempts/real-attempt";
import { realAttempt } from "../trial/real-attempts/real-attempt-for-tests";
import { runTrial } from "../trial/run-trial";
import { scoreActualTime } from "./actual-time";
import { timeModelWith } from "./time-model";
import { scoreTimeToWorking } from "./time-to-working";

const queue = "arn:aws:sqs:eu-central-1:123456789012:orders";
const plan = smallPlan(
  [["Orders"]],
  [
    { phase: "create", resource: "Orders", action: "sqs:CreateQueue", on: queue },
    { phase: "update", resource: "Orders", action: "sqs:SetQueueAttributes", on: queue },
    { phase: "delete", resource: "Orders", action: "sqs:DeleteQueue", on: queue },
  ],
);
const policies = { ...noRolePolicies, executionRole: null };
/** Refused once in the creation, once in the update and once in the deletion. */
const trial = runTrial(policies, plan, { mode: "generalised", managedPolicies: { version: "none", policies: {} } });
const candidate: Candidate = {
  approach: "boundary",
  name: "boundary",
  evidence: "simulated",
  policies,
  unavailable: null,
  provenance: [],
  reasons: [],
};
const model = timeModelWith({
  "write-boundary": 5,
  "review-boundary": 3,
  "read-refusal": 3,
  "further-refusal": 0.5,
  "delete-failed-stack": 0.5,
});

const score = (...attempts: RealAttempt[]) => scoreActualTime(candidate, attempts, trial, plan.resources, model);
const failed = (changes: Partial<RealAttempt> = {}) => realAttempt({ outcome: "rolled-back", minutes: 4, ...changes });

describe("scoreActualTime", () => {
  it("adds up preparation, failed attempts, fixes and the first complete attempt, each with how it is known", () => {
    const log = readAttemptLog("not authorized to perform: sqs:a on resource: b\nnot authorized to perform: sqs:c");
    const time = score(failed({ origin: "pasted-log", log }), realAttempt(), realAttempt({ minutes: 100 }));
    expect(time).toMatchObject({ worksAt: 2, rounds: 1, untimed: 0, laterFailures: 0 });
    expect(time.parts.map(({ part, minutes, evidence }) => [part, minutes, evidence])).toEqual([
      ["preparation", 5, "simulated"],
      ["preparation", 3, "simulated"],
      ["failed-attempts", 4, "imported"],
      ["fixing", 3, "simulated"],
      ["fixing", 0.5, "simulated"],
      ["clean-up", 0.5, "simulated"],
      ["working-attempt", 12, "measured"],
    ]);
    expect(time.minutes).toBe(28);
  });

  it("stays open until an attempt is complete", () => {
    expect(score(failed(), failed())).toMatchObject({ worksAt: null, rounds: 2, minutes: null });
  });

  it("says how many attempts have no minutes", () => {
    expect(score(failed({ minutes: null }), realAttempt())).toMatchObject({ untimed: 1, minutes: 8 + 3 + 0.5 + 12 });
  });

  it("counts a stuck attempt's clean-up, and later failures apart", () => {
    const time = score(failed({ outcome: "stuck" }), realAttempt(), failed({ phase: "update" }));
    expect(time.parts.find(({ part }) => part === "clean-up")?.minutes).toBe(model.attempt.cleanUp.minutes);
    expect(time).toMatchObject({ rounds: 1, laterFailures: 1 });
  });

  it("tells which operation went through first in which attempt", () => {
    const time = score(realAttempt(), failed({ phase: "update" }), realAttempt({ phase: "update" }));
    expect(time.milestones).toEqual({ creates: 1, updates: 3, deletes: null });
  });

  it.each([
    ["a creation", [realAttempt()], ["create"], 1],
    ["a creation and an update", [failed(), realAttempt({ phase: "update" })], ["create", "update"], 2],
    ["an update", [realAttempt({ phase: "update" })], ["update"], 1],
    ["what nobody says", [realAttempt({ phase: null })], [], 3],
  ])("lays beside %s what was foretold for the same", (_, attempts, operations, rounds) => {
    expect(score(...attempts)).toMatchObject({ operations, predicted: { rounds } });
  });

  it("foretells from the policies on that were deployed first", () => {
    const roundsFrom = (policies: RealAttempt["policies"]) =>
      score(realAttempt({ phase: null, policies })).predicted.rounds;
    expect(roundsFrom(null)).toBe(trial.rounds);
    expect(roundsFrom("as-proposed")).toBe(trial.rounds);
    expect(roundsFrom("after-fix-1")).toBe(trial.rounds - 1);
    expect(roundsFrom("repaired")).toBe(0);
  });

  it("foretells the whole trial's figures where nothing says what was done", () => {
    const { rounds, minutes } = scoreTimeToWorking(candidate, trial, plan.resources, model);
    expect(score(realAttempt({ phase: null })).predicted).toEqual({ rounds, minutes, from: null });
  });

  it("is the sum of its parts, and no more rounds than attempts", () => {
    const attempt = fc.record({
      outcome: fc.constantFrom("complete", "rolled-back", "stuck", "not-started"),
      phase: fc.option(fc.constantFrom(...realPhases)),
      minutes: fc.option(fc.integer({ min: 0, max: 600 })),
    });
    fc.assert(
      fc.property(fc.array(attempt, { maxLength: 8 }), (given) => {
        const attempts = given.map((changes, index) => realAttempt({ ...changes, id: String(index) }));
        const time = score(...attempts);
        const sum = time.parts.reduce((total, { minutes }) => total + minutes, 0);
        if (time.minutes !== null) expect(time.minutes).toBeCloseTo(sum, 5);
        expect(time.minutes === null).toBe(time.worksAt === null);
        expect(time.rounds).toBe((time.worksAt ?? attempts.length + 1) - 1);
      }),
    );
  });
});
