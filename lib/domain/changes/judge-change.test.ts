import { expect, it } from "vitest";
import { noRolePolicies } from "../approaches/candidate-shape";
import { smallPlan } from "../trial/plan-for-tests";
import { judgeWith } from "./try-changes";

const on = "arn:aws:sqs:eu-central-1:123456789012:Orders";

/** One call of each phase, each with an action of its own. */
const plan = smallPlan(
  [["Orders"]],
  [
    { phase: "package", resource: null, action: "s3:PutObject", on: "*" },
    { phase: "changeset", resource: null, action: "cloudformation:CreateChangeSet", on: "*" },
    { phase: "create", resource: "Orders", action: "sqs:CreateQueue", on },
    { phase: "create", resource: "Orders", action: "sqs:TagQueue", on, onDenied: "retry-without-tags" },
    { phase: "create", resource: "Orders", action: "sqs:PurgeQueue", on, onlyAfterFailure: true },
    { phase: "update", resource: "Orders", action: "sqs:SetQueueAttributes", on },
    { phase: "update", resource: "Orders", action: "sqs:GetQueueUrl", on, onDenied: "ignored" },
    { phase: "replace", resource: "Orders", action: "sqs:GetQueueAttributes", on },
    { phase: "rollback", resource: "Orders", action: "sqs:RemovePermission", on, undoes: "create" },
    { phase: "rollback", resource: "Orders", action: "sqs:AddPermission", on, undoes: "update" },
    { phase: "delete", resource: "Orders", action: "sqs:DeleteQueue", on },
  ],
);

const judge = judgeWith({ ...noRolePolicies, executionRole: null }, { version: "none", policies: {} });

function refused(isNewStack: boolean): readonly string[] {
  return judge("change", { plan, isNewStack, notModelled: [] }).denials.map(({ request }) => request.action);
}

it("asks of an update for its own calls, its way back and a later delete", () => {
  expect(refused(false)).toEqual([
    "s3:PutObject",
    "cloudformation:CreateChangeSet",
    "sqs:SetQueueAttributes",
    "sqs:GetQueueAttributes",
    "sqs:AddPermission",
    "sqs:DeleteQueue",
  ]);
});

it("asks of a further stack for its creation, the way back from it and a later delete", () => {
  expect(refused(true)).toEqual([
    "s3:PutObject",
    "cloudformation:CreateChangeSet",
    "sqs:CreateQueue",
    "sqs:PurgeQueue",
    "sqs:RemovePermission",
    "sqs:DeleteQueue",
  ]);
});

it("is not applicable where there is nothing to deploy, and fails on what is known before it is not modelled", () => {
  expect(judge("change", { plan: null, isNewStack: false, notModelled: ["AWS::Un::Heard"] }).verdict).toBe(
    "not-applicable",
  );
  expect(judge("change", { plan, isNewStack: false, notModelled: ["AWS::Un::Heard"] }).verdict).toBe("fails");
  const nothing = { ...plan, calls: [] };
  expect(judge("change", { plan: nothing, isNewStack: false, notModelled: ["AWS::Un::Heard"] }).verdict).toBe(
    "not-modelled",
  );
  expect(judge("change", { plan: nothing, isNewStack: false, notModelled: [] }).verdict).toBe("deploys");
});
