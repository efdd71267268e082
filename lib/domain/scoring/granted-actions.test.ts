import { describe, expect, it } from "vitest";
import { noRolePolicies } from "../approaches/candidate-shape";
import type { ActionCatalogue, ActionFacts } from "../policy/action-catalogue";
import type { PolicyDocument, Statement } from "../policy/policy-document";
import { grantedByRole } from "./granted-actions";

const action = (name: string): ActionFacts => ({ name, accessLevel: "Write", resourceTypes: [], conditionKeys: [] });
const catalogue: ActionCatalogue = {
  version: "test",
  services: {
    s3: { getobject: action("GetObject"), putobject: action("PutObject"), deleteobject: action("DeleteObject") },
    sqs: { createqueue: action("CreateQueue") },
  },
  resourceTypes: {},
};
const none = { version: "none", policies: {} };

function policy(...statements: Statement[]): PolicyDocument {
  return { Version: "2012-10-17", Statement: statements };
}

function granted(identity: PolicyDocument, boundary: PolicyDocument | null = null) {
  return grantedByRole({ ...noRolePolicies, policies: [identity], boundary }, catalogue, none) ?? new Map();
}

describe("grantedByRole", () => {
  it("expands wildcards to real actions", () => {
    const names = [...granted(policy({ Effect: "Allow", Action: "s3:*Object", Resource: "*" })).keys()];
    expect(names.toSorted()).toEqual(["s3:DeleteObject", "s3:GetObject", "s3:PutObject"]);
  });

  it("counts an action where identity policy and boundary overlap on a resource", () => {
    const identity = policy(
      { Effect: "Allow", Action: "s3:GetObject", Resource: "arn:aws:s3:::reports/*" },
      { Effect: "Allow", Action: "s3:PutObject", Resource: "arn:aws:s3:::uploads/*" },
    );
    const boundary = policy({ Effect: "Allow", Action: "s3:*", Resource: "arn:aws:s3:::reports/2026/*" });
    expect([...granted(identity, boundary).keys()]).toEqual(["s3:GetObject"]);
  });

  it("keeps the narrower resources of the two sides", () => {
    const everything = policy({ Effect: "Allow", Action: "*", Resource: "*" });
    const boundary = policy({ Effect: "Allow", Action: "sqs:*", Resource: "arn:aws:sqs:*:*:shop-*" });
    expect(granted(everything).get("sqs:CreateQueue")?.onWildcard).toBe(true);
    expect(granted(everything, boundary).get("sqs:CreateQueue")?.onWildcard).toBe(false);
  });

  it("takes away what is denied everywhere, and leaves what is denied somewhere", () => {
    const allowed: Statement = { Effect: "Allow", Action: "s3:*", Resource: "*" };
    const everywhere = granted(policy(allowed, { Effect: "Deny", Action: "s3:PutObject", Resource: "*" }));
    const somewhere = granted(policy(allowed, { Effect: "Deny", Action: "s3:PutObject", Resource: "arn:aws:s3:::a" }));
    expect(everywhere.has("s3:PutObject")).toBe(false);
    expect(somewhere.has("s3:PutObject")).toBe(true);
  });

  it("calls an action conditional only where every grant is", () => {
    const only: Statement = {
      Effect: "Allow",
      Action: "sqs:*",
      Resource: "*",
      Condition: { Bool: { "aws:SecureTransport": "true" } },
    };
    expect(granted(policy(only)).get("sqs:CreateQueue")?.conditional).toBe(true);
    expect(
      granted(policy(only, { Effect: "Allow", Action: "sqs:CreateQueue", Resource: "arn:aws:sqs:::a" })).get(
        "sqs:CreateQueue",
      )?.conditional,
    ).toBe(false);
  });

  it("reads NotAction as everything else", () => {
    const names = [...granted(policy({ Effect: "Allow", NotAction: "s3:*", Resource: "*" })).keys()];
    expect(names).toEqual(["sqs:CreateQueue"]);
  });
});
