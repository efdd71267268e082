import { createHash } from "node:crypto";
import fc from "fast-check";
import { expect, it } from "vitest";
import { sha1Hex } from "./sha1";

it("hashes as everyone else does, at every length around the blocks' ends", () => {
  for (let length = 0; length < 140; length++) {
    const text = "x".repeat(length);
    expect(sha1Hex(text)).toBe(createHash("sha1").update(text).digest("hex"));
  }
});

it("hashes any text as UTF-8", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme" }), (text) => {
      expect(sha1Hex(text)).toBe(createHash("sha1").update(text).digest("hex"));
    }),
  );
});
