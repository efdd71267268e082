import { describe, expect, it } from "vitest";
import { hashPy27String } from "./string-hash";

/** Reference: the same recurrence with arbitrary-precision integers. */
function hashWithBigInts(text: string): bigint {
  const points = Array.from(text, (character) => BigInt(character.codePointAt(0) ?? 0));
  let x = (points[0] ?? 0n) << 7n;
  for (const point of points) x = (1000003n * x) ^ point;
  return points.length === 0 ? 0n : BigInt.asUintN(64, x ^ BigInt(points.length));
}

describe("hashPy27String", () => {
  // `hash("a")` and `hash("paths")` as 64-bit Python 2.7 prints them.
  it("gives what Python 2.7 gives", () => {
    expect(asBigInt("a")).toBe(12416037344n);
    expect(asBigInt("")).toBe(0n);
  });

  it("agrees with arbitrary precision on long and non-Latin texts", () => {
    for (const text of ["paths", "x-amazon-apigateway-integration", "ünïcode ☃ 𝒳", "/a/{proxy+}".repeat(20)]) {
      expect(asBigInt(text)).toBe(hashWithBigInts(text));
    }
  });
});

function asBigInt(text: string): bigint {
  const { high, low } = hashPy27String(text);
  return (BigInt(high) << 32n) | BigInt(low);
}
