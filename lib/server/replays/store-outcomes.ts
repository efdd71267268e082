import type { VersionOutcome } from "../../domain/replay";
import type { ApiError } from "../../schemas/api-error";
import type { Database } from "../database";
import { LeaseLost } from "../runs/store-progress";
import { toStored } from "../stored-json";
import type { TeamScope } from "../teams";
import { type LeasedReplay, leaseReplay, updateLeasedReplay } from "./replay-rows";
import { scoreVersions } from "./score-versions";
import { clearOutcomes, insertOutcome } from "./version-rows";

/** Milliseconds, for a database that has much to do. */
const patient = { maxWait: 10_000, timeout: 60_000 };

/** Takes the replay and clears what an earlier, interrupted attempt has left. `null` when there is nothing to do. */
export async function startReplay(database: Database, team: TeamScope, id: string): Promise<LeasedReplay | null> {
  return database.$transaction(async (queries) => {
    const replay = await leaseReplay(queries, team, id);
    if (replay) await clearOutcomes(queries, id);
    return replay;
  }, patient);
}

/** @param position 1-based */
export async function storeOutcome(
  database: Database,
  replay: LeasedReplay,
  position: number,
  outcome: VersionOutcome,
): Promise<void> {
  await database.$transaction(async (queries) => {
    if (!(await updateLeasedReplay(queries, replay, { lease: replay.lease }))) throw leaseLost(replay);
    await insertOutcome(queries, replay.id, position, outcome);
  }, patient);
}

export async function finishReplay(database: Database, replay: LeasedReplay): Promise<void> {
  await endReplay(database, replay, { status: "done", finishedAt: new Date() });
}

/** What was tried before counts all the same. */
export async function failReplay(database: Database, replay: LeasedReplay, error: ApiError): Promise<void> {
  await endReplay(database, replay, { status: "failed", error: toStored(error), finishedAt: new Date() });
}

async function endReplay(
  database: Database,
  replay: LeasedReplay,
  end: Parameters<typeof updateLeasedReplay>[2],
): Promise<void> {
  await database.$transaction(async (queries) => {
    if (!(await updateLeasedReplay(queries, replay, end))) throw leaseLost(replay);
    await scoreVersions(queries, replay, replay.runId);
  }, patient);
}

function leaseLost({ id }: LeasedReplay): LeaseLost {
  return new LeaseLost(`Replay ${id} is held by another worker now, or was removed.`);
}
