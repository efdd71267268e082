import { timeConstantGroups } from "../../domain/scoring/time-constants/list-time-constants";
import type { Run } from "../../schemas/run";
import type { TimeConstantRows } from "../../schemas/time-model";

/** The documented table, as pages and the API show it. */
export function listTimeConstants(): TimeConstantRows[] {
  return timeConstantGroups.map(({ title, constants }) => ({
    title,
    constants: constants.map((constant) => ({ ...constant, sources: [...constant.sources] })),
  }));
}

/** Those that a run's minutes are made of, and those that were set for it, even to nothing. */
export function listTimeConstantsOf({ report, input }: Run): TimeConstantRows[] {
  const parts = (report?.candidates ?? []).flatMap(({ scores }) => scores?.timeToWorking.parts ?? []);
  const used = new Set<string>([
    ...parts.map(({ constant }) => constant),
    ...Object.keys(input.timeModel),
    ...Object.keys(input.teamTimes),
  ]);
  return listTimeConstants()
    .map(({ title, constants }) => ({ title, constants: constants.filter(({ id }) => used.has(id)) }))
    .filter(({ constants }) => constants.length > 0);
}
