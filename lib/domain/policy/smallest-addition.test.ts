import { describe, expect, it } from "vitest";
import type { PolicySet } from "./decision";
import type { PolicyDocument, Statement } from "./policy-document";
import { addSmallest, type DeniedRequest } from "./smallest-addition";

const bucket = "arn:aws:s3:::orders";
const role = "arn:aws:iam::123456789012:role/orders-a1b2";

function policies(identity: readonly Statement[], boundary?: readonly Statement[]): PolicySet {
  const document = (statements: readonly Statement[]): PolicyDocument => ({
    Version: "2012-10-17",
    Statement: statements,
  });
  return {
    identity: [document(identity)],
    boundary: boundary === undefined ? null : document(boundary),
    session: [],
    scp: [],
    rcp: [],
  };
}

function denied(action: string, resources: readonly string[], rest: Partial<DeniedRequest> = {}): DeniedRequest {
  const { context = {}, patterns = resources } = rest;
  return { key: JSON.stringify([action, resources, context]), action, resources, context, patterns };
}

const allow = (Action: Statement["Action"], Resource: Statement["Resource"]): Statement => ({
  Effect: "Allow",
  ...(Action === undefined ? {} : { Action }),
  ...(Resource === undefined ? {} : { Resource }),
});

describe("addSmallest", () => {
  it("makes a new statement where no other is alike", () => {
    const { set, additions } = addSmallest(policies([]), [denied("s3:CreateBucket", [bucket])], "as-refused");
    expect(set.identity[0]?.Statement).toEqual([allow("s3:CreateBucket", bucket)]);
    expect(additions).toMatchObject([
      { kind: "new-statement", ref: { policyType: "identity", policy: 0, statement: 0 } },
    ]);
  });

  it("makes the policy too where there is none", () => {
    const { set } = addSmallest({ ...policies([]), identity: [] }, [denied("s3:CreateBucket", [bucket])], "as-refused");
    expect(set.identity).toEqual([{ Version: "2012-10-17", Statement: [allow("s3:CreateBucket", bucket)] }]);
  });

  it("joins a statement on the very same resources", () => {
    const { set, additions } = addSmallest(
      policies([allow("s3:PutObject", `${bucket}/*`), allow("s3:ListBucket", bucket)]),
      [denied("s3:CreateBucket", [bucket])],
      "as-refused",
    );
    expect(set.identity[0]?.Statement[1]).toEqual(allow(["s3:ListBucket", "s3:CreateBucket"], bucket));
    expect(additions).toMatchObject([
      { kind: "joined-statement", actions: ["s3:CreateBucket"], ref: { statement: 1 } },
    ]);
  });

  it("joins a statement with the very same action, and no other", () => {
    const before = policies([allow(["s3:PutObject", "s3:GetObject"], `${bucket}/*`), allow("S3:createbucket", bucket)]);
    const { set } = addSmallest(before, [denied("s3:CreateBucket", ["arn:aws:s3:::other"])], "as-refused");
    expect(set.identity[0]?.Statement).toEqual([
      before.identity[0]?.Statement[0],
      allow("S3:createbucket", [bucket, "arn:aws:s3:::other"]),
    ]);
  });

  it("does not join a statement that has a condition, or leaves actions or resources out", () => {
    const condition = { StringEquals: { "aws:RequestedRegion": "eu-central-1" } };
    const before: Statement[] = [
      { ...allow("s3:ListBucket", bucket), Condition: condition },
      { Effect: "Allow", NotAction: "s3:CreateBucket", Resource: bucket },
      { Effect: "Allow", Action: "s3:CreateBucket", NotResource: bucket },
      { ...allow("s3:CreateBucket", "arn:aws:s3:::other"), Condition: condition },
    ];
    const { set, additions } = addSmallest(policies(before), [denied("s3:CreateBucket", [bucket])], "as-refused");
    expect(set.identity[0]?.Statement).toEqual([...before, allow("s3:CreateBucket", bucket)]);
    expect(additions).toHaveLength(1);
  });

  it("groups actions on the same resources, and adds only the resources that are missing", () => {
    const { set } = addSmallest(
      policies([allow("s3:GetObject", `${bucket}/a`)]),
      [
        denied("s3:PutObject", [`${bucket}/a`, `${bucket}/b`]),
        denied("s3:GetObject", [`${bucket}/a`, `${bucket}/b`]),
        denied("s3:DeleteObject", [`${bucket}/b`, `${bucket}/a`]),
      ],
      "as-refused",
    );
    expect(set.identity[0]?.Statement).toEqual([
      allow("s3:GetObject", [`${bucket}/a`, `${bucket}/b`]),
      allow(["s3:DeleteObject", "s3:PutObject"], [`${bucket}/a`, `${bucket}/b`]),
    ]);
  });

  it("takes patterns when generalised, and the very ARN when as refused", () => {
    const request = denied("apigateway:PATCH", ["arn:aws:apigateway:eu-central-1::/restapis/a1b2c3"], {
      patterns: ["arn:aws:apigateway:eu-central-1::/restapis/*"],
    });
    const resourceIn = (mode: "generalised" | "as-refused") =>
      addSmallest(policies([]), [request], mode).set.identity[0]?.Statement[0]?.Resource;
    expect(resourceIn("generalised")).toBe("arn:aws:apigateway:eu-central-1::/restapis/*");
    expect(resourceIn("as-refused")).toBe("arn:aws:apigateway:eu-central-1::/restapis/a1b2c3");
  });

  it("keeps the refused ARN where a pattern would not lift the refusal", () => {
    const request = denied("s3:CreateBucket", [bucket], { patterns: ["arn:aws:s3:::unrelated-*"] });
    expect(addSmallest(policies([]), [request], "generalised").set.identity[0]?.Statement[0]?.Resource).toBe(bucket);
  });

  it("grants * for a request without resources", () => {
    const { set } = addSmallest(policies([]), [denied("s3:ListAllMyBuckets", [])], "generalised");
    expect(set.identity[0]?.Statement).toEqual([allow("s3:ListAllMyBuckets", "*")]);
  });

  it("keeps the service that a role is passed to, and gathers the services of one role", () => {
    const passed = (service: string) =>
      denied("iam:PassRole", [role], {
        context: { "iam:passedtoservice": [service], "aws:RequestedRegion": ["eu-central-1"] },
      });
    const { set, additions } = addSmallest(
      policies([]),
      [passed("lambda.amazonaws.com"), passed("states.amazonaws.com"), passed("lambda.amazonaws.com")],
      "as-refused",
    );
    expect(set.identity[0]?.Statement).toEqual([
      {
        ...allow("iam:PassRole", role),
        Condition: { StringEquals: { "iam:PassedToService": ["lambda.amazonaws.com", "states.amazonaws.com"] } },
      },
    ]);
    expect(additions.map((addition) => addition.kind)).toEqual(["new-statement", "joined-statement"]);
  });

  it("adds to the boundary as well where that is silent", () => {
    const { set, additions } = addSmallest(
      policies([], [allow("s3:ListBucket", bucket)]),
      [denied("s3:CreateBucket", [bucket])],
      "as-refused",
    );
    expect(set.boundary?.Statement).toEqual([allow(["s3:ListBucket", "s3:CreateBucket"], bucket)]);
    expect(additions.map((addition) => addition.ref.policyType)).toEqual(["identity", "boundary"]);
  });

  it("says which refusals it cannot lift, and why", () => {
    const withDeny = policies([{ Sid: "NoBuckets", Effect: "Deny", Action: "s3:*", Resource: "*" }]);
    const explicit = addSmallest(withDeny, [denied("s3:CreateBucket", [bucket])], "as-refused");
    expect(explicit.set).toEqual(withDeny);
    expect(explicit.notLiftable).toMatchObject([
      { reason: "explicit-deny", blockedBy: "identity", statements: [{ sid: "NoBuckets" }] },
    ]);
    const withScp = { ...policies([]), scp: [{ Version: "2012-10-17", Statement: [allow("lambda:*", "*")] }] };
    expect(addSmallest(withScp, [denied("s3:CreateBucket", [bucket])], "as-refused")).toMatchObject({
      additions: [],
      notLiftable: [{ reason: "policy-type-not-ours", blockedBy: "scp" }],
    });
  });

  it("leaves what it was given as it was", () => {
    const before = policies([allow("s3:ListBucket", bucket)]);
    const copy = structuredClone(before);
    addSmallest(before, [denied("s3:CreateBucket", [bucket])], "as-refused");
    expect(before).toEqual(copy);
  });
});

describe("policies that are attached from elsewhere", () => {
  it("count, but are never changed", () => {
    const managed: PolicyDocument = {
      Version: "2012-10-17",
      Statement: [{ Effect: "Allow", Action: "sqs:ListQueues", Resource: "*" }],
    };
    const set = { identity: [managed], boundary: null, session: [], scp: [], rcp: [] };
    const { set: grown, additions } = addSmallest(set, [denied("sns:ListTopics", ["*"])], "generalised", 1);
    expect(grown.identity[0]).toBe(managed);
    expect(grown.identity[1]?.Statement).toEqual([{ Effect: "Allow", Action: "sns:ListTopics", Resource: "*" }]);
    expect(additions[0]?.ref.policy).toBe(1);
  });
});
