import { isJsonArray, isJsonObject, type Json } from "../json";

/** Deeper than any template in use, and far from what would exhaust the stack of later stages. */
export const deepestNesting = 100;

/** Whether values nest deeper than that. Does not recurse itself, so that any depth can be asked about. */
export function isNestedTooDeeply(document: Json): boolean {
  let level: readonly Json[] = [document];
  // Intrinsic functions that short tags stand for add levels which the text does not show.
  for (let depth = 0; depth <= deepestNesting * 2; depth++) {
    level = level.flatMap((value) => (isJsonArray(value) ? value : isJsonObject(value) ? Object.values(value) : []));
    if (level.length === 0) return false;
  }
  return true;
}
