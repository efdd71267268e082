import { hashPy27String, type UInt64 } from "./string-hash";

const SMALLEST_TABLE = 8;
const LARGE_DICT = 50000;

/** A slot whose key was removed: it still takes part in probing. */
const REMOVED = Symbol("removed");
type Slot = string | typeof REMOVED | undefined;

/**
 * The order in which a Python 2.7 dict yields its keys: the order of its hash table's slots, which depends on every
 * insertion, removal and resize before (CPython 2.7, `Objects/dictobject.c`).
 */
export class Py27KeyOrder {
  private slots: Slot[] = new Array<Slot>(SMALLEST_TABLE);
  private used = 0;
  private filled = 0;

  keys(): string[] {
    return this.slots.filter((slot) => typeof slot === "string");
  }

  add(key: string): void {
    const usedBefore = this.used;
    const index = this.findSlot(key);
    const slot = this.slots[index];
    if (slot === key) return;
    this.used += 1;
    if (slot === undefined) this.filled += 1;
    this.slots[index] = key;
    if (this.used > usedBefore && this.filled * 3 >= this.slots.length * 2) {
      this.resize(this.used * (this.used > LARGE_DICT ? 2 : 4));
    }
  }

  remove(key: string): void {
    const index = this.findSlot(key);
    if (this.slots[index] !== key) return;
    this.slots[index] = REMOVED;
    this.used -= 1;
  }

  /** `dict.update(other)`: makes room for all keys first, so the table may end larger than after single insertions. */
  merge(keys: readonly string[]): void {
    if (keys.length === 0) return;
    if ((this.filled + keys.length) * 3 >= this.slots.length * 2) this.resize((this.used + keys.length) * 2);
    for (const key of keys) this.add(key);
  }

  /** `dict.copy()`. */
  copy(): Py27KeyOrder {
    const copy = new Py27KeyOrder();
    copy.merge(this.keys());
    return copy;
  }

  private findSlot(key: string): number {
    const mask = this.slots.length - 1;
    const hash = cachedHash(key);
    let index = (hash.low & mask) >>> 0;
    let slot = this.slots[index];
    if (slot === undefined || slot === key) return index;
    let reusable = slot === REMOVED ? index : null;
    let walker = index;
    let { high, low } = hash;
    while (true) {
      walker = (walker * 5 + low + 1) >>> 0;
      index = (walker & mask) >>> 0;
      slot = this.slots[index];
      if (slot === undefined) return reusable ?? index;
      if (slot === key) return index;
      if (slot === REMOVED) reusable ??= index;
      low = ((low >>> 5) | (high << 27)) >>> 0;
      high >>>= 5;
    }
  }

  private resize(request: number): void {
    let size = SMALLEST_TABLE;
    while (size <= request) size *= 2;
    const keys = this.keys();
    this.slots = new Array<Slot>(size);
    this.used = 0;
    this.filled = 0;
    for (const key of keys) this.add(key);
  }
}

const hashes = new Map<string, UInt64>();
const REMEMBERED_HASHES = 10_000;

/** Deep copies add the same few keys over and over. */
function cachedHash(key: string): UInt64 {
  const known = hashes.get(key);
  if (known !== undefined) return known;
  if (hashes.size >= REMEMBERED_HASHES) hashes.clear();
  const hash = hashPy27String(key);
  hashes.set(key, hash);
  return hash;
}
