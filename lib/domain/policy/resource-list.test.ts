import fc from "fast-check";
import { expect, it } from "vitest";
import { compileDocument, coversResource } from "./compile-statement";
import type { PolicyDocument } from "./policy-document";
import { parseVariables, resolveVariables } from "./policy-variables";
import type { RequestContext } from "./request-context";
import { compileWildcard, matchesWildcard } from "./wildcard";

const documentOf = (written: readonly string[], version: string | undefined, isNegated: boolean): PolicyDocument => ({
  ...(version === undefined ? {} : { Version: version }),
  Statement: [{ Effect: "Allow", Action: "*", ...(isNegated ? { NotResource: written } : { Resource: written }) }],
});
const piece = fc.constantFrom("a", "b", "*", "?", "$" + "{aws:x}", "$" + "{AWS:X}", "$" + "{aws:y, 'b'}", "$" + "{*}");
const pattern = fc.array(piece, { maxLength: 4 }).map((pieces) => pieces.join(""));
const resource = fc.oneof(fc.constant("*"), fc.string({ unit: fc.constantFrom("a", "b"), maxLength: 4 }));
const value = fc.constantFrom<readonly string[]>([], ["a"], ["b"], ["*"], ["a", "b"]);
const context: fc.Arbitrary<RequestContext> = fc.record(
  { "aws:x": value, "aws:X": value, "aws:y": value, "aws:z": value },
  { requiredKeys: [] },
);
/** Lists of this length have their answers kept. */
const filler = fc.constantFrom("", "z".repeat(1_000));

it("covers what trying each pattern anew with each request would", () => {
  const asked = fc.array(fc.tuple(resource, context), { maxLength: 12 });
  fc.assert(
    fc.property(
      fc.array(pattern, { maxLength: 4 }),
      filler,
      fc.boolean(),
      asked,
      (patterns, further, isNegated, all) => {
        const written = further === "" ? patterns : [...patterns, further];
        for (const version of ["2012-10-17", undefined]) {
          const [statement] = compileDocument(documentOf(written, version, isNegated), "identity", 0);
          const found = all.map(([text, values]) => statement && coversResource(statement, text, values));
          expect(found).toEqual(all.map(([text, values]) => coversByTrying(written, version, isNegated, text, values)));
        }
      },
    ),
    { numRuns: 2_000 },
  );
});

function coversByTrying(
  written: readonly string[],
  version: string | undefined,
  isNegated: boolean,
  text: string,
  values: RequestContext,
): boolean {
  let covered = false;
  for (const one of written) {
    const parts = resolveVariables(parseVariables(one, version), values);
    if (parts === null && isNegated) return false;
    if (parts === null) continue;
    const wildcard = compileWildcard(parts);
    if (text === "*" ? wildcard.matchesAll : matchesWildcard(wildcard, text)) covered = true;
  }
  return covered !== isNegated;
}
