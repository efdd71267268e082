import type { OwnTimes } from "../../domain/scoring/time-model";
import type { Database, Queries } from "../database";
import type { TeamScope } from "../teams";
import { readStoredTimes } from "./stored-times";

/** The team's own figures, in minutes; constants that are not among them count as documented. */
export async function findTeamTimes(queries: Queries, { teamId }: TeamScope): Promise<OwnTimes> {
  const rows = await queries.teamTime.findMany({ where: { teamId } });
  return readStoredTimes(Object.fromEntries(rows.map(({ constantId, minutes }) => [constantId, minutes])));
}

/** These figures, and no others, from now on. Runs that are stored keep those that they were made with. */
export async function replaceTeamTimes(database: Database, { teamId }: TeamScope, times: OwnTimes): Promise<void> {
  await database.$transaction([
    database.teamTime.deleteMany({ where: { teamId } }),
    database.teamTime.createMany({
      data: Object.entries(times).map(([constantId, minutes]) => ({ teamId, constantId, minutes })),
    }),
  ]);
}
