import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Json, JsonObject } from "../json";
import { shareUnchanged } from "./share-unchanged";

const arbitraryJson = fc.jsonValue({ maxDepth: 3 }) as fc.Arbitrary<Json>;
const arbitrarySections = fc.dictionary(
  fc.constantFrom("Resources", "Outputs", "Metadata"),
  fc.oneof(fc.dictionary(fc.constantFrom("A", "B", "C"), arbitraryJson), arbitraryJson),
) as fc.Arbitrary<JsonObject>;

describe("shareUnchanged", () => {
  it("changes nothing that is written", () => {
    fc.assert(
      fc.property(arbitrarySections, arbitrarySections, (earlier, document) => {
        expect(JSON.stringify(shareUnchanged(earlier, document))).toBe(JSON.stringify(document));
      }),
    );
  });

  it("takes over the entries that are the same, and whole sections", () => {
    const earlier = { Resources: { A: { Type: "T" }, B: { Type: "T" } }, Outputs: { Url: { Value: "x" } } };
    const changed = shareUnchanged(earlier, {
      Resources: { A: { Type: "T" }, B: { Type: "U" } },
      Outputs: { Url: { Value: "x" } },
    });
    expect(changed.Outputs).toBe(earlier.Outputs);
    expect((changed.Resources as JsonObject).A).toBe(earlier.Resources.A);
    expect(changed.Resources).toEqual({ A: { Type: "T" }, B: { Type: "U" } });
  });
});
