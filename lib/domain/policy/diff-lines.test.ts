import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type DiffLine, diffLines } from "./diff-lines";

const texts = (maxLength: number) => fc.array(fc.constantFrom("a", "b", "c", "d"), { maxLength });

describe("diffLines", () => {
  it("is what the full table of common lines gives", () => {
    fc.assert(
      fc.property(texts(60), texts(60), (before, after) => {
        expect(diffLines(before, after)).toEqual(differByTable(before, after));
      }),
      { numRuns: 500 },
    );
  });

  it("is the same where few of many lines change, far from the diagonal and near it", () => {
    const block = fc.tuple(texts(50), texts(3), texts(3));
    fc.assert(
      fc.property(fc.array(block, { maxLength: 6 }), texts(40), (blocks, further) => {
        const before = blocks.flatMap(([shared, old]) => [...shared, ...old]);
        const after = [...further, ...blocks.flatMap(([shared, , now]) => [...shared, ...now])];
        expect(diffLines(before, after)).toEqual(differByTable(before, after));
      }),
      { numRuns: 300 },
    );
  });

  it("takes no table of all lines for a list of thousands that gains one", () => {
    const lines = Array.from({ length: 60_000 }, (_, index) => `line ${index}`);
    const changed = diffLines(["first", ...lines], [...lines, "last"]).filter(({ mark }) => mark !== " ");
    expect(changed).toEqual([
      { mark: "-", text: "first" },
      { mark: "+", text: "last" },
    ]);
  });
});

/** The definition: the whole table, and the way through it that keeps most lines. */
function differByTable(before: readonly string[], after: readonly string[]): readonly DiffLine[] {
  const table = [...before, ""].map(() => [...after, ""].map(() => 0));
  const keptAt = (from: number, to: number) => table[from]?.[to] ?? 0;
  for (const [from, old] of [...before.entries()].toReversed()) {
    const row = table[from] ?? [];
    for (const [to, now] of [...after.entries()].toReversed()) {
      row[to] = old === now ? keptAt(from + 1, to + 1) + 1 : Math.max(keptAt(from + 1, to), keptAt(from, to + 1));
    }
  }
  const lines: DiffLine[] = [];
  let [from, to] = [0, 0];
  while (from < before.length || to < after.length) {
    const [old, now] = [before[from], after[to]];
    if (old !== undefined && old === now) {
      lines.push({ mark: " ", text: old });
      [from, to] = [from + 1, to + 1];
    } else if (old !== undefined && (now === undefined || keptAt(from + 1, to) >= keptAt(from, to + 1))) {
      lines.push({ mark: "-", text: old });
      from++;
    } else if (now !== undefined) {
      lines.push({ mark: "+", text: now });
      to++;
    }
  }
  return lines;
}
