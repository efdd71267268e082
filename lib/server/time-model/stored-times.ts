import { z } from "zod";
import { timeConstantIds } from "../../domain/scoring/time-constants/time-constant";
import type { OwnTimes } from "../../domain/scoring/time-model";

const storedSchema = z.record(z.string(), z.number());

/** Figures as they were stored; a constant that this version does not know any more is left out. */
export function readStoredTimes(stored: unknown): OwnTimes {
  const minutes = storedSchema.parse(stored);
  return Object.fromEntries(
    timeConstantIds.flatMap((id) => (minutes[id] === undefined ? [] : [[id, minutes[id]] as const])),
  );
}
