/** A seeded source of choices, so that a run can be repeated. */
export interface Random {
  /** A number in [0, 1). */
  readonly next: () => number;
  /** True with the given probability. */
  readonly chance: (probability: number) => boolean;
  /** An integer from 0 up to, not including, the limit. */
  readonly below: (limit: number) => number;
  readonly pick: <T>(items: readonly T[]) => T;
  /** Between `least` and `most` picks; an item may come twice. */
  readonly several: <T>(items: readonly T[], least: number, most: number) => readonly T[];
}

/** Mulberry32, by Tommy Ettinger (public domain): small, fast and good enough for test cases. */
export function seededRandom(seed: number): Random {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const below = (limit: number) => Math.floor(next() * limit);
  const pick = <T>(items: readonly T[]): T => {
    const item = items[below(items.length)];
    if (item === undefined) throw new Error("Nothing to pick from: the list is empty.");
    return item;
  };
  return {
    next,
    chance: (probability) => next() < probability,
    below,
    pick,
    several: (items, least, most) => Array.from({ length: least + below(most - least + 1) }, () => pick(items)),
  };
}
