import { createHash } from "node:crypto";
import type { Denial } from "../../domain/trial/trial";

/**
 * The denials of one verdict as they are stored: by key, since a hundred changes or versions meet the same ones. Versions
 * until November 2026 stored each of them whole.
 */
export type StoredDenials = readonly (string | Denial)[];

/** A verdict, of whatever kind, as it is stored. */
export type StoredVerdict<Verdict extends { readonly denials: readonly Denial[] }> = Omit<Verdict, "denials"> & {
  readonly denials: StoredDenials;
};

/** Denials on their way into the database, each once. */
export class DenialCollector {
  readonly byKey = new Map<string, Denial>();

  /** What is stored in the verdict that met them. */
  keysOf(denials: readonly Denial[]): readonly string[] {
    return denials.map((denial) => {
      const key = keyOf(denial);
      this.byKey.set(key, denial);
      return key;
    });
  }
}

/** By content: 128 bits of its hash, so that the same denial is the same row whoever meets it. */
function keyOf(denial: Denial): string {
  return createHash("sha256").update(JSON.stringify(denial)).digest("base64url").slice(0, 22);
}

/** The denials behind the keys, in their order; the same key gives the same object. */
export function openDenials(stored: StoredDenials, byKey: ReadonlyMap<string, Denial>): readonly Denial[] {
  return stored.map((item) => {
    if (typeof item !== "string") return item;
    const denial = byKey.get(item);
    if (!denial) throw new Error(`The denial ${item} is not stored.`);
    return denial;
  });
}

/** The keys of a row's verdicts, in order to fetch no others. */
export function keysIn(...stored: readonly StoredDenials[]): readonly string[] {
  return stored.flat().filter((item) => typeof item === "string");
}
