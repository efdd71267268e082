import { expect, test } from "vitest";
import type { CandidatePolicies } from "../approaches/candidate";
import { noRolePolicies } from "../approaches/candidate-shape";
import type { ManagedPolicyTable } from "../approaches/managed-policies";
import type { Statement } from "../policy/policy-document";
import { differCandidates } from "./differ-candidates";
import { fixDenials } from "./fix-denials";
import { smallPlan } from "./plan-for-tests";
import type { Denial } from "./trial";

const orders = "arn:aws:sqs:eu-central-1:123456789012:orders";
const list: Statement = { Effect: "Allow", Action: "sqs:ListQueues", Resource: "*" };
const managedPolicies: ManagedPolicyTable = {
  version: "one",
  policies: { Managed: { path: "/", document: { Version: "2012-10-17", Statement: [list] } } },
};

test("a widened statement tells only what it gained, in the role's own policies", () => {
  const held = { Sid: "Queues", Effect: "Allow", Action: ["sqs:CreateQueue"], Resource: orders } as const;
  const boundary = { Version: "2012-10-17", Statement: [{ ...held, Action: "sqs:CreateQueue" }] };
  const before: CandidatePolicies = {
    ...noRolePolicies,
    policies: [{ Version: "2012-10-17", Statement: [held] }],
    managedPolicies: ["Managed"],
    boundary,
    executionRole: null,
  };
  const { fixed, fix } = fixDenials(before, [denialOf("sqs:TagQueue")], "generalised", managedPolicies);
  const gained = { policy: 0, joined: 0, gains: { actions: ["sqs:TagQueue"], resources: [] } };
  expect(fix.parts.map(({ policyType, policy, joined, gains }) => ({ policyType, policy, joined, gains }))).toEqual([
    { policyType: "identity", ...gained },
    { policyType: "boundary", ...gained },
  ]);
  expect(differCandidates(before, fixed).map(({ policyType, diff }) => [policyType, diff.split("\n")[1]])).toEqual([
    ["identity", "+++ b/policy.json"],
    ["boundary", "+++ b/boundary.json"],
  ]);
});

function denialOf(action: string): Denial {
  const [call] = smallPlan([["Orders"]], [{ phase: "create", resource: "Orders", action, on: orders }]).calls;
  const [request] = call?.checks ?? [];
  if (!call || !request) throw new Error("The plan has one call with one check.");
  return {
    phase: "create",
    logicalId: "Orders",
    resourceType: "AWS::SQS::Queue",
    request,
    decision: { decision: "implicitDeny", blockedBy: "identity", statements: [] },
    message: "",
    effect: "failed",
  };
}
