import type { Unit } from "./deployed-units";
import type { StateResource } from "./stack-state";

/** A resource that an update leaves alone is the very same unit in all updates in which its neighbours are the same. */
export function startKeepingUnits(): (unit: Unit) => Unit {
  const known = new WeakMap<StateResource, Unit>();
  return (unit) => {
    // What an update changes does not come again.
    if (unit.resource.change !== "none") return unit;
    const kept = known.get(unit.resource);
    if (kept && isSameUnit(kept, unit)) return kept;
    known.set(unit.resource, unit);
    return unit;
  };
}

function isSameUnit(a: Unit, b: Unit): boolean {
  return (
    a.resource === b.resource &&
    a.id === b.id &&
    a.wave === b.wave &&
    a.isReadByOthers === b.isReadByOthers &&
    isSameList(a.dependsOn, b.dependsOn, (one, other) => one === other) &&
    isSameList(
      a.reads,
      b.reads,
      (one, other) => one.resource === other.resource && one.attribute === other.attribute,
    ) &&
    isSameList(a.nestedParameters, b.nestedParameters, isSamePair) &&
    isSameList(a.nestedTypes, b.nestedTypes, isSamePair)
  );
}

function isSamePair([name, own]: readonly [string, string], [other, others]: readonly [string, string]): boolean {
  return name === other && own === others;
}

function isSameList<T>(a: readonly T[], b: readonly T[], isSame: (a: T, b: T) => boolean): boolean {
  return (
    a.length === b.length &&
    a.every((item, index) => {
      const other = b[index];
      return other !== undefined && isSame(item, other);
    })
  );
}
