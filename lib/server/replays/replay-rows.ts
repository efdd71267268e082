import { randomUUID } from "node:crypto";
import type { ReplayKind } from "../../domain/replay";
import type { Prisma } from "../../generated/prisma/client";
import type { ApiError } from "../../schemas/api-error";
import type { ReplayStates } from "../../schemas/replay";
import type { Queries } from "../database";
import { toStored } from "../stored-json";
import type { TeamScope } from "../teams";

/** Where the versions of a replay came from. */
export interface ReplaySource {
  readonly kind: ReplayKind;
  readonly fileName: string | null;
  readonly templatePath: string | null;
  readonly note: string | null;
}

/** For a run of the caller's team, which the caller has made sure of. */
export async function insertReplay(queries: Queries, runId: string, source: ReplaySource): Promise<string> {
  const { id } = await queries.replay.create({ data: { ...source, id: randomUUID(), runId }, select: { id: true } });
  return id;
}

/** Replays of a run that are still to be worked, of one kind, oldest first. */
export async function findUnfinishedReplays(
  queries: Queries,
  { teamId }: TeamScope,
  runId: string,
  kind: ReplayKind,
): Promise<readonly string[]> {
  const rows = await queries.replay.findMany({
    where: { runId, kind, run: { teamId }, status: { in: ["queued", "running"] } },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
    select: { id: true },
  });
  return rows.map(({ id }) => id);
}

/** A replay that one worker holds; see the lease of a run. */
export interface LeasedReplay extends TeamScope {
  readonly id: string;
  readonly runId: string;
  readonly kind: ReplayKind;
  readonly lease: string;
}

/** `null` when the replay is finished or was removed. */
export async function leaseReplay(queries: Queries, { teamId }: TeamScope, id: string): Promise<LeasedReplay | null> {
  const lease = randomUUID();
  const [row] = await queries.replay.updateManyAndReturn({
    where: { id, run: { teamId }, status: { in: ["queued", "running"] } },
    data: { lease, status: "running" },
    select: { runId: true, kind: true },
  });
  return row ? { ...row, id, teamId, lease } : null;
}

/** False when another worker has taken the replay over, or its team has removed it: stop then. */
export async function updateLeasedReplay(
  queries: Queries,
  { id, teamId, lease }: LeasedReplay,
  data: Prisma.ReplayUpdateManyMutationInput,
): Promise<boolean> {
  const { count } = await queries.replay.updateMany({
    where: { id, run: { teamId }, lease, status: "running" },
    data,
  });
  return count === 1;
}

/** Of a run: all, or the one that is named. */
export interface ReplaysOfRun {
  readonly runId: string;
  readonly id?: string;
}

/** For replays whose job gave up. */
export async function failUnfinishedReplays(
  queries: Queries,
  { teamId }: TeamScope,
  which: ReplaysOfRun,
  error: ApiError,
): Promise<void> {
  await queries.replay.updateMany({
    where: { ...which, run: { teamId }, status: { in: ["queued", "running"] } },
    data: { status: "failed", lease: null, error: toStored(error), finishedAt: new Date() },
  });
}

/** False when the run has no such replay. */
export async function deleteReplay(
  queries: Queries,
  { teamId }: TeamScope,
  runId: string,
  id: string,
): Promise<boolean> {
  const { count } = await queries.replay.deleteMany({ where: { id, runId, run: { teamId } } });
  return count === 1;
}

export async function findReplayRows(queries: Queries, { teamId }: TeamScope, runId: string) {
  return queries.replay.findMany({
    where: { runId, run: { teamId } },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
    omit: { lease: true },
  });
}

/** The histories that a run was given, with the number of their versions. */
export async function findHistories(queries: Queries, { teamId }: TeamScope, runId: string) {
  return queries.replay.findMany({
    where: { runId, kind: "history", run: { teamId } },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
    select: { id: true, fileName: true, templatePath: true, _count: { select: { versions: true } } },
  });
}

/** Where a history of the team came from; `null` when there is none of this id any more. */
export async function findHistorySource(
  queries: Queries,
  { teamId }: TeamScope,
  id: string,
): Promise<ReplaySource | null> {
  return queries.replay.findFirst({
    where: { id, kind: "history", run: { teamId } },
    select: { kind: true, fileName: true, templatePath: true, note: true },
  });
}

export async function findReplayStates(
  queries: Queries,
  { teamId }: TeamScope,
  runId: string,
): Promise<ReplayStates["replays"]> {
  const rows = await queries.replay.findMany({
    where: { runId, run: { teamId } },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
    select: { id: true, kind: true, status: true, _count: { select: { versions: true } } },
  });
  const tried = await queries.replayVerdict.groupBy({
    by: ["replayId"],
    where: { version: { replay: { runId, run: { teamId } } } },
    _max: { position: true },
  });
  return rows.map(({ _count, ...row }) => ({
    ...row,
    versions: _count.versions,
    tried: tried.find(({ replayId }) => replayId === row.id)?._max.position ?? 0,
  }));
}
