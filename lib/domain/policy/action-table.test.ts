import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { loadDomainData } from "../../data/domain-data";
import { actionTableOf, matchActions } from "./action-table";
import { allowSteps } from "./step-budget";
import { smallCatalogue } from "./testing/small-catalogue";
import { compileWildcardText, matchesWildcard } from "./wildcard";

const small = actionTableOf(smallCatalogue);
const pieces = fc.constantFrom("*", "?", "s3", "lambda", ":", "Get", "Create", "Function", "Role", "e", "t", "-", "9");
const pattern = fc.array(pieces, { maxLength: 6 }).map((parts) => parts.join(""));

describe("matchActions", () => {
  it("finds what trying every pattern with every name finds", () => {
    fc.assert(
      fc.property(fc.array(pattern, { maxLength: 5 }), (patterns) => {
        const wildcards = patterns.map((text) => compileWildcardText(text.toLowerCase()));
        const expected = [...small.names.keys()].filter((position) =>
          wildcards.some((wildcard) => matchesWildcard(wildcard, small.names[position] ?? "")),
        );
        expect(matchActions(patterns, small, allowSteps(Number.POSITIVE_INFINITY))).toEqual(expected);
      }),
      { numRuns: 3_000 },
    );
  });

  it("does not try a name again that an earlier pattern covers, nor one that lacks a character of the pattern", () => {
    const steps = allowSteps(Number.POSITIVE_INFINITY);
    matchActions(["*", "*e*", "*qz9*"], small, steps);
    const looks = 3 * small.names.length;
    expect(steps.taken()).toBe(looks + 10 * small.names.length);
  });

  it("stops when the steps do not suffice", () => {
    const table = actionTableOf(loadDomainData().actions);
    const patterns = Array.from({ length: 20_000 }, (_, index) => `*${index}*q*`);
    const steps = allowSteps(1_000_000);
    expect(matchActions(patterns, table, steps)).toBeNull();
    expect(steps.taken()).toBeLessThan(1_000_000 + 11 * table.names.length);
  });
});
