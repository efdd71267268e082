import { randomUUID } from "node:crypto";
import { z } from "zod";
import { groupBy } from "../../domain/policy/group-by";
import type { AttemptLog } from "../../domain/trial/real-attempts/attempt-log";
import { type RealAttempt, realAttemptOrigins, realPhases } from "../../domain/trial/real-attempts/real-attempt";
import type { Prisma } from "../../generated/prisma/client";
import { createdRealAttemptSchema, deployedPoliciesSchema } from "../../schemas/real-attempt";
import type { Queries } from "../database";
import { storedObject, toStored } from "../stored-json";
import type { TeamScope } from "../teams";

/** An attempt with its log as it was sent, and what was read in it. */
export interface NewRealAttemptRow extends Omit<RealAttempt, "id" | "recordedAt" | "log"> {
  readonly logText: string | null;
  readonly reading: AttemptLog | null;
}

export async function insertRealAttempt(
  queries: Queries,
  { teamId }: TeamScope,
  runId: string,
  { logText, reading, ...attempt }: NewRealAttemptRow,
): Promise<string> {
  const { id } = await queries.realAttempt.create({
    data: {
      ...attempt,
      id: randomUUID(),
      teamId,
      runId,
      log: logText,
      ...(reading ? { reading: toStored(reading) } : {}),
    },
    select: { id: true },
  });
  return id;
}

const wordsSchema = z.object({
  policies: deployedPoliciesSchema.nullable(),
  origin: z.enum(realAttemptOrigins),
  outcome: createdRealAttemptSchema.shape.outcome,
  phase: z.enum(realPhases).nullable(),
});
const storedReading = storedObject<AttemptLog>();

/** The run's attempts, without the text of their logs. */
export async function findRealAttempts(
  queries: Queries,
  team: TeamScope,
  runId: string,
): Promise<readonly RealAttempt[]> {
  return (await findRealAttemptsOfRuns(queries, team, [runId])).get(runId) ?? [];
}

/** The same of several runs, by the run's id. */
export async function findRealAttemptsOfRuns(
  queries: Queries,
  { teamId }: TeamScope,
  runIds: readonly string[],
): Promise<ReadonlyMap<string, readonly RealAttempt[]>> {
  const rows = await queries.realAttempt.findMany({
    where: { teamId, runId: { in: [...runIds] } },
    omit: { log: true },
  });
  const byRun = groupBy(rows, ({ runId }) => runId);
  return new Map([...byRun].map(([runId, own]) => [runId, own.map(toAttempt)]));
}

type AttemptRow = Omit<Prisma.RealAttemptGetPayload<object>, "log">;

function toAttempt({ id, candidate, minutes, note, reading, startedAt, recordedAt, ...row }: AttemptRow): RealAttempt {
  return {
    id,
    candidate,
    minutes,
    note,
    ...wordsSchema.parse(row),
    startedAt: startedAt?.toISOString() ?? null,
    recordedAt: recordedAt.toISOString(),
    log: reading === null ? null : storedReading.parse(reading),
  };
}

/** The log as it was sent; `null` when the team has no such attempt, or it came without one. */
export async function findRealAttemptLog(queries: Queries, { teamId }: TeamScope, id: string): Promise<string | null> {
  const row = await queries.realAttempt.findFirst({ where: { id, teamId }, select: { log: true } });
  return row?.log ?? null;
}

/** False when the team has no such attempt. */
export async function deleteRealAttempt(queries: Queries, { teamId }: TeamScope, id: string): Promise<boolean> {
  const { count } = await queries.realAttempt.deleteMany({ where: { id, teamId } });
  return count === 1;
}
