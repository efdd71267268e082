import { describe, expect, it } from "vitest";
import { findCycles } from "./dependency-cycles";

describe("findCycles", () => {
  it("finds groups that depend on each other and on themselves, and nothing else", () => {
    const graph = new Map([
      ["a", ["b"]],
      ["b", ["c", "e"]],
      ["c", ["a"]],
      ["d", ["a", "d"]],
      ["e", ["missing"]],
    ]);
    expect(findCycles(graph)).toEqual([["a", "b", "c"], ["d"]]);
  });

  it("walks long chains", () => {
    const chain = new Map(Array.from({ length: 20_000 }, (_, index) => [`n${index}`, [`n${index + 1}`]]));
    expect(findCycles(chain)).toEqual([]);
    chain.set("n20000", ["n0"]);
    expect(findCycles(chain)).toHaveLength(1);
  });
});
