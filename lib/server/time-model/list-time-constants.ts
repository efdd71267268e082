import { timeConstantGroups } from "../../domain/scoring/time-constants/list-time-constants";
import type { TimeConstantRows } from "../../schemas/time-model";

/** The documented table, as pages and the API show it. */
export function listTimeConstants(): TimeConstantRows[] {
  return timeConstantGroups.map(({ title, constants }) => ({
    title,
    constants: constants.map((constant) => ({ ...constant, sources: [...constant.sources] })),
  }));
}
