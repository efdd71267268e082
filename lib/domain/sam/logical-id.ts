import { sha1Hex } from "./sha1";
import { compactJson } from "./sorted-json";
import { isGiven, type Value } from "./value";

/** `prefix` and the first ten digits of the SHA-1 of `data`; only `prefix` where there is no data. */
export function hashedLogicalId(prefix: string, data: Value | undefined, knownHash?: string): string {
  return prefix + dataHash(data, knownHash);
}

/** Text is hashed as it is, everything else as compact JSON with sorted keys. `knownHash` is used in its place. */
export function dataHash(data: Value | undefined, knownHash?: string, length = 10): string {
  if (knownHash) return knownHash.slice(0, length);
  if (!isGiven(data)) return "";
  return sha1Hex(typeof data === "string" ? data : compactJson(data)).slice(0, length);
}

/** Letters and digits stand for themselves in a logical id; any other suffix is hashed. */
export function suffixedLogicalId(prefix: string, suffix: string): string {
  return isAlphanumeric(suffix) ? prefix + suffix : hashedLogicalId(prefix, suffix);
}

export function isAlphanumeric(text: string): boolean {
  return /^[\p{L}\p{N}]+$/u.test(text);
}
