import { describe, expect, it } from "vitest";
import type { ValueMap } from "../value";
import { combineConditions } from "./combined-condition";

describe("combineConditions", () => {
  it("needs no new condition for a single one", () => {
    const template: ValueMap = {};
    expect(combineConditions(template, ["C1"], "Any")).toBe("C1");
    expect(template).toEqual({});
  });

  it("joins up to ten, and more in steps", () => {
    const template: ValueMap = { Conditions: { C1: true } };
    expect(combineConditions(template, ["C1", "C2"], "Any")).toBe("Any");
    expect(template.Conditions).toEqual({ C1: true, Any: { "Fn::Or": [{ Condition: "C1" }, { Condition: "C2" }] } });
    const many: ValueMap = {};
    combineConditions(
      many,
      Array.from({ length: 12 }, (_, index) => `C${index}`),
      "Any",
    );
    expect(many.Conditions).toMatchObject({
      Any1: { "Fn::Or": Array.from({ length: 10 }, (_, index) => ({ Condition: `C${index}` })) },
      Any: { "Fn::Or": [{ Condition: "C10" }, { Condition: "C11" }, { Condition: "Any1" }] },
    });
  });
});
