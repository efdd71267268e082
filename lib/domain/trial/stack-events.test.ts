import { expect, test } from "vitest";
import type { CandidatePolicies } from "../approaches/candidate";
import { noRolePolicies } from "../approaches/candidate-shape";
import { smallPlan } from "./plan-for-tests";
import { runTrial } from "./run-trial";
import type { Attempt } from "./trial";

const queue = (name: string) => `arn:aws:sqs:eu-central-1:123456789012:${name}`;

/** Two queues at once, of which one is refused half-way, and a third that never starts. */
const plan = smallPlan(
  [["Orders", "Failures"], ["Audit"]],
  [
    { phase: "package", resource: null, action: "s3:PutObject", on: "arn:aws:s3:::artifacts/code" },
    { phase: "changeset", resource: null, action: "cloudformation:CreateChangeSet", on: "*" },
    { phase: "create", resource: "Orders", action: "sqs:CreateQueue", on: queue("Orders") },
    { phase: "create", resource: "Orders", action: "sqs:TagQueue", on: queue("Orders") },
    {
      phase: "create",
      resource: "Orders",
      action: "sqs:DeleteQueue",
      on: queue("Orders"),
      onlyAfterFailure: true,
    },
    { phase: "create", resource: "Failures", action: "sqs:CreateQueue", on: queue("Failures") },
    { phase: "create", resource: "Audit", action: "sqs:CreateQueue", on: queue("Audit") },
    { phase: "rollback", resource: "Failures", action: "sqs:DeleteQueue", on: queue("Failures"), undoes: "create" },
    { phase: "update", resource: "Failures", action: "sqs:SetQueueAttributes", on: queue("Failures") },
    { phase: "delete", resource: "Audit", action: "sqs:DeleteQueue", on: queue("Audit") },
  ],
);

function policiesOf(...actions: string[]): CandidatePolicies {
  const statement = { Effect: "Allow", Action: actions, Resource: "*" } as const;
  return { ...noRolePolicies, policies: [{ Version: "2012-10-17", Statement: [statement] }], executionRole: null };
}

function firstAttempt(...actions: string[]): Attempt | undefined {
  const options = { mode: "generalised", managedPolicies: { version: "none", policies: {} } } as const;
  return runTrial(policiesOf(...actions), plan, options).attempts[0];
}

function tell(attempt: Attempt | undefined): readonly string[] {
  return (attempt?.events ?? []).map(({ phase, logicalId, status, reason, denial }) =>
    [phase, logicalId, status, ...(denial === null ? [reason ?? ""] : [`denial ${denial}`])].join(" ").trimEnd(),
  );
}

test("a wave starts together, and what was made is undone in reverse", () => {
  expect(tell(firstAttempt("s3:*", "cloudformation:*", "sqs:CreateQueue"))).toEqual([
    "changeset shop REVIEW_IN_PROGRESS User Initiated",
    "create shop CREATE_IN_PROGRESS User Initiated",
    "create Orders CREATE_IN_PROGRESS",
    "create Failures CREATE_IN_PROGRESS",
    "create Orders CREATE_IN_PROGRESS Resource creation Initiated",
    "create Orders CREATE_FAILED denial 0",
    "create Failures CREATE_IN_PROGRESS Resource creation Initiated",
    "create Failures CREATE_COMPLETE",
    "rollback shop ROLLBACK_IN_PROGRESS The following resource(s) failed to create: [Orders]. Rollback requested by user.",
    "rollback Orders DELETE_IN_PROGRESS",
    "rollback Orders DELETE_FAILED denial 1",
    "rollback Failures DELETE_IN_PROGRESS",
    "rollback Failures DELETE_FAILED denial 2",
    "rollback shop ROLLBACK_FAILED The following resource(s) failed to delete: [Orders, Failures].",
  ]);
});

test("the CLI that is refused prints its own error, and CloudFormation nothing", () => {
  const attempt = firstAttempt("sqs:*");
  expect(tell(attempt)).toEqual(["package sam deploy FAILED denial 0"]);
  expect(attempt?.events[0]?.reason).toBe(
    `An error occurred (AccessDenied) when calling the PutObject operation: ${attempt?.denials[0]?.message}`,
  );
});

test("an update goes through its clean-up, and a refused one names what failed", () => {
  expect(tell(firstAttempt("*")).slice(-7)).toEqual([
    "update Failures UPDATE_COMPLETE",
    "update shop UPDATE_COMPLETE_CLEANUP_IN_PROGRESS",
    "update shop UPDATE_COMPLETE",
    "delete shop DELETE_IN_PROGRESS User Initiated",
    "delete Audit DELETE_IN_PROGRESS",
    "delete Audit DELETE_COMPLETE",
    "delete shop DELETE_COMPLETE",
  ]);
  const refused = firstAttempt("s3:*", "cloudformation:*", "sqs:CreateQueue", "sqs:TagQueue", "sqs:DeleteQueue");
  expect(tell(refused).slice(-4)).toEqual([
    "update Failures UPDATE_FAILED denial 0",
    "rollback shop UPDATE_ROLLBACK_IN_PROGRESS The following resource(s) failed to update: [Failures].",
    "rollback shop UPDATE_ROLLBACK_COMPLETE_CLEANUP_IN_PROGRESS",
    "rollback shop UPDATE_ROLLBACK_COMPLETE",
  ]);
});

test("every refused attempt keeps what its fix adds and how the texts change", () => {
  const fix = firstAttempt("s3:*", "cloudformation:*", "sqs:CreateQueue")?.fix;
  expect(fix?.parts.map(({ policy, joined, gains }) => ({ policy, joined, gains }))).toEqual([
    { policy: 0, joined: null, gains: { actions: ["sqs:TagQueue"], resources: [queue("Orders")] } },
    {
      policy: 0,
      joined: null,
      gains: { actions: ["sqs:DeleteQueue"], resources: [queue("Failures"), queue("Orders")] },
    },
  ]);
  expect(fix?.documents.map(({ policyType, diff }) => [policyType, diff.split("\n", 2)])).toEqual([
    ["identity", ["--- a/policy.json", "+++ b/policy.json"]],
  ]);
  expect(fix?.documents[0]?.diff).toContain('+      "Action": "sqs:TagQueue"');
});

test("a refusal that CloudFormation meets for the stack as a whole rolls it back, with nothing made", () => {
  const looking = smallPlan(
    [["Orders"]],
    [
      { phase: "create", resource: null, action: "ec2:DescribeImages", on: "*" },
      { phase: "create", resource: "Orders", action: "sqs:CreateQueue", on: queue("Orders") },
      { phase: "update", resource: null, action: "ec2:DescribeVpcs", on: "*" },
    ],
  );
  const calls = looking.calls.map((call) => ({ ...call, via: "cloudformation" as const }));
  const options = { mode: "generalised", managedPolicies: { version: "none", policies: {} } } as const;
  const { attempts } = runTrial(policiesOf("sqs:*"), { ...looking, calls }, options);
  expect(attempts.map(({ outcome, created }) => [outcome, created])).toEqual([
    ["rolled-back", []],
    ["rolled-back", ["Orders"]],
    ["complete", ["Orders"]],
  ]);
  expect(tell(attempts[0])).toEqual([
    "create shop CREATE_IN_PROGRESS User Initiated",
    "rollback shop ROLLBACK_IN_PROGRESS denial 0",
    "rollback shop ROLLBACK_COMPLETE",
  ]);
  expect(attempts[0]?.events[1]?.reason).toBe(
    "AccessDenied. User doesn't have permission to call ec2:DescribeImages. Rollback requested by user.",
  );
  expect(tell(attempts[1]).slice(-3)).toEqual([
    "update shop UPDATE_IN_PROGRESS User Initiated",
    "rollback shop UPDATE_ROLLBACK_IN_PROGRESS denial 0",
    "rollback shop UPDATE_ROLLBACK_COMPLETE",
  ]);
});

test("a resource that takes an attribute fails in CloudFormation's own words where it may not be asked for", () => {
  const reading = smallPlan(
    [["Orders"], ["Audit"]],
    [
      { phase: "create", resource: "Orders", action: "sqs:CreateQueue", on: queue("Orders") },
      { phase: "create", resource: "Audit", action: "sqs:GetQueueAttributes", on: queue("Orders") },
    ],
  );
  const asked = reading.calls.map((call) => ({
    ...call,
    checks: call.checks.map((check) => ({ ...check, cause: "Fn::GetAtt Orders.Arn" })),
  }));
  const options = { mode: "none", managedPolicies: { version: "none", policies: {} } } as const;
  const [attempt] = runTrial(policiesOf("sqs:CreateQueue"), { ...reading, calls: asked }, options).attempts;
  expect(attempt?.events.find(({ status }) => status === "CREATE_FAILED")).toMatchObject({
    logicalId: "Audit",
    reason:
      "Unable to retrieve Arn attribute for AWS::SQS::Queue, with error message Access denied for operation 'sqs:GetQueueAttributes'.",
  });
});

test("what depends on others is removed first, and a refused removal names what is left", () => {
  const deleting = smallPlan(
    [["Orders"], ["Audit"]],
    ["Orders", "Audit"].map((name) => ({
      phase: "delete",
      resource: name,
      action: "sqs:DeleteQueue",
      on: queue(name),
    })),
  );
  const options = { mode: "generalised", managedPolicies: { version: "none", policies: {} } } as const;
  const { attempts } = runTrial(policiesOf("sqs:CreateQueue"), deleting, options);
  expect(attempts.map((attempt) => tell(attempt).filter((line) => line.startsWith("delete")))).toEqual([
    [
      "delete shop DELETE_IN_PROGRESS User Initiated",
      "delete Audit DELETE_IN_PROGRESS",
      "delete Audit DELETE_FAILED denial 0",
      "delete shop DELETE_FAILED The following resource(s) failed to delete: [Audit].",
    ],
    [
      "delete shop DELETE_IN_PROGRESS User Initiated",
      "delete Audit DELETE_IN_PROGRESS",
      "delete Audit DELETE_COMPLETE",
      "delete Orders DELETE_IN_PROGRESS",
      "delete Orders DELETE_FAILED denial 0",
      "delete shop DELETE_FAILED The following resource(s) failed to delete: [Orders].",
    ],
    [
      "delete shop DELETE_IN_PROGRESS User Initiated",
      "delete Audit DELETE_IN_PROGRESS",
      "delete Audit DELETE_COMPLETE",
      "delete Orders DELETE_IN_PROGRESS",
      "delete Orders DELETE_COMPLETE",
      "delete shop DELETE_COMPLETE",
    ],
  ]);
});

test("only a tag call that is made again is told of, not a refusal that is passed over", () => {
  const tolerant = smallPlan(
    [["Rule"]],
    [
      { phase: "package", resource: null, action: "s3:HeadObject", on: "*", onDenied: "ignored" },
      {
        phase: "create",
        resource: "Rule",
        action: "sqs:GetQueueUrl",
        on: queue("Rule"),
        onDenied: "ignored",
        readOnly: true,
      },
      { phase: "create", resource: "Rule", action: "sqs:TagQueue", on: queue("Rule"), onDenied: "retry-without-tags" },
    ],
  );
  const options = { mode: "none", managedPolicies: { version: "none", policies: {} } } as const;
  const [attempt] = runTrial(policiesOf("sqs:CreateQueue"), tolerant, options).attempts;
  expect(tell(attempt).filter((line) => line.startsWith("create Rule"))).toEqual([
    "create Rule CREATE_IN_PROGRESS",
    "create Rule CREATE_IN_PROGRESS denial 2",
    "create Rule CREATE_IN_PROGRESS Resource creation Initiated",
    "create Rule CREATE_COMPLETE",
  ]);
});

test("a stack comes into being with its own change set, not with the managed bucket's", () => {
  const managed = smallPlan(
    [],
    [
      { phase: "package", resource: null, action: "cloudformation:CreateChangeSet", on: "*" },
      { phase: "changeset", resource: null, action: "cloudformation:CreateChangeSet", on: "*" },
      { phase: "changeset", resource: null, action: "cloudformation:DescribeChangeSet", on: "*" },
    ],
  );
  const options = { mode: "none", managedPolicies: { version: "none", policies: {} } } as const;
  const [attempt] = runTrial(policiesOf("*"), managed, options).attempts;
  expect(tell(attempt).filter((line) => line.includes("REVIEW_IN_PROGRESS"))).toEqual([
    "changeset shop REVIEW_IN_PROGRESS User Initiated",
  ]);
});

test("an update creates what it adds and deletes what it takes out, and neither stands in the other stack", () => {
  const layer = (name: string) => `arn:aws:lambda:eu-central-1:123456789012:layer:${name}`;
  const planned = smallPlan(
    [["Earlier", "Later", "Orders"]],
    [
      { phase: "create", resource: "Later", action: "lambda:PublishLayerVersion", on: layer("Later") },
      { phase: "create", resource: "Orders", action: "sqs:CreateQueue", on: queue("Orders") },
      { phase: "update", resource: "Earlier", action: "lambda:DeleteLayerVersion", on: layer("Earlier") },
      { phase: "update", resource: "Later", action: "lambda:PublishLayerVersion", on: layer("Later") },
      { phase: "update", resource: "Orders", action: "sqs:SetQueueAttributes", on: queue("Orders") },
      {
        phase: "rollback",
        resource: "Later",
        action: "lambda:DeleteLayerVersion",
        on: layer("Later"),
        undoes: "update",
      },
    ],
  );
  const changes = { Earlier: "delete", Later: "create", Orders: "update" } as const;
  const resources = planned.resources.map((resource) => ({
    ...resource,
    change: Object.entries(changes).find(([logicalId]) => logicalId === resource.logicalId)?.[1] ?? resource.change,
  }));
  const tryWith = (...actions: string[]) => {
    const options = { mode: "none", managedPolicies: { version: "none", policies: {} } } as const;
    const [attempt] = runTrial(policiesOf(...actions), { ...planned, resources }, options).attempts;
    return tell(attempt).filter((line) => !line.includes(" shop "));
  };
  expect(tryWith("*").filter((line) => line.endsWith("COMPLETE"))).toEqual([
    "create Later CREATE_COMPLETE",
    "create Orders CREATE_COMPLETE",
    "update Earlier DELETE_COMPLETE",
    "update Later CREATE_COMPLETE",
    "update Orders UPDATE_COMPLETE",
  ]);
  expect(tryWith("lambda:*", "sqs:CreateQueue").slice(-3)).toEqual([
    "update Orders UPDATE_FAILED denial 0",
    "rollback Later DELETE_IN_PROGRESS",
    "rollback Later DELETE_COMPLETE",
  ]);
});
