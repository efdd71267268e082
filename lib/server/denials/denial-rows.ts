import type { Denial } from "../../domain/trial/trial";
import type { Queries } from "../database";
import { storedObject, toStored } from "../stored-json";
import type { TeamScope } from "../teams";

const storedDenial = storedObject<Denial>();

type DenialsByKey = ReadonlyMap<string, Denial>;

/** Those that changes of the run's template meet. A key that is there already stands for the same denial. */
export async function insertRunDenials(queries: Queries, runId: string, denials: DenialsByKey): Promise<void> {
  await queries.denial.createMany({
    data: rowsOf(denials).map((row) => ({ ...row, runId })),
    skipDuplicates: true,
  });
}

/** Those that versions of the replay meet. */
export async function insertReplayDenials(queries: Queries, replayId: string, denials: DenialsByKey): Promise<void> {
  await queries.replayDenial.createMany({
    data: rowsOf(denials).map((row) => ({ ...row, replayId })),
    skipDuplicates: true,
  });
}

/** @param keys which; all of the run where it is left out */
export async function findRunDenials(
  queries: Queries,
  { teamId }: TeamScope,
  runId: string,
  keys?: readonly string[],
): Promise<DenialsByKey> {
  const rows = await queries.denial.findMany({
    where: { runId, run: { teamId }, ...among(keys) },
    select: { key: true, detail: true },
  });
  return byKey(rows);
}

/** @param keys which; all of the run's replays where it is left out */
export async function findReplayDenials(
  queries: Queries,
  { teamId }: TeamScope,
  runId: string,
  keys?: readonly string[],
): Promise<DenialsByKey> {
  const rows = await queries.replayDenial.findMany({
    where: { replay: { runId, run: { teamId } }, ...among(keys) },
    select: { key: true, detail: true },
  });
  return byKey(rows);
}

export async function deleteRunDenials(queries: Queries, { teamId }: TeamScope, runId: string): Promise<void> {
  await queries.denial.deleteMany({ where: { runId, run: { teamId } } });
}

export async function deleteReplayDenials(queries: Queries, replayId: string): Promise<void> {
  await queries.replayDenial.deleteMany({ where: { replayId } });
}

function rowsOf(denials: DenialsByKey) {
  return [...denials].map(([key, denial]) => ({ key, detail: toStored(denial) }));
}

function among(keys: readonly string[] | undefined) {
  return keys ? { key: { in: [...keys] } } : {};
}

function byKey(rows: readonly { readonly key: string; readonly detail: unknown }[]): DenialsByKey {
  return new Map(rows.map(({ key, detail }) => [key, storedDenial.parse(detail)]));
}
