import type { Queries } from "../database";
import type { TeamScope } from "../teams";
import type { LeasedRun } from "./run-rows";
import type { RunStep } from "./run-step";

export interface StageRow {
  readonly sequence: number;
  readonly stage: string;
  readonly candidate: string | null;
  readonly summary: string;
  readonly finishedAt: Date;
}

export async function insertStage(
  queries: Queries,
  run: LeasedRun,
  sequence: number,
  { stage, candidate, summary }: RunStep,
): Promise<void> {
  await queries.stage.create({ data: { runId: run.id, sequence, stage, candidate, summary } });
}

export async function findStages(queries: Queries, { teamId }: TeamScope, runId: string): Promise<readonly StageRow[]> {
  return queries.stage.findMany({ where: { runId, run: { teamId } }, orderBy: { sequence: "asc" } });
}

export async function deleteStages(queries: Queries, { id, teamId }: LeasedRun): Promise<void> {
  await queries.stage.deleteMany({ where: { runId: id, run: { teamId } } });
}
