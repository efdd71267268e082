import type { Queries } from "../database";
import { findCandidateNames } from "../runs/candidate-rows";
import { lockRun } from "../runs/run-rows";
import { updateVersionScores } from "../runs/score-rows";
import type { TeamScope } from "../teams";
import { findShares } from "./find-shares";
import { poolByKind } from "./pool-by-kind";
import { findReplayRows } from "./replay-rows";

/** Brings the scores' columns of later versions up to date with the replays that are through, for lists and trends. */
export async function scoreVersions(queries: Queries, team: TeamScope, runId: string): Promise<void> {
  // A history and next versions may end in the same moment.
  await lockRun(queries, team, runId);
  const rows = await findReplayRows(queries, team, runId);
  const through = rows.filter(({ status }) => status === "done" || status === "failed");
  const shares = await findShares(queries, team, runId);
  const replays = through.map(({ id, kind }) => ({ kind, shares: shares.get(id) ?? [] }));
  for (const candidate of await findCandidateNames(queries, team, runId)) {
    await updateVersionScores(queries, team, runId, candidate, poolByKind(replays, candidate));
  }
}
