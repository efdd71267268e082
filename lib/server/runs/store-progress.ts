import type { ApiError } from "../../schemas/api-error";
import type { Database, Queries } from "../database";
import { toStored } from "../stored-json";
import type { TeamScope } from "../teams";
import { addToCandidate, replaceCandidates } from "./candidate-rows";
import { announceRun } from "./run-changes";
import { failUnfinishedRun, type LeasedRun, leaseRun, updateLeasedRun } from "./run-rows";
import { outlineOf, type ReportOutline, type RunStep } from "./run-step";
import { deleteStages, insertStage } from "./stage-rows";

/** Thrown when another worker has taken the run over: whatever this one still finds out is not wanted any more. */
export class LeaseLost extends Error {}

/** Takes the run and clears what an earlier, interrupted attempt has left. `null` when there is nothing to do. */
export async function startRun(database: Database, team: TeamScope, id: string): Promise<LeasedRun | null> {
  return inTransaction(database, async (queries) => {
    const run = await leaseRun(queries, team, id);
    if (!run) return null;
    await deleteStages(queries, run);
    await replaceCandidates(queries, run, []);
    await announceRun(queries, id);
    return run;
  });
}

/** One stage's result: the stage's line, and the part of the report that it has filled. */
export async function storeProgress(
  database: Database,
  run: LeasedRun,
  sequence: number,
  step: RunStep,
): Promise<void> {
  await inTransaction(database, async (queries) => {
    if (step.candidate === null) {
      await writeLeased(queries, run, columnsOf(outlineOf(step.report)));
      await replaceCandidates(queries, run, step.report.candidates);
    } else {
      await writeLeased(queries, run, { lease: run.lease });
      await addToCandidate(queries, run, step.candidate, step.found);
    }
    await insertStage(queries, run, sequence, step);
  });
}

/** The outline as it is at the end; the steps have stored what there is to the candidates. */
export async function finishRun(database: Database, run: LeasedRun, outline: ReportOutline): Promise<void> {
  await inTransaction(database, (queries) =>
    writeLeased(queries, run, { ...columnsOf(outline), status: "done", finishedAt: new Date() }),
  );
}

function columnsOf(outline: ReportOutline) {
  return { outline: toStored(outline), versions: toStored(outline.versions) };
}

export async function failRun(database: Database, run: LeasedRun, error: ApiError): Promise<void> {
  await inTransaction(database, (queries) =>
    writeLeased(queries, run, { status: "failed", error: toStored(error), finishedAt: new Date() }),
  );
}

/** For the run of a job that has been tried too often. */
export async function giveUpRun(database: Database, team: TeamScope, id: string, error: ApiError): Promise<void> {
  await inTransaction(database, async (queries) => {
    await failUnfinishedRun(queries, team, id, error);
    await announceRun(queries, id);
  });
}

// First in each transaction: it locks the run's row, so that a take-over waits for it, or it for the take-over.
async function writeLeased(
  queries: Queries,
  run: LeasedRun,
  data: Parameters<typeof updateLeasedRun>[2],
): Promise<void> {
  if (!(await updateLeasedRun(queries, run, data))) throw new LeaseLost(`Run ${run.id} is held by another worker now.`);
  await announceRun(queries, run.id);
}

async function inTransaction<T>(database: Database, work: (queries: Queries) => Promise<T>): Promise<T> {
  return database.$transaction(work, { maxWait: 10_000, timeout: 60_000 });
}
