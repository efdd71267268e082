import { describe, expect, it } from "vitest";
import { fromTemplate, toValue } from "../py27-hash/template-values";
import { conditionalContents, isPyIntrinsic, makeConditional, makeSub } from "./conditional";

describe("conditionalContents", () => {
  const contents = (value: Parameters<typeof fromTemplate>[0]) => conditionalContents(fromTemplate(value)).map(toValue);

  it("is both branches of an Fn::If but AWS::NoValue, or the value itself", () => {
    expect(contents({ "Fn::If": ["C", { a: 1 }, { b: 2 }] })).toEqual([{ a: 1 }, { b: 2 }]);
    expect(contents({ "Fn::If": ["C", { a: 1 }, { Ref: "AWS::NoValue" }] })).toEqual([{ a: 1 }]);
    expect(contents({ a: 1 })).toEqual([{ a: 1 }]);
  });

  it("refuses an Fn::If that is no list", () => {
    expect(() => contents({ "Fn::If": "C" })).toThrow();
  });
});

describe("intrinsic functions in definitions", () => {
  it("are made and recognised", () => {
    expect(toValue(makeConditional("C", 1))).toEqual({ "Fn::If": ["C", 1, { Ref: "AWS::NoValue" }] });
    expect(toValue(makeSub("a"))).toEqual({ "Fn::Sub": "a" });
    expect(isPyIntrinsic(makeSub("a"))).toBe(true);
    expect(isPyIntrinsic(fromTemplate({ Ref: "a", b: 1 }))).toBe(false);
  });
});
