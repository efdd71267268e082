import type { PlannedResource } from "../../domain/deployment/deployment-plan";
import { type TimeModel, timeModelWith } from "../../domain/scoring/time-model";
import { scoreTimeToWorking } from "../../domain/scoring/time-to-working";
import type { RunInput } from "../../schemas/run";
import type { Database, Queries } from "../database";
import { findRun } from "../runs/find-run";
import { updateRunTimes } from "../runs/run-rows";
import { updateTimeScore } from "../runs/score-rows";
import type { TeamScope } from "../teams";

/**
 * Counts a finished run with these figures from now on: the minutes of every candidate are computed again from its stored
 * trial, nothing is tried again, and no other score changes. False when the team has no finished run of this id.
 */
export async function setRunTimes(
  database: Database,
  team: TeamScope,
  runId: string,
  times: Pick<RunInput, "timeModel" | "teamTimes">,
): Promise<boolean> {
  return database.$transaction(async (queries) => {
    // First, since it locks the run's row: of two that change the figures, the later one waits.
    if (!(await updateRunTimes(queries, team, runId, times))) return false;
    await recount(queries, team, runId, timeModelWith(times.timeModel, times.teamTimes));
    return true;
  });
}

async function recount(queries: Queries, team: TeamScope, runId: string, model: TimeModel): Promise<void> {
  const run = await findRun(queries, team, runId, null);
  const resources: readonly PlannedResource[] = run?.report?.resources ?? [];
  for (const candidate of run?.report?.candidates ?? []) {
    const { trial, scores, name } = candidate;
    if (!trial || !scores) continue;
    const timeToWorking = { ...scores.timeToWorking, ...scoreTimeToWorking(candidate, trial, resources, model) };
    await updateTimeScore(queries, team, runId, name, { ...scores, timeToWorking });
  }
}
