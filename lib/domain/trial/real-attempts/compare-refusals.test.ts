import { describe, expect, it } from "vitest";
import { noRolePolicies } from "../../approaches/candidate-shape";
import { smallPlan } from "../plan-for-tests";
import { runTrial } from "../run-trial";
import { compareRefusals } from "./compare-refusals";
import { readAttemptLog } from "./read-attempt-log";
import type { RealAttempt } from "./real-attempt";
import { realAttempt } from "./real-attempt-for-tests";

const arn = (name: string) => `arn:aws:sqs:eu-central-1:123456789012:${name}`;
const plan = smallPlan(
  [["Orders", "Failures"], ["Late"]],
  [
    { phase: "changeset", resource: null, action: "cloudformation:CreateChangeSet", on: "*" },
    { phase: "create", resource: "Orders", action: "sqs:CreateQueue", on: arn("orders") },
    { phase: "create", resource: "Failures", action: "sqs:CreateQueue", on: arn("failures") },
    { phase: "create", resource: "Late", action: "sns:CreateTopic", on: "arn:aws:sns:eu-central-1:123456789012:late" },
    { phase: "update", resource: "Orders", action: "sqs:SetQueueAttributes", on: arn("orders") },
  ],
);
/** Attempt 1 stops at the change set, 2 at both queues, 3 at the topic, 4 in the update, 5 works. */
const { attempts } = runTrial({ ...noRolePolicies, executionRole: null }, plan, {
  mode: "generalised",
  managedPolicies: { version: "none", policies: {} },
});

const refuse = (logicalId: string, type: string, action: string) =>
  `CREATE_FAILED  ${type}  ${logicalId}  User: a is not authorized to perform: ${action}`;
const orders = refuse("Orders", "AWS::SQS::Queue", "sqs:CreateQueue");
const failures = refuse("Failures", "AWS::SQS::Queue", "sqs:CreateQueue");
const tags = refuse("Orders", "AWS::SQS::Queue", "sqs:TagQueue");

function compare(log: string, changes: Partial<RealAttempt> = {}, number = 1, earlier = "") {
  const real = realAttempt({ outcome: "rolled-back", ...changes, log: readAttemptLog(log) });
  const { seen, beside, notSeen } = compareRefusals(real, number, readAttemptLog(earlier).refusals, attempts);
  return {
    beside,
    seen: seen.map(({ refusal, predicted }) => [refusal.action, refusal.logicalId, predicted?.attempt ?? null]),
    notSeen: notSeen.map(({ action, logicalId }) => `${action} ${logicalId}`),
  };
}

describe("compareRefusals", () => {
  it("tells apart what was foretold, what was missed, and what did not come", () => {
    expect(compare(`${orders}\n${tags}`)).toEqual({
      beside: 2,
      seen: [
        ["sqs:CreateQueue", "Orders", 2],
        ["sqs:TagQueue", "Orders", null],
      ],
      notSeen: ["sqs:CreateQueue Failures"],
    });
  });

  it("does not count as missing what an earlier attempt has met", () => {
    expect(compare(orders, {}, 2, failures).notSeen).toEqual([]);
  });

  it("lays an attempt without known refusals beside the one of its number, and does not go past the last", () => {
    expect(compare("", {}, 1)).toEqual({ beside: 1, seen: [], notSeen: ["cloudformation:CreateChangeSet null"] });
    expect(compare("", { outcome: "complete", phase: "create" }, 2).notSeen).toEqual([
      "sqs:CreateQueue Orders",
      "sqs:CreateQueue Failures",
    ]);
    expect(compare("", { outcome: "complete" }, 9)).toEqual({ beside: 5, seen: [], notSeen: [] });
  });

  it("expects no refusals of phases that an attempt did not go through", () => {
    expect(compare("", { outcome: "not-started", phase: "package" }, 1).notSeen).toEqual([]);
    expect(compare("", { outcome: "not-started", phase: null }, 2).notSeen).toEqual([]);
    expect(compare("", { outcome: "complete", phase: "create" }, 4).notSeen).toEqual([]);
    expect(compare("", { outcome: "complete", phase: "update" }, 4).notSeen).toEqual(["sqs:SetQueueAttributes Orders"]);
    expect(compare("", { outcome: "rolled-back", phase: null }, 4).notSeen).toEqual(["sqs:SetQueueAttributes Orders"]);
  });

  it("has nothing to lay beside where the trial has no attempt", () => {
    expect(compareRefusals(realAttempt(), 1, [], [])).toEqual({ seen: [], beside: null, notSeen: [] });
  });
});
