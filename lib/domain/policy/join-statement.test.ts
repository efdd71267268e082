import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { orderConditions } from "./format";
import { joinStatement } from "./join-statement";
import type { Statement } from "./policy-document";
import { arbitraryStatement } from "./testing/arbitrary-policies";
import { listOf } from "./text-list";

type Texts = string | readonly string[];
const allow = (Action: Texts, Resource: Texts, more: Partial<Statement> = {}): Statement => ({
  Effect: "Allow",
  Action,
  Resource,
  ...more,
});

describe("joinStatement", () => {
  it("adds behind what is written, repeated as it may be", () => {
    const held = allow(["s3:GetObject", "s3:GetObject"], ["*", "*"]);
    expect(joinStatement(held, allow("s3:PutObject", "*"))).toEqual(
      allow(["s3:GetObject", "s3:GetObject", "s3:PutObject"], ["*", "*"]),
    );
    expect(joinStatement(held, allow("S3:getobject", "arn:aws:s3:::orders"))).toEqual(
      allow(["s3:GetObject", "s3:GetObject"], ["*", "*", "arn:aws:s3:::orders"]),
    );
  });

  it("adds a service behind those that a role may be passed to", () => {
    const passedTo = (...services: (string | number)[]) => ({
      Condition: { StringEquals: { "iam:PassedToService": services } },
    });
    const held = allow("iam:PassRole", "*", passedTo("lambda.amazonaws.com", 7, 7));
    const joined = joinStatement(held, allow("iam:PassRole", "*", passedTo("states.amazonaws.com")));
    expect(joined).toEqual(allow("iam:PassRole", "*", passedTo("lambda.amazonaws.com", 7, 7, "states.amazonaws.com")));
  });

  it("joins statements that differ in actions or in resources alone, and no others", () => {
    const statement = arbitraryStatement(fc.constant("Allow"));
    const other = statement.filter(({ Action, Resource }) => Action !== undefined && Resource !== undefined);
    const distinct = (texts: Statement["Action"]) => JSON.stringify([...new Set(listOf(texts))].sort());
    const actionsOf = ({ Action }: Statement) => distinct(listOf(Action).map((action) => action.toLowerCase()));
    const conditionOf = ({ Condition }: Statement) => JSON.stringify(orderConditions(Condition ?? {}));
    fc.assert(
      fc.property(statement, other, (held, wanted) => {
        const differing = [
          actionsOf(held) !== actionsOf(wanted),
          distinct(held.Resource) !== distinct(wanted.Resource),
        ].filter(Boolean);
        const isPlain = held.Action !== undefined && held.Resource !== undefined;
        const joins = isPlain && differing.length < 2 && conditionOf(held) === conditionOf(wanted);
        expect(joinStatement(held, wanted) !== null).toBe(joins);
      }),
      { numRuns: 3_000 },
    );
  });
});
