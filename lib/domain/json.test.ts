import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isSameJson, type Json } from "./json";

const arbitraryJson = fc.jsonValue({ maxDepth: 3 }) as fc.Arbitrary<Json>;

describe("isSameJson", () => {
  it("holds where both are written the same", () => {
    fc.assert(
      fc.property(arbitraryJson, arbitraryJson, (a, b) => {
        expect(isSameJson(a, structuredClone(a))).toBe(true);
        expect(isSameJson(a, b)).toBe(JSON.stringify(a) === JSON.stringify(b));
      }),
    );
  });

  it("minds the order of keys, and what is missing", () => {
    expect(isSameJson({ a: 1, b: 2 }, { b: 2, a: 1 })).toBe(false);
    expect(isSameJson({ a: null }, {})).toBe(false);
    expect(isSameJson(undefined, null)).toBe(false);
  });
});
