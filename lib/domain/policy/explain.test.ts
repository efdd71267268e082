import { describe, expect, it } from "vitest";
import { compilePolicySet } from "./compile-policies";
import type { AccessRequest, PolicySet } from "./decision";
import { explainDecision } from "./explain";
import type { Statement } from "./policy-document";

const request: AccessRequest = {
  action: "s3:GetObject",
  resources: ["arn:aws:s3:::orders/a"],
  context: { "aws:RequestedRegion": ["us-east-1"] },
};

function explain(identity: readonly Statement[], boundary?: readonly Statement[], asked = request) {
  const set: PolicySet = {
    identity: [{ Version: "2012-10-17", Statement: identity }],
    boundary: boundary === undefined ? null : { Version: "2012-10-17", Statement: boundary },
    session: [],
    scp: [],
    rcp: [],
  };
  return explainDecision(compilePolicySet(set), asked);
}

describe("explainDecision", () => {
  it("names the statements that matched", () => {
    const { decision, policyTypes } = explain([{ Sid: "Read", Effect: "Allow", Action: "s3:Get*", Resource: "*" }]);
    expect(decision.statements).toEqual([{ policyType: "identity", policy: 0, statement: 0, sid: "Read" }]);
    expect(policyTypes).toMatchObject([
      {
        policyType: "identity",
        outcome: "allows",
        uncoveredResources: [],
        matched: [{ ref: { sid: "Read" } }],
        nearMisses: [],
      },
    ]);
  });

  it("names the element on which a statement failed, the closest first", () => {
    const { policyTypes } = explain([
      { Sid: "Far", Effect: "Allow", Action: "lambda:*", Resource: "arn:aws:lambda:*" },
      {
        Sid: "Both",
        Effect: "Allow",
        Action: "s3:GetObject",
        Resource: "arn:aws:s3:::other/*",
        Condition: { Bool: { "aws:SecureTransport": "true" } },
      },
      {
        Sid: "Region",
        Effect: "Allow",
        Action: "s3:GetObject",
        Resource: "*",
        Condition: { StringEquals: { "aws:RequestedRegion": "eu-central-1" } },
      },
      { Sid: "Action", Effect: "Allow", Action: "s3:PutObject", Resource: "arn:aws:s3:::orders/*" },
      { Sid: "Not", Effect: "Allow", NotAction: "iam:*", NotResource: "arn:aws:s3:::orders/*" },
    ]);
    expect(policyTypes[0]?.nearMisses.map(({ ref, failed }) => [ref.sid, failed])).toEqual([
      [
        "Region",
        [
          {
            element: "Condition",
            operator: "StringEquals",
            key: "aws:RequestedRegion",
            wanted: ["eu-central-1"],
            found: ["us-east-1"],
          },
        ],
      ],
      ["Action", [{ element: "Action", action: "s3:GetObject" }]],
      ["Not", [{ element: "NotResource", resources: ["arn:aws:s3:::orders/a"], patterns: ["arn:aws:s3:::orders/*"] }]],
      [
        "Both",
        [
          { element: "Resource", resources: ["arn:aws:s3:::orders/a"], patterns: ["arn:aws:s3:::other/*"] },
          { element: "Condition", operator: "Bool", key: "aws:SecureTransport", wanted: ["true"], found: null },
        ],
      ],
    ]);
  });

  it("says which policy type blocked, and which resources it left uncovered", () => {
    const both = { ...request, resources: ["arn:aws:s3:::orders/a", "arn:aws:s3:::orders/b"] };
    const { decision, policyTypes } = explain(
      [{ Effect: "Allow", Action: "*", Resource: "*" }],
      [{ Effect: "Allow", Action: "s3:*", Resource: "arn:aws:s3:::orders/a" }],
      both,
    );
    expect(decision.blockedBy).toBe("boundary");
    expect(policyTypes).toMatchObject([
      { policyType: "identity", outcome: "allows" },
      { policyType: "boundary", outcome: "doesNotAllow", uncoveredResources: ["arn:aws:s3:::orders/b"] },
    ]);
  });

  it("shows the Deny that decided", () => {
    const { decision, policyTypes } = explain([
      { Effect: "Allow", Action: "*", Resource: "*" },
      { Sid: "No", Effect: "Deny", Action: "s3:*", Resource: "*" },
    ]);
    expect(decision).toMatchObject({ decision: "explicitDeny", statements: [{ sid: "No" }] });
    expect(policyTypes[0]?.outcome).toBe("denies");
  });
});
