import { describe, expect, it } from "vitest";
import { noRolePolicies } from "../approaches/candidate-shape";
import { matchRefusals } from "./match-refusals";
import { smallPlan } from "./plan-for-tests";
import { readRefusals } from "./read-refusals";
import { runTrial } from "./run-trial";

const plan = smallPlan(
  [["Orders", "Reader"]],
  [
    {
      phase: "create",
      resource: "Orders",
      action: "sqs:CreateQueue",
      on: "arn:aws:sqs:eu-central-1:123456789012:orders",
    },
    { phase: "create", resource: "Reader", action: "iam:CreateRole", on: "arn:aws:iam::123456789012:role/shop-Reader" },
  ],
);
const trial = runTrial({ ...noRolePolicies, executionRole: null }, plan, {
  mode: "generalised",
  managedPolicies: { version: "none", policies: {} },
});
const denials = trial.attempts.flatMap((attempt) => attempt.denials);

function match(log: string) {
  const { predicted, unpredicted } = matchRefusals(readRefusals(log), denials);
  return { predicted: predicted.map(({ denial }) => denial.logicalId), unpredicted: unpredicted.length };
}

describe("matchRefusals", () => {
  it("finds what the trial ran into, in whatever case the action is printed and whichever account it was", () => {
    const log =
      "User: a is not authorized to perform: sqs:createqueue on resource: arn:aws:sqs:eu-central-1:210987654321:orders";
    expect(match(log)).toEqual({ predicted: ["Orders"], unpredicted: 0 });
  });

  it("takes a name as IAM prints it for the role's ARN", () => {
    const refused = "is not authorized to perform: iam:CreateRole on resource: role";
    expect(match(`User: a ${refused} shop-Reader`)).toEqual({ predicted: ["Reader"], unpredicted: 0 });
    expect(match(`User: a ${refused} shop-Writer`)).toEqual({ predicted: [], unpredicted: 1 });
  });

  it("keeps apart what was refused to another resource or for another action", () => {
    const refused = (resource: string, action: string) =>
      `CREATE_FAILED  AWS::SQS::Queue  ${resource}  User: a is not authorized to perform: ${action}`;
    expect(match(refused("Orders", "sqs:CreateQueue"))).toEqual({ predicted: ["Orders"], unpredicted: 0 });
    expect(match(refused("Others", "sqs:CreateQueue"))).toEqual({ predicted: [], unpredicted: 1 });
    expect(match(refused("Orders", "sqs:TagQueue"))).toEqual({ predicted: [], unpredicted: 1 });
  });

  it("goes by the resource where the log hides the action", () => {
    const hidden = (resource: string) => `CREATE_FAILED  AWS::SQS::Queue  ${resource}  Access Denied (Service: Sqs)`;
    expect(match(hidden("Orders"))).toEqual({ predicted: ["Orders"], unpredicted: 0 });
    expect(match(hidden("Others"))).toEqual({ predicted: [], unpredicted: 1 });
  });
});
