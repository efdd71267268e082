import fc from "fast-check";
import { expect, it } from "vitest";
import { compileActions, listsAction } from "./action-list";
import { compileWildcardText, matchesWildcard } from "./wildcard";

const pattern = fc.string({ unit: fc.constantFrom("s", "3", ":", "G", "g", "-", "*", "?"), maxLength: 6 });
const action = fc.string({ unit: fc.constantFrom("s", "3", ":", "g", "-"), maxLength: 8 });

it("finds an action where trying each pattern would", () => {
  fc.assert(
    fc.property(fc.array(pattern, { maxLength: 5 }), action, (patterns, name) => {
      const anyMatches = patterns.some((text) => matchesWildcard(compileWildcardText(text.toLowerCase()), name));
      expect(listsAction(compileActions(patterns), name)).toBe(anyMatches);
    }),
    { numRuns: 3_000 },
  );
});
