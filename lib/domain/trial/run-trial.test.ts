import { describe, expect, it } from "vitest";
import type { CandidatePolicies } from "../approaches/candidate";
import { noRolePolicies } from "../approaches/candidate-shape";
import type { Phase } from "../deployment/api-call";
import type { Statement } from "../policy/policy-document";
import { smallPlan } from "./plan-for-tests";
import { runTrial } from "./run-trial";
import type { TrialOptions } from "./trial";

const managedPolicies = { version: "none", policies: {} };
const options: TrialOptions = { mode: "generalised", managedPolicies };

const queue = (name: string) => `arn:aws:sqs:eu-central-1:123456789012:${name}`;
const on = (name: string, action: string) => ({ resource: name, action, on: queue(name) });

/** Two queues at once, then a third that needs both. */
const plan = smallPlan(
  [["Orders", "Failures"], ["Audit"]],
  [
    { phase: "package", resource: null, action: "s3:PutObject", on: "arn:aws:s3:::artifacts/code" },
    { phase: "changeset", resource: null, action: "cloudformation:CreateChangeSet", on: "*" },
    { phase: "create", ...on("Orders", "sqs:CreateQueue") },
    { phase: "create", ...on("Orders", "sqs:SetQueueAttributes") },
    { phase: "create", ...on("Orders", "sqs:DeleteQueue"), onlyAfterFailure: true },
    { phase: "create", ...on("Failures", "sqs:CreateQueue") },
    { phase: "create", ...on("Audit", "sqs:CreateQueue") },
    { phase: "update", ...on("Orders", "sqs:SetQueueAttributes") },
    { phase: "rollback", ...on("Orders", "sqs:DeleteQueue"), undoes: "create" },
    { phase: "rollback", ...on("Failures", "sqs:DeleteQueue"), undoes: "create" },
    { phase: "delete", ...on("Orders", "sqs:DeleteQueue") },
    { phase: "delete", ...on("Failures", "sqs:DeleteQueue") },
    { phase: "delete", ...on("Audit", "sqs:DeleteQueue") },
  ],
);

function policiesOf(...statements: Statement[]): CandidatePolicies {
  return { ...noRolePolicies, policies: [{ Version: "2012-10-17", Statement: statements }], executionRole: null };
}

const allow = (actions: string | string[], resource = "*"): Statement => ({
  Effect: "Allow",
  Action: actions,
  Resource: resource,
});
const empty: CandidatePolicies = { ...noRolePolicies, executionRole: null };

describe("runTrial", () => {
  it("needs no round with everything allowed", () => {
    const trial = runTrial(policiesOf(allow("*")), plan, options);
    expect(trial).toMatchObject({ works: true, converges: true, rounds: 0, roundsIfOneDenialEach: 0 });
    expect(trial.attempts.map(({ outcome }) => outcome)).toEqual(["complete"]);
    expect(trial.milestones).toEqual({ creates: 1, updates: 1, deletes: 1 });
  });

  it("needs the rounds that waves and first denials imply with nothing allowed", () => {
    const trial = runTrial(empty, plan, options);
    // 1 PutObject; 2 CreateChangeSet; 3 CreateQueue of Orders and Failures; 4 SetQueueAttributes of Orders, whose clean-up is
    // refused as well as Failures' rollback; 5 CreateQueue of Audit; 6 DeleteQueue of Audit.
    expect(trial.attempts.map(({ outcome }) => outcome)).toEqual([
      "not-started",
      "not-started",
      "rolled-back",
      "stuck",
      "rolled-back",
      "stuck",
      "complete",
    ]);
    expect(trial.rounds).toBe(6);
    expect(trial.roundsIfOneDenialEach).toBe(9);
    expect(trial.milestones).toEqual({ creates: 6, updates: 6, deletes: 7 });
    expect(trial.workingPolicies.executionRole).toBeNull();
  });

  it("shows the first denial of every resource that is ready", () => {
    const trial = runTrial(policiesOf(allow(["s3:*", "cloudformation:*"])), plan, options);
    const first = trial.attempts[0]?.denials.map(({ logicalId, request }) => `${logicalId} ${request.action}`);
    expect(first).toEqual(["Orders sqs:CreateQueue", "Failures sqs:CreateQueue"]);
  });

  it("keeps the words of AWS for a refusal", () => {
    const [attempt] = runTrial(policiesOf(allow(["s3:*", "cloudformation:*"])), plan, options).attempts;
    expect(attempt?.denials[0]?.message).toBe(
      "User: arn:aws:sts::123456789012:assumed-role/github-actions-deploy/GitHubActions is not authorized to perform: sqs:createqueue on resource: arn:aws:sqs:eu-central-1:123456789012:Orders because no identity-based policy allows the sqs:createqueue action",
    );
  });

  it("does not converge against an explicit deny", () => {
    const trial = runTrial(
      policiesOf(allow("*"), { Sid: "NoQueues", Effect: "Deny", Action: "sqs:CreateQueue", Resource: "*" }),
      plan,
      options,
    );
    expect(trial.converges).toBe(false);
    expect(trial.reason).toContain("NoQueues");
  });

  it("stops after the first failed attempt when nothing is to be fixed", () => {
    const trial = runTrial(empty, plan, { ...options, mode: "none" });
    expect(trial).toMatchObject({ works: false, converges: false, rounds: 1 });
    expect(trial.attempts).toHaveLength(1);
  });

  it("counts only the phases asked for", () => {
    const trial = runTrial(policiesOf(allow("sqs:CreateQueue"), allow("sqs:SetQueueAttributes")), plan, {
      ...options,
      phases: ["create"],
    });
    expect(trial.works).toBe(true);
    expect(trial.attempts.map(({ phase, outcome }) => `${phase} ${outcome}`)).toEqual(["create complete"]);
  });

  it("goes on without tags where CloudFormation retries, and after an upload check that is refused", () => {
    const tolerant = smallPlan(
      [["Rule"]],
      [
        { phase: "package", resource: null, action: "s3:HeadObject", on: "*", onDenied: "ignored" },
        { phase: "create", ...on("Rule", "events:TagResource"), onDenied: "retry-without-tags" },
      ],
    );
    const trial = runTrial(empty, tolerant, options);
    expect(trial).toMatchObject({ works: true, rounds: 0, roundsIfOneDenialEach: 0 });
    expect(trial.attempts[0]?.denials.map(({ effect }) => effect)).toEqual(["ignored", "retried"]);
  });

  it("shows the refusal that is printed, and lifts the one that causes it", () => {
    const looking = smallPlan(
      [["Rule"]],
      [
        {
          phase: "package",
          resource: null,
          action: "cloudformation:DescribeStacks",
          on: "*",
          shownAs: "cloudformation:CreateChangeSet",
        },
      ],
    );
    const trial = runTrial(empty, looking, options);
    const [refused] = trial.attempts;
    expect(trial).toMatchObject({ converges: true, rounds: 1, roundsIfOneDenialEach: 1 });
    expect(refused?.denials.map(({ effect, request }) => [effect, request.action])).toEqual([
      ["failed", "cloudformation:DescribeStacks"],
      ["shown", "cloudformation:CreateChangeSet"],
    ]);
    expect(refused?.events).toMatchObject([{ reason: expect.stringContaining("calling the CreateChangeSet") }]);
    expect(refused?.fix?.parts.map(({ statement }) => statement.Action)).toEqual([["cloudformation:DescribeStacks"]]);
    const changing = runTrial(policiesOf(allow("cloudformation:CreateChangeSet")), looking, options);
    expect(changing.attempts[0]?.denials.map(({ effect }) => effect)).toEqual(["failed"]);
  });

  const updating = smallPlan(
    [["Settings"], ["Worker"]],
    [
      { phase: "update", ...on("Settings", "sqs:TagQueue") },
      { phase: "update", ...on("Worker", "sqs:SetQueueAttributes") },
      { phase: "rollback", ...on("Worker", "sqs:SetQueueAttributes"), undoes: "update" },
      { phase: "rollback", ...on("Settings", "sqs:UntagQueue"), undoes: "update" },
    ],
  );

  it("takes a refused change back as well, which gets stuck on the same refusal", () => {
    const phases: Phase[] = ["update", "rollback"];
    const given = policiesOf(allow(["sqs:TagQueue", "sqs:UntagQueue"]));
    const [attempt] = runTrial(given, updating, { ...options, phases }).attempts;
    expect(attempt).toMatchObject({ outcome: "stuck", phase: "update" });
    expect(attempt?.events.map(({ logicalId, status }) => `${logicalId} ${status}`)).toEqual([
      "shop UPDATE_IN_PROGRESS",
      "Settings UPDATE_IN_PROGRESS",
      "Settings UPDATE_COMPLETE",
      "Worker UPDATE_IN_PROGRESS",
      "Worker UPDATE_FAILED",
      "shop UPDATE_ROLLBACK_IN_PROGRESS",
      "Worker UPDATE_IN_PROGRESS",
      "Worker UPDATE_FAILED",
      "Settings UPDATE_IN_PROGRESS",
      "Settings UPDATE_COMPLETE",
      "shop UPDATE_ROLLBACK_FAILED",
    ]);
  });

  it("rolls a refused update back where the way back is allowed", () => {
    const created = smallPlan(
      [["Worker"]],
      [
        { phase: "update", ...on("Worker", "sqs:SetQueueAttributes") },
        { phase: "rollback", ...on("Worker", "sqs:TagQueue"), undoes: "update" },
      ],
    );
    expect(runTrial(policiesOf(allow("sqs:TagQueue")), created, options).attempts[0]?.outcome).toBe("rolled-back");
    expect(runTrial(empty, created, { ...options, phases: ["update"] }).attempts[0]?.outcome).toBe("rolled-back");
  });

  it("never converges on ids that change with every creation when ARNs are granted as refused", () => {
    const api = "arn:aws:apigateway:eu-central-1::/restapis/abc123xyz0";
    const changing = smallPlan(
      [["Api"]],
      [
        {
          phase: "create",
          resource: "Api",
          action: "apigateway:POST",
          on: "arn:aws:apigateway:eu-central-1::/restapis",
        },
        { phase: "create", resource: "Api", action: "apigateway:PATCH", on: api },
      ],
      ["abc123xyz0"],
    );
    const asRefused = runTrial(empty, changing, { ...options, mode: "as-refused" });
    expect(asRefused.converges).toBe(false);
    expect(asRefused.reason).toContain("apigateway:PATCH");
    expect(runTrial(empty, changing, options)).toMatchObject({ converges: true, rounds: 2 });
  });
});
