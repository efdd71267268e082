import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compileWildcardText, matchesWildcard } from "./wildcard";
import { patternCovers, patternsOverlap } from "./wildcard-sets";

const text = fc.string({ unit: fc.constantFrom("a", "b"), maxLength: 7 });
const pattern = fc.string({ unit: fc.constantFrom("a", "b", "*", "?"), maxLength: 6 });
const matches = (written: string, value: string) => matchesWildcard(compileWildcardText(written), value);

describe("patternCovers", () => {
  it("never claims a cover that a text refutes", () => {
    fc.assert(
      fc.property(pattern, pattern, text, (wide, narrow, value) => {
        fc.pre(patternCovers(wide, narrow) && matches(narrow, value));
        expect(matches(wide, value)).toBe(true);
      }),
      { numRuns: 2_000 },
    );
  });

  it.each([
    ["*", "arn:aws:s3:::orders/*", true],
    ["arn:aws:s3:::*", "arn:aws:s3:::orders/*", true],
    ["arn:aws:s3:::orders/*", "arn:aws:s3:::orders/2026/*", true],
    ["arn:aws:s3:::orders/*", "arn:aws:s3:::orders", false],
    ["a?c", "abc", true],
    ["a?c", "a*c", false],
    ["a*c", "a?c", true],
    ["a*c*e", "a*e", false],
  ])("%s over %s: %s", (wide, narrow, expected) => {
    expect(patternCovers(wide, narrow)).toBe(expected);
  });
});

describe("patternsOverlap", () => {
  it("finds an overlap wherever one text matches both", () => {
    fc.assert(
      fc.property(pattern, pattern, text, (a, b, value) => {
        fc.pre(matches(a, value) && matches(b, value));
        expect(patternsOverlap(a, b)).toBe(true);
      }),
      { numRuns: 2_000 },
    );
  });

  it("claims no overlap that the product of both patterns refutes", () => {
    fc.assert(
      fc.property(pattern, pattern, (a, b) => {
        expect(patternsOverlap(a, b)).toBe(overlapByDefinition(a, b));
      }),
      { numRuns: 5_000 },
    );
  });

  it.each([
    ["a*", "*b", true],
    ["a*", "b*", false],
    ["a?", "a", false],
    ["*a*", "b*b", true],
    ["arn:*:s3:::*/*", "arn:aws:s3:::orders", false],
    ["abc", "abc", true],
  ])("%s and %s: %s", (a, b, expected) => {
    expect(patternsOverlap(a, b)).toBe(expected);
    expect(patternsOverlap(b, a)).toBe(expected);
  });
});

/** Symbol by symbol: a star takes nothing more, or one symbol of the other pattern. */
function overlapByDefinition(a: string, b: string): boolean {
  const [one, other] = [a.charAt(0), b.charAt(0)];
  const [restOfA, restOfB] = [a.slice(1), b.slice(1)];
  if (one === "*") return overlapByDefinition(restOfA, b) || (b !== "" && overlapByDefinition(a, restOfB));
  if (other === "*") return overlapByDefinition(a, restOfB) || (a !== "" && overlapByDefinition(restOfA, b));
  if (a === "" || b === "") return a === b;
  return (one === other || one === "?" || other === "?") && overlapByDefinition(restOfA, restOfB);
}
