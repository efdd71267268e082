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

const failed = (log: string | null, changes: Partial<RealAttempt> = {}) =>
  realAttempt({ outcome: "rolled-back", ...changes, log: log === null ? null : readAttemptLog(log) });

function compare(real: RealAttempt, ...earlier: RealAttempt[]) {
  const { seen, notSeen } = compareRefusals(real, earlier, attempts);
  return {
    seen: seen.map(({ refusal, predicted }) => [refusal.action, refusal.logicalId, predicted?.attempt ?? null]),
    notSeen: notSeen.map(({ action, logicalId, attempt }) => `${attempt} ${action} ${logicalId}`),
  };
}

const changeSet = "1 cloudformation:CreateChangeSet null";

describe("compareRefusals", () => {
  it("tells apart what was predicted, what was missed, and what did not come", () => {
    expect(compare(failed(`${orders}\n${tags}`))).toEqual({
      seen: [
        ["sqs:CreateQueue", "Orders", 2],
        ["sqs:TagQueue", "Orders", null],
      ],
      notSeen: [changeSet, "2 sqs:CreateQueue Failures"],
    });
  });

  it("does not miss what an earlier attempt has met, and tells once what did not come", () => {
    expect(compare(failed(orders), failed(failures)).notSeen).toEqual([]);
  });

  it("misses everything that was predicted for what went through", () => {
    expect(compare(realAttempt()).notSeen).toEqual([
      changeSet,
      "2 sqs:CreateQueue Orders",
      "2 sqs:CreateQueue Failures",
      "3 sns:CreateTopic Late",
    ]);
    expect(compare(realAttempt({ phase: "update" }), realAttempt()).notSeen).toEqual([
      "4 sqs:SetQueueAttributes Orders",
    ]);
    expect(compare(realAttempt({ phase: "delete" })).notSeen).toEqual([]);
  });

  it("expects nothing of phases that an attempt did not come to, or in which it may have been refused unseen", () => {
    expect(compare(failed("", { outcome: "not-started", phase: "package" })).notSeen).toEqual([]);
    expect(compare(failed(null, { phase: "create" })).notSeen).toEqual([changeSet]);
    expect(compare(realAttempt(), failed(null, { phase: "create" })).notSeen).toEqual([]);
    expect(compare(failed(null, { outcome: "stuck", phase: null })).notSeen).toEqual([]);
  });

  it("misses nothing that was met, where nobody says in which phase", () => {
    expect(compare(failed(orders, { phase: null })).notSeen).toEqual([changeSet, "2 sqs:CreateQueue Failures"]);
  });
});

describe("with what was deployed told", () => {
  it("compares with the simulated attempt of the same policies, and with nothing else", () => {
    expect(compare(failed(orders, { policies: "after-fix-1" }))).toEqual({
      seen: [["sqs:CreateQueue", "Orders", 2]],
      notSeen: ["2 sqs:CreateQueue Failures"],
    });
    expect(compare(failed(orders, { policies: "as-proposed" })).notSeen).toEqual([
      changeSet,
      "2 sqs:CreateQueue Failures",
    ]);
    expect(compare(realAttempt({ policies: "after-fix-3" })).notSeen).toEqual([]);
    expect(compare(realAttempt({ phase: "update", policies: "after-fix-3" })).notSeen).toEqual([
      "4 sqs:SetQueueAttributes Orders",
    ]);
    expect(compare(realAttempt({ policies: "repaired" })).notSeen).toEqual([]);
  });

  it("says of a refusal that a deployed fix was to lift it", () => {
    const { sameAttempt, seen } = compareRefusals(failed(`${orders}\n${tags}`, { policies: "repaired" }), [], attempts);
    expect(sameAttempt).toBe(5);
    expect(seen.map(({ predicted, lifted }) => [predicted, lifted?.attempt ?? null])).toEqual([
      [null, 2],
      [null, null],
    ]);
  });

  it("expects the same again of every attempt with the same policies", () => {
    const again = failed(orders, { policies: "after-fix-1" });
    expect(compare(again, failed(failures, { policies: "after-fix-1" })).notSeen).toEqual([
      "2 sqs:CreateQueue Failures",
    ]);
    expect(compare(failed(null, { policies: "after-fix-1", phase: "create" })).notSeen).toEqual([]);
  });
});
