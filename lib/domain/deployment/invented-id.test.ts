import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cutText, inventedIdsIn, inventId, readAssumed, readPattern } from "./invented-id";

describe("invented ids", () => {
  it("are the same for the same seed, and differ between seeds", () => {
    const form = { alphabet: "mixed", length: 12 } as const;
    expect(inventId("a", form)).toBe(inventId("a", form));
    expect(inventId("a", form)).not.toBe(inventId("b", form));
  });

  it("read as plausible text, and as a star in a pattern", () => {
    const name = `shop-${inventId("a", { alphabet: "upper", length: 12 })}-x`;
    expect(readAssumed(name)).toMatch(/^shop-[A-Z0-9]{12}-x$/);
    expect(readPattern(name)).toBe("shop-*-x");
    expect(inventedIdsIn(name)).toHaveLength(1);
  });

  it("look like UUIDs where AWS draws UUIDs", () => {
    expect(readAssumed(inventId("a", { alphabet: "uuid" }))).toMatch(
      /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-a[0-9a-f]{3}-[0-9a-f]{12}$/,
    );
  });

  it("stay whole or marked however they are cut", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme-ascii" }), fc.nat(40), (before, length) => {
        const text = `${before}${inventId(before, { alphabet: "lower", length: 8 })}tail`;
        const cut = cutText(text, length);
        expect(readAssumed(cut)).toBe(readAssumed(text).slice(0, length));
        expect(readAssumed(text).startsWith(readAssumed(cut))).toBe(true);
        expect(readPattern(cut)).not.toMatch(/[\uE000\uE001]/);
      }),
    );
  });
});
