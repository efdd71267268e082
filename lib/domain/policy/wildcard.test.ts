import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compileWildcard, compileWildcardText, matchesWildcard } from "./wildcard";

const text = fc.string({ unit: fc.constantFrom("a", "b", ":", "/"), maxLength: 12 });
const pattern = fc.string({ unit: fc.constantFrom("a", "b", ":", "*", "?"), maxLength: 8 });

describe("matchesWildcard", () => {
  it("agrees with the definition, character by character", () => {
    fc.assert(
      fc.property(pattern, text, (written, value) => {
        expect(matchesWildcard(compileWildcardText(written), value)).toBe(matchesByDefinition(written, value));
      }),
      { numRuns: 5_000 },
    );
  });

  it("takes stars of literal parts literally", () => {
    const wildcard = compileWildcard([
      { kind: "pattern", text: "a*" },
      { kind: "literal", text: "*?" },
    ]);
    expect(matchesWildcard(wildcard, "abc*?")).toBe(true);
    expect(matchesWildcard(wildcard, "abcde")).toBe(false);
  });

  it("places a run with question marks wherever it fits", () => {
    expect(matchesWildcard(compileWildcardText("*a?c*"), "abab-acc-")).toBe(true);
    expect(matchesWildcard(compileWildcardText("*a?c"), "abab")).toBe(false);
  });
});

function matchesByDefinition(written: string, value: string): boolean {
  if (written === "") return value === "";
  const rest = written.slice(1);
  if (written.startsWith("*")) {
    return matchesByDefinition(rest, value) || (value !== "" && matchesByDefinition(written, value.slice(1)));
  }
  if (value === "") return false;
  return (
    (written.startsWith("?") || written.charAt(0) === value.charAt(0)) && matchesByDefinition(rest, value.slice(1))
  );
}
