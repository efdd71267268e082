import { describe, expect, it } from "vitest";
import { SamFault } from "./fault";
import { resolveMappings, resolveParameters } from "./parameter-resolver";
import type { Value } from "./value";

const parameters = {
  Stage: "prod",
  Count: 3,
  Subnets: ["a", "b"],
  Later: "{{IntrinsicFunction:x/Outputs.A/Fn::GetAtt}}",
};
const mappings = { Sizes: { prod: { Memory: 512 } }, Flat: "x" };

describe("resolveParameters", () => {
  it.each<[Value, Value]>([
    [{ Ref: "Stage" }, "prod"],
    [{ Ref: "Count" }, 3],
    [{ Ref: "Unknown" }, { Ref: "Unknown" }],
    [{ Ref: "Later" }, { Ref: "Later" }],
    [{ Ref: ["Stage"] }, { Ref: ["Stage"] }],
    [{ "Fn::Sub": "${Stage}-${Unknown}-${AWS::Region}" }, { "Fn::Sub": "prod-${Unknown}-${AWS::Region}" }],
    [{ "Fn::Sub": ["${Stage}", { a: { Ref: "Stage" } }] }, { "Fn::Sub": ["prod", { a: "prod" }] }],
    [[{ a: { Ref: "Subnets" } }], [{ a: ["a", "b"] }]],
    ["${Stage}", "${Stage}"],
  ])("%j becomes %j", (value, resolved) => {
    expect(resolveParameters(value, parameters)).toEqual(resolved);
  });

  it("edits in place, so that what holds the value sees it too", () => {
    const held = { CodeUri: { Ref: "Stage" } };
    resolveParameters(held, parameters);
    expect(held).toEqual({ CodeUri: "prod" });
  });

  it("refuses to put into text what is none", () => {
    expect(() => resolveParameters({ "Fn::Sub": "${Count}" }, parameters)).toThrow(SamFault);
  });
});

describe("resolveMappings", () => {
  it.each<[Value, Value]>([
    [{ "Fn::FindInMap": ["Sizes", "prod", "Memory"] }, 512],
    [{ "Fn::FindInMap": ["Sizes", "test", "Memory"] }, { "Fn::FindInMap": ["Sizes", "test", "Memory"] }],
    [
      { "Fn::FindInMap": ["Sizes", { Ref: "Stage" }, "Memory"] },
      { "Fn::FindInMap": ["Sizes", { Ref: "Stage" }, "Memory"] },
    ],
  ])("%j becomes %j", (value, resolved) => {
    expect(resolveMappings(value, mappings)).toEqual(resolved);
  });

  it.each([[{ "Fn::FindInMap": ["Sizes", "prod"] }], [{ "Fn::FindInMap": ["Flat", "prod", "Memory"] }]])(
    "refuses %j",
    (value) => {
      expect(() => resolveMappings(value, mappings)).toThrow(SamFault);
    },
  );
});
