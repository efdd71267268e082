import { describe, expect, it } from "vitest";
import type { Candidate } from "../approaches/candidate";
import { noRolePolicies } from "../approaches/candidate-shape";
import { smallPlan } from "../trial/plan-for-tests";
import { runTrial } from "../trial/run-trial";
import type { Trial } from "../trial/trial";
import { type OwnTimes, timeModelWith } from "./time-model";
import { scoreTimeToWorking } from "./time-to-working";

const plan = smallPlan(
  [["Orders"]],
  [
    {
      phase: "create",
      resource: "Orders",
      action: "sqs:CreateQueue",
      on: "arn:aws:sqs:eu-central-1:123456789012:orders",
    },
  ],
);
const options = { mode: "generalised", managedPolicies: { version: "none", policies: {} } } as const;

function candidate(action: string): Candidate {
  return {
    approach: "boundary",
    name: "boundary",
    evidence: "simulated",
    policies: {
      ...noRolePolicies,
      policies: [{ Version: "2012-10-17", Statement: [{ Effect: "Allow", Action: action, Resource: "*" }] }],
      executionRole: null,
    },
    unavailable: null,
    provenance: [],
    reasons: [],
  };
}

function score(action: string, ownTimes: OwnTimes = {}) {
  const given = candidate(action);
  if (!given.policies) throw new Error("the fixture has policies");
  return scoreTimeToWorking(given, runTrial(given.policies, plan, options), plan.resources, timeModelWith(ownTimes));
}

describe("scoreTimeToWorking", () => {
  it("adds up preparation and one working attempt", () => {
    const time = score("sqs:*");
    expect(time.rounds).toBe(0);
    expect(new Set(time.parts.map(({ part }) => part))).toEqual(new Set(["preparation", "working-attempt"]));
    expect(time.minutes).toBeCloseTo(
      time.parts.reduce((sum, { minutes }) => sum + minutes, 0),
      5,
    );
  });

  it("takes longer with a failed attempt, a fix and a stack to delete", () => {
    const time = score("sns:*");
    expect(time.rounds).toBe(1);
    expect(new Set(time.parts.map(({ part }) => part))).toEqual(
      new Set(["preparation", "failed-attempts", "fixing", "clean-up", "working-attempt"]),
    );
    expect(time.minutes ?? 0).toBeGreaterThan(score("sqs:*").minutes ?? 0);
  });

  it("says for every part how it came about and where the figure is from", () => {
    for (const { how, source } of score("sns:*").parts) {
      expect(how).not.toBe("");
      expect(source).toMatch(/^(https:|assumption$)/);
    }
  });

  it("counts with a team's own figures, every time that a constant is used", () => {
    const minutesOf = (id: string, ownTimes: OwnTimes) =>
      score("sns:*", ownTimes)
        .parts.filter(({ constant }) => constant === id)
        .reduce((sum, { minutes }) => sum + minutes, 0);
    expect(minutesOf("job", { job: 4 })).toBe(8);
    expect(minutesOf("job", { wave: 4 })).toBe(minutesOf("job", {}));
    expect(score("sns:*", { "read-refusal": 0 }).parts.map(({ constant }) => constant)).not.toContain("read-refusal");
  });

  it("counts no minutes where the trial does not converge, but keeps what was spent", () => {
    const given = candidate("sqs:*");
    const trial = { ...runTrial({ ...noRolePolicies, executionRole: null }, plan, options), converges: false };
    const time = scoreTimeToWorking(given, trial, plan.resources);
    expect(time.minutes).toBeNull();
    expect(time.parts.length).toBeGreaterThan(0);
  });
});

describe("a failed attempt", () => {
  const ofAttempt = (attempt: Partial<Trial["attempts"][number]>) => {
    const trial = runTrial({ ...noRolePolicies, executionRole: null }, plan, options);
    const [first] = trial.attempts;
    if (!first) throw new Error("the trial has a failed attempt");
    const attempts = [{ ...first, ...attempt }];
    return scoreTimeToWorking(candidate("sqs:*"), { ...trial, attempts }, plan.resources)
      .parts.filter(({ part }) => part === "failed-attempts" || part === "clean-up")
      .map(({ part, constant }) => `${part} ${constant}`);
  };
  const tried = ["failed-attempts job", "failed-attempts change-set"];

  it("waits for its rollback, and for the first stack to be deleted", () => {
    expect(ofAttempt({ outcome: "rolled-back", phase: "create" })).toEqual([
      ...tried,
      "failed-attempts wave",
      "failed-attempts rollback",
      "clean-up delete-failed-stack",
    ]);
    expect(ofAttempt({ outcome: "rolled-back", phase: "update" })).toEqual([
      ...tried,
      "failed-attempts wave",
      "failed-attempts rollback",
    ]);
  });

  it("is cleaned up by hand where its rollback got stuck", () => {
    expect(ofAttempt({ outcome: "stuck", phase: "create" })).toEqual([
      ...tried,
      "failed-attempts wave",
      "clean-up clean-up",
    ]);
  });

  it("that did not start waits for no resource", () => {
    expect(ofAttempt({ outcome: "not-started", phase: "package" })).toEqual(tried);
  });
});

describe("a wave", () => {
  const [queue] = plan.resources;
  if (!queue) throw new Error("the fixture has a queue");
  const distribution = { ...queue, logicalId: "Site", type: "AWS::CloudFront::Distribution" };
  const attempt = { number: 1, outcome: "complete", phase: "delete", denials: [], events: [], fix: null } as const;
  const trial: Trial = {
    works: true,
    converges: true,
    reason: null,
    rounds: 0,
    roundsIfOneDenialEach: 0,
    attempts: [{ ...attempt, created: ["Orders", "Site", "Late"] }],
    milestones: { creates: 1, updates: 1, deletes: 1 },
    repairs: [],
    workingPolicies: { ...noRolePolicies, executionRole: null },
  };
  const waves = (tried: Trial, ownTimes: OwnTimes = {}) =>
    scoreTimeToWorking(
      candidate("sqs:*"),
      tried,
      [queue, distribution, { ...queue, logicalId: "Late", wave: 1 }],
      timeModelWith(ownTimes),
    )
      .parts.filter(({ constant }) => constant.startsWith("wave"))
      .map(({ constant, times, minutes }) => [constant, times, minutes]);

  it("is as slow as its slowest resource", () => {
    expect(waves(trial, { wave: 1, "wave-distribution": 4 })).toEqual([
      ["wave-distribution", 1, 4],
      ["wave", 1, 1],
    ]);
    expect(waves(trial, { wave: 5, "wave-distribution": 4 })).toEqual([["wave", 2, 10]]);
  });

  it("that failed takes the time of an ordinary one: what was not created is not waited for", () => {
    const failed = { ...attempt, outcome: "stuck", phase: "create", created: ["Orders"] } as const;
    expect(waves({ ...trial, attempts: [failed] }, { wave: 1, "wave-distribution": 4 })).toEqual([["wave", 2, 2]]);
  });
});
