import { describe, expect, it } from "vitest";
import { evaluateConditions } from "./conditions";
import { emptyScope } from "./resolution/scope";

const scope = { ...emptyScope, parameters: { Stage: "prod" } };

describe("evaluateConditions", () => {
  it("decides conditions in the order in which they need each other", () => {
    const definitions = {
      Both: { "Fn::And": [{ Condition: "IsProd" }, { Condition: "NotTest" }] },
      NotTest: { "Fn::Not": [{ "Fn::Equals": [{ Ref: "Stage" }, "test"] }] },
      IsProd: { "Fn::Equals": [{ Ref: "Stage" }, "prod"] },
      Same: { Condition: "IsProd" },
    };
    const { value, problems } = evaluateConditions(definitions, scope);
    expect(value).toEqual({ Both: true, NotTest: true, IsProd: true, Same: true });
    expect(problems).toEqual([]);
  });

  it("names what is not defined, what goes in a circle, and what is known too late", () => {
    const { value, problems } = evaluateConditions(
      {
        A: { "Fn::Or": [{ Condition: "Nowhere" }] },
        B: { "Fn::Not": [{ Condition: "C" }] },
        C: { "Fn::Not": [{ Condition: "B" }] },
        D: { "Fn::Equals": [{ "Fn::GetAtt": ["Table", "Arn"] }, "x"] },
      },
      scope,
    );
    expect(value).toEqual({});
    expect(problems.map(({ code, path }) => [code, path])).toEqual([
      ["unknown-condition", "Conditions.A"],
      ["undecided-condition", "Conditions.C"],
      ["undecided-condition", "Conditions.B"],
      ["undecided-condition", "Conditions.D"],
    ]);
  });
});
