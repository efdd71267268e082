import fc from "fast-check";
import { expect, it } from "vitest";
import { compileConditions } from "./compile-condition";
import type { RequestContext } from "./request-context";

const operator = fc.constantFrom("StringEquals", "StringLike", "StringNotLike", "StringNotEqualsIfExists", "ArnLike");
const piece = fc.constantFrom("a", "b", "*", "$" + "{aws:x}", "$" + "{aws:y, 'b'}");
const value = fc.array(piece, { maxLength: 3 }).map((pieces) => pieces.join(""));
const given = fc.constantFrom<readonly string[]>(["a"], ["b"], ["ab"], ["*"]);
const context: fc.Arbitrary<RequestContext> = fc.record(
  { "aws:tested": given, "aws:x": given, "aws:y": given },
  { requiredKeys: [] },
);

it("holds for many values, request after request, where a list of each alone would", () => {
  const asked = fc.array(context, { maxLength: 12 });
  const values = fc.array(value, { minLength: 1, maxLength: 4 });
  fc.assert(
    fc.property(operator, values, fc.boolean(), asked, (name, written, isLong, contexts) => {
      // One value of this length has the list's answers kept; it is equal to nothing that is asked.
      const all = isLong ? [...written, "z".repeat(1_000)] : written;
      const holds = (listed: readonly string[], values: RequestContext) =>
        compileConditions({ [name]: { "aws:tested": listed } }, "2012-10-17").every((one) => one.holds(values));
      const [condition] = compileConditions({ [name]: { "aws:tested": all } }, "2012-10-17");
      for (const values of contexts) {
        const each = all.map((one) => holds([one], values));
        const expected = name.includes("Not") ? each.every(Boolean) : each.some(Boolean);
        expect(condition?.holds(values)).toBe(expected);
      }
    }),
    { numRuns: 2_000 },
  );
});
