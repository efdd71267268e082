/** Names a piece of state that lives as long as one expansion: `const usagePlans = defineState(() => new Map())`. */
export interface StateKey<T> {
  readonly make: () => T;
}

export function defineState<T>(make: () => T): StateKey<T> {
  return { make };
}

export interface StateStore {
  get<T>(key: StateKey<T>): T;
}

export function makeStateStore(): StateStore {
  const slots = new Map<StateKey<unknown>, Slot<unknown>>();
  return {
    get<T>(key: StateKey<T>): T {
      const slot = slots.get(key);
      if (slot !== undefined && isSlotOf(slot, key)) return slot.value;
      const made: Slot<T> = { key, value: key.make() };
      slots.set(key, made);
      return made.value;
    },
  };
}

interface Slot<T> {
  readonly key: StateKey<T>;
  readonly value: T;
}

function isSlotOf<T>(slot: Slot<unknown>, key: StateKey<T>): slot is Slot<T> {
  return slot.key === key;
}
