import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { noRolePolicies } from "../approaches/candidate-shape";
import type { ActionCatalogue, ActionFacts } from "../policy/action-catalogue";
import { expandActions, expandNotActions } from "../policy/action-patterns";
import type { PolicyDocument, Statement } from "../policy/policy-document";
import { arbitraryDocument } from "../policy/testing/arbitrary-policies";
import { smallCatalogue } from "../policy/testing/small-catalogue";
import { listOf } from "../policy/text-list";
import type { Grant } from "./grant";
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

  it("lists the statements that cover each action, in their order", () => {
    fc.assert(
      fc.property(fc.array(arbitraryDocument, { maxLength: 4 }), (policies) => {
        const statements = policies.flatMap((document) => document.Statement);
        const found = grantedByRole({ ...noRolePolicies, policies }, smallCatalogue, none) ?? new Map();
        for (const { name } of expandActions(["*"], smallCatalogue)) {
          const covering = statements.filter((statement) => namesOf(statement).includes(name));
          const isDenied = covering.some(
            ({ Effect, Condition, Resource }) => Effect === "Deny" && !Condition && listOf(Resource).includes("*"),
          );
          const expected = isDenied ? [] : covering.filter(({ Effect }) => Effect === "Allow");
          expect((found.get(name)?.grants ?? []).map((grant: Grant) => grant.statement)).toEqual(expected);
        }
      }),
    );
  });
});

function namesOf({ Action, NotAction }: Statement): readonly string[] {
  const covered = NotAction
    ? expandNotActions(listOf(NotAction), smallCatalogue)
    : expandActions(listOf(Action), smallCatalogue);
  return covered.map(({ name }) => name);
}
