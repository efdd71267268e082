import { randomUUID } from "node:crypto";
import { Prisma } from "../../generated/prisma/client";
import type { ApiError } from "../../schemas/api-error";
import type { RunInput } from "../../schemas/run";
import type { Queries } from "../database";
import { toStored } from "../stored-json";
import type { TeamScope } from "../teams";

/** The report without what other tables hold. */

export async function insertRun(
  queries: Queries,
  { teamId }: TeamScope,
  input: RunInput,
  { templateId, searchText }: { readonly templateId: string; readonly searchText: string },
): Promise<string> {
  const { templateText: _, parameters, settings, nestedTemplates, timeModel, teamTimes, ...columns } = input;
  const { id } = await queries.run.create({
    data: {
      ...columns,
      id: randomUUID(),
      teamId,
      templateId,
      searchText,
      parameters: toStored(parameters),
      settings: toStored(settings),
      nestedTemplates: toStored(nestedTemplates),
      timeModel: toStored(timeModel),
      teamTimes: toStored(teamTimes),
    },
    select: { id: true },
  });
  return id;
}

/** A run that one worker holds; it may write as long as the lease is the run's. */
export interface LeasedRun extends TeamScope {
  readonly id: string;
  readonly lease: string;
}

/**
 * Takes the run for one worker: whoever held it before can write no more. `null` when the run is finished or gone, so that
 * there is nothing to do.
 */
export async function leaseRun(queries: Queries, { teamId }: TeamScope, id: string): Promise<LeasedRun | null> {
  const lease = randomUUID();
  const { count } = await queries.run.updateMany({
    where: { id, teamId, status: { in: ["queued", "running"] } },
    data: { lease, status: "running", startedAt: new Date(), outline: Prisma.DbNull, versions: {} },
  });
  return count === 1 ? { id, teamId, lease } : null;
}

/** Writes to a run that is still held. False when another worker has taken it over: stop then. */
export async function updateLeasedRun(
  queries: Queries,
  { id, teamId, lease }: LeasedRun,
  data: Prisma.RunUpdateManyMutationInput,
): Promise<boolean> {
  const { count } = await queries.run.updateMany({ where: { id, teamId, lease, status: "running" }, data });
  return count === 1;
}

/** For a run whose job gave up: whoever holds it, it has failed. */
export async function failUnfinishedRun(
  queries: Queries,
  { teamId }: TeamScope,
  id: string,
  error: ApiError,
): Promise<void> {
  await queries.run.updateMany({
    where: { id, teamId, status: { in: ["queued", "running"] } },
    data: { status: "failed", lease: null, error: toStored(error), finishedAt: new Date() },
  });
}

/** The figures of the time model that a finished run counts with. False when it is not finished, or not the team's. */
export async function updateRunTimes(
  queries: Queries,
  { teamId }: TeamScope,
  id: string,
  { timeModel, teamTimes }: Pick<RunInput, "timeModel" | "teamTimes">,
): Promise<boolean> {
  const { count } = await queries.run.updateMany({
    where: { id, teamId, status: "done" },
    data: { timeModel: toStored(timeModel), teamTimes: toStored(teamTimes) },
  });
  return count === 1;
}

export async function findRunRow(queries: Queries, { teamId }: TeamScope, id: string) {
  return queries.run.findFirst({ where: { id, teamId }, include: { template: true } });
}

export type RunRow = NonNullable<Awaited<ReturnType<typeof findRunRow>>>;

export async function findRunStatus(queries: Queries, { teamId }: TeamScope, id: string) {
  return queries.run.findFirst({ where: { id, teamId }, select: { id: true, status: true } });
}

/** Makes whoever else locks the run wait for the end of this transaction, and see then what it has written. */
export async function lockRun(queries: Queries, { teamId }: TeamScope, id: string): Promise<void> {
  await queries.$queryRaw`SELECT FROM runs WHERE id = ${id}::uuid AND team_id = ${teamId}::uuid FOR UPDATE`;
}

/** A page of the team's runs, newest first, each term of the query somewhere in its search text. */
export async function findRunPage(
  queries: Queries,
  { teamId }: TeamScope,
  page: { readonly terms: readonly string[]; readonly after: RunPosition | null; readonly limit: number },
) {
  return queries.run.findMany({
    where: {
      teamId,
      AND: [
        ...page.terms.map((term) => ({ searchText: { contains: escapeLike(term.toLowerCase()) } })),
        ...(page.after ? [isAfter(page.after)] : []),
      ],
    },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    take: page.limit,
    select: {
      id: true,
      stackName: true,
      region: true,
      account: true,
      fileName: true,
      status: true,
      createdAt: true,
      timeModel: true,
      teamTimes: true,
      template: { select: { sha256: true } },
      candidates: {
        orderBy: { position: "asc" },
        select: { approach: true, name: true, evidence: true, score: { omit: { detail: true } } },
      },
    },
  });
}

/** Where a page ended. */
export interface RunPosition {
  readonly createdAt: Date;
  readonly id: string;
}

function isAfter({ createdAt, id }: RunPosition): Prisma.RunWhereInput {
  return { OR: [{ createdAt: { lt: createdAt } }, { createdAt, id: { lt: id } }] };
}

// Prisma passes the text of `contains` to LIKE as it is.
function escapeLike(text: string): string {
  return text.replace(/[\\%_]/g, "\\$&");
}
