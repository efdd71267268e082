import { isJsonArray, isJsonObject, type Json } from "../json";
import { keepByObject } from "./keep-by-object";

/** Deeper than any template in use, and far from what would exhaust the stack of later stages. */
export const deepestNesting = 100;

/** Intrinsic functions that short tags stand for add levels which the text does not show. */
const mostLevels = deepestNesting * 2;

/** Whether values nest deeper than that. Does not recurse itself, so that any depth can be asked about. */
export function isNestedTooDeeply(document: Json): boolean {
  return startCheckingNesting()(document);
}

/** {@link isNestedTooDeeply} for a template and its changed versions: an entry of a section is measured once. */
export function startCheckingNesting(): typeof isNestedTooDeeply {
  const isEntryTooDeep = keepByObject((entry) => nestsDeeperThan(mostLevels - 2, entry));
  return (document) => valuesIn(document).some((section) => valuesIn(section).some(isEntryTooDeep));
}

function nestsDeeperThan(levels: number, value: Json): boolean {
  let level: readonly Json[] = [value];
  for (let depth = 0; depth <= levels; depth++) {
    level = level.flatMap(valuesIn);
    if (level.length === 0) return false;
  }
  return true;
}

function valuesIn(value: Json): readonly Json[] {
  if (isJsonArray(value)) return value;
  return isJsonObject(value) ? Object.values(value) : [];
}
