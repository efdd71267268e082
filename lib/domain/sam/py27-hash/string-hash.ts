/** An unsigned 64-bit integer in two halves: JavaScript numbers hold only 53 bits exactly. */
export interface UInt64 {
  readonly high: number;
  readonly low: number;
}

const MULTIPLIER = 1000003;
const TWO_32 = 2 ** 32;

/** The hash that 64-bit Python 2.7 gives a text (`string_hash` in CPython 2.7's `Objects/stringobject.c`). */
export function hashPy27String(text: string): UInt64 {
  if (text === "") return { high: 0, low: 0 };
  const codePoints = Array.from(text, (character) => character.codePointAt(0) ?? 0);
  const first = codePoints[0] ?? 0;
  let high = Math.floor((first * 128) / TWO_32);
  let low = (first * 128) >>> 0;
  for (const codePoint of codePoints) {
    // Both products stay below 2^53, so plain numbers are exact here.
    const lowProduct = low * MULTIPLIER;
    high = (high * MULTIPLIER + Math.floor(lowProduct / TWO_32)) % TWO_32;
    low = ((lowProduct % TWO_32) ^ codePoint) >>> 0;
  }
  return { high: high >>> 0, low: (low ^ codePoints.length) >>> 0 };
}
