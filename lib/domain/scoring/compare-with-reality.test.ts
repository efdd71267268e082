import { expect, it } from "vitest";
import type { Candidate } from "../approaches/candidate";
import { noRolePolicies } from "../approaches/candidate-shape";
import { smallPlan } from "../trial/plan-for-tests";
import { readAttemptLog } from "../trial/real-attempts/read-attempt-log";
import { realAttempt } from "../trial/real-attempts/real-attempt-for-tests";
import { runTrial } from "../trial/run-trial";
import { compareWithReality } from "./compare-with-reality";

const plan = smallPlan([["Orders"]], [{ phase: "create", resource: "Orders", action: "sqs:CreateQueue", on: "*" }]);
const policies = { ...noRolePolicies, executionRole: null };
const trial = runTrial(policies, plan, { mode: "generalised", managedPolicies: { version: "none", policies: {} } });
const named = (name: string): Candidate & { trial: typeof trial } => ({
  approach: "candidate",
  name,
  evidence: "imported",
  policies,
  unavailable: null,
  provenance: [],
  reasons: [],
  trial,
});
const log = readAttemptLog(
  "CREATE_FAILED  AWS::SQS::Queue  Orders  User: a is not authorized to perform: sqs:CreateQueue",
);

it("lays each candidate's own attempts, in their order, beside its trial", () => {
  const attempts = [
    realAttempt({ id: "2", candidate: "ours", recordedAt: "2026-03-03T10:00:00Z" }),
    realAttempt({ id: "1", candidate: "ours", recordedAt: "2026-03-02T10:00:00Z", outcome: "rolled-back", log }),
    realAttempt({ id: "3", candidate: "theirs", origin: "pasted-log" }),
  ];
  const reality = compareWithReality([named("ours"), named("theirs"), named("untried")], attempts, plan.resources);
  expect(reality.map(({ candidate }) => candidate)).toEqual(["ours", "theirs"]);
  const told = reality.map((one) =>
    one.attempts.map(({ id, number, evidence, refusals }) => [id, number, evidence, refusals.notSeen.length]),
  );
  // What the first attempt of ours met is not expected of its second; theirs went through, against what was foretold.
  expect(told).toEqual([
    [
      ["1", 1, "measured", 0],
      ["2", 2, "measured", 0],
    ],
    [["3", 1, "imported", 1]],
  ]);
});
