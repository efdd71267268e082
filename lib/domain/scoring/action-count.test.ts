import { describe, expect, it } from "vitest";
import { noRolePolicies } from "../approaches/candidate-shape";
import type { ApiRequest } from "../deployment/api-call";
import type { ActionCatalogue, ActionFacts } from "../policy/action-catalogue";
import type { PolicyDocument, Statement } from "../policy/policy-document";
import { policySize } from "../policy/size";
import { countActions } from "./action-count";
import { rememberGranted } from "./remember-granted";

const action = (name: string, accessLevel: ActionFacts["accessLevel"]): ActionFacts => ({
  name,
  accessLevel,
  resourceTypes: [],
  conditionKeys: [],
});
const catalogue: ActionCatalogue = {
  version: "test",
  services: {
    s3: { getobject: action("GetObject", "Read"), putobject: action("PutObject", "Write") },
    sqs: { createqueue: action("CreateQueue", "Write"), deletequeue: action("DeleteQueue", "Write") },
  },
  resourceTypes: {},
};
const everything: PolicyDocument = {
  Version: "2012-10-17",
  Statement: [{ Effect: "Allow", Action: "*", Resource: "*" }],
};
const managed = { version: "test", policies: { Everything: { path: "Everything", document: everything } } };

const requestOf = (name: string): ApiRequest => ({
  key: name,
  callId: "call",
  principal: "ci",
  action: name,
  resources: ["*"],
  context: {},
  cause: "test",
  patterns: ["*"],
  source: "test",
  certainty: "documented",
});

function count(role: Partial<typeof noRolePolicies>, needed: readonly string[]) {
  const policies = { ...noRolePolicies, ...role, executionRole: null };
  const ci = rememberGranted(catalogue, managed)(policies) ?? new Map();
  const granted = { granted: { ci, executionRole: null }, gap: null };
  return countActions(policies, needed.map(requestOf), () => true, granted, catalogue, managed);
}

describe("countActions", () => {
  it("counts what is granted and not needed by service and access level, the most first", () => {
    const { granted, excess, lists } = count({ managedPolicies: ["Everything"] }, ["s3:PutObject", "sqs:TagQueue"]);
    expect({ granted, excess }).toEqual({ granted: 4, excess: 3 });
    expect(lists.excess).toEqual([
      { service: "sqs", accessLevel: "Write", actions: 2 },
      { service: "s3", accessLevel: "Read", actions: 1 },
    ]);
  });

  it("counts for each deployment anew, though an attached policy grants the same", () => {
    const all = ["s3:GetObject", "s3:PutObject", "sqs:CreateQueue", "sqs:DeleteQueue"];
    expect(count({ managedPolicies: ["Everything"] }, all).lists.excess).toEqual([]);
    expect(count({ managedPolicies: ["Everything"] }, all.slice(2)).excess).toBe(2);
  });

  it("grants less where a boundary or a policy of its own stands beside the attached one", () => {
    const only = (statement: Partial<Statement>): PolicyDocument => ({
      Version: "2012-10-17",
      Statement: [{ Effect: "Allow", Action: "s3:*", Resource: "*", ...statement }],
    });
    const managedPolicies = ["Everything"];
    expect(count({ managedPolicies }, []).granted).toBe(4);
    expect(count({ managedPolicies, boundary: only({}) }, []).granted).toBe(2);
    expect(count({ managedPolicies, policies: [only({ Effect: "Deny" })] }, []).granted).toBe(2);
  });

  it("counts both roles together: an action once, on everything if either has it so, and free if either is", () => {
    const document = (...statements: readonly Partial<Statement>[]): PolicyDocument => ({
      Version: "2012-10-17",
      Statement: statements.map((statement) => ({ Effect: "Allow", Resource: "*", ...statement })),
    });
    const queue = "arn:aws:sqs:eu-central-1:123456789012:orders";
    const onlyIn = { Condition: { StringEquals: { "aws:RequestedRegion": "eu-central-1" } } };
    const ci = document({ Action: "sqs:*", Resource: queue, ...onlyIn }, { Action: "s3:GetObject", ...onlyIn });
    const executionRole = document({ Action: "sqs:CreateQueue" }, { Action: "s3:GetObject", ...onlyIn });
    const role = (policy: PolicyDocument) => ({ ...noRolePolicies, policies: [policy] });
    const grantedTo = (policy: PolicyDocument) => rememberGranted(catalogue, managed)(role(policy)) ?? new Map();
    const counted = countActions(
      { ...role(ci), executionRole: role(executionRole) },
      [],
      () => true,
      { granted: { ci: grantedTo(ci), executionRole: grantedTo(executionRole) }, gap: null },
      catalogue,
      managed,
    );
    expect(counted).toMatchObject({ granted: 3, conditional: 2, onWildcard: 2, statements: 4 });
    expect(counted.lists.onWildcard).toEqual(["s3:GetObject", "sqs:CreateQueue"]);
    expect(counted.characters).toBe(policySize(ci) + policySize(executionRole));
  });

  it("leaves open what hangs on grants that could not be worked out, and counts the rest", () => {
    const policies = { ...noRolePolicies, policies: [everything], executionRole: null };
    const uncounted = { granted: null, gap: "The CI role is too large." };
    const counted = countActions(policies, [requestOf("sqs:TagQueue")], () => false, uncounted, catalogue, managed);
    expect(counted).toMatchObject({
      listed: 1,
      granted: null,
      needed: 1,
      missing: 1,
      excess: null,
      conditional: null,
      onWildcard: null,
      statements: 1,
      gap: "The CI role is too large.",
      lists: { needed: ["sqs:TagQueue"], missing: ["sqs:TagQueue"], onWildcard: null, excess: null },
    });
  });
});
