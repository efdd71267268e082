import type { ApiError } from "../../schemas/api-error";
import type { Database } from "../database";
import type { TeamScope } from "../teams";
import { deleteReplay, failUnfinishedReplays, type ReplaysOfRun } from "./replay-rows";
import { scoreVersions } from "./score-versions";

/** Takes versions away again, and out of the scores. False when the run has no such replay. */
export async function removeReplay(database: Database, team: TeamScope, runId: string, id: string): Promise<boolean> {
  return database.$transaction(async (queries) => {
    const isRemoved = await deleteReplay(queries, team, runId, id);
    if (isRemoved) await scoreVersions(queries, team, runId);
    return isRemoved;
  });
}

/** For replays whose job gave up; what they tried counts. */
export async function giveUpReplays(
  database: Database,
  team: TeamScope,
  which: ReplaysOfRun,
  error: ApiError,
): Promise<void> {
  await database.$transaction(async (queries) => {
    await failUnfinishedReplays(queries, team, which, error);
    await scoreVersions(queries, team, which.runId);
  });
}
