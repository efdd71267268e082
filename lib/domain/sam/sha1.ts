/** SHA-1 of the UTF-8 bytes of `text`, as 40 hexadecimal digits (RFC 3174). For logical ids, never for security. */
export function sha1Hex(text: string): string {
  const words = padToBlocks(new TextEncoder().encode(text));
  let [a, b, c, d, e] = [0x67452301, 0xefcdab89 | 0, 0x98badcfe | 0, 0x10325476, 0xc3d2e1f0 | 0];
  const schedule = new Int32Array(80);
  for (let block = 0; block < words.length; block += 16) {
    for (let t = 0; t < 80; t++) schedule[t] = t < 16 ? at(words, block + t) : expandWord(schedule, t);
    const [a0, b0, c0, d0, e0] = [a, b, c, d, e];
    for (let t = 0; t < 80; t++) {
      const next = (rotate(a, 5) + mix(t, b, c, d) + e + at(schedule, t) + roundConstant(t)) | 0;
      e = d;
      d = c;
      c = rotate(b, 30);
      b = a;
      a = next;
    }
    a = (a + a0) | 0;
    b = (b + b0) | 0;
    c = (c + c0) | 0;
    d = (d + d0) | 0;
    e = (e + e0) | 0;
  }
  return [a, b, c, d, e].map((word) => (word >>> 0).toString(16).padStart(8, "0")).join("");
}

function padToBlocks(bytes: Uint8Array): Int32Array {
  const blocks = Math.ceil((bytes.length + 9) / 64);
  const padded = new DataView(new ArrayBuffer(blocks * 64));
  new Uint8Array(padded.buffer).set(bytes);
  padded.setUint8(bytes.length, 0x80);
  padded.setUint32(blocks * 64 - 8, Math.floor(bytes.length / 0x20000000));
  padded.setUint32(blocks * 64 - 4, (bytes.length << 3) >>> 0);
  const words = new Int32Array(blocks * 16);
  for (let index = 0; index < words.length; index++) words[index] = padded.getInt32(index * 4);
  return words;
}

function at(words: Int32Array, index: number): number {
  return words[index] ?? 0;
}

function expandWord(schedule: Int32Array, t: number): number {
  return rotate(at(schedule, t - 3) ^ at(schedule, t - 8) ^ at(schedule, t - 14) ^ at(schedule, t - 16), 1);
}

function rotate(word: number, bits: number): number {
  return (word << bits) | (word >>> (32 - bits));
}

function mix(t: number, b: number, c: number, d: number): number {
  if (t < 20) return (b & c) | (~b & d);
  if (t < 40) return b ^ c ^ d;
  if (t < 60) return (b & c) | (b & d) | (c & d);
  return b ^ c ^ d;
}

function roundConstant(t: number): number {
  if (t < 20) return 0x5a827999;
  if (t < 40) return 0x6ed9eba1;
  if (t < 60) return 0x8f1bbcdc | 0;
  return 0xca62c1d6 | 0;
}
