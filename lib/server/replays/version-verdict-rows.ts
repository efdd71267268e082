import { z } from "zod";
import type { StepVerdict } from "../../domain/changes/replay-history";
import type { VersionOutcome } from "../../domain/replay";
import type { Queries } from "../database";
import { deleteReplayDenials, findReplayDenials, insertReplayDenials } from "../denials/denial-rows";
import { DenialCollector, keysIn, openDenials, type StoredVerdict } from "../denials/stored-denials";
import { storedObject, toStored } from "../stored-json";
import type { TeamScope } from "../teams";

/** One version of one candidate. */
export interface VersionOfCandidate {
  readonly candidate: string;
  readonly replay: string;
  /** Its position. */
  readonly version: number;
}

/** Which verdicts come with their denials and fixes: all, or the one that is looked at, or none. */
export type VersionDetail = "all" | VersionOfCandidate | null;

/** How one candidate fares with one version. */
export type VersionVerdicts = VersionOutcome["verdicts"][number];

const verdictName = z.enum(["deploys", "fails", "rejected", "not-modelled"]);
const storedVerdicts = storedObject<{
  readonly asProposed: StoredVerdict<StepVerdict>;
  readonly repaired: StoredVerdict<StepVerdict>;
}>();

/** @param position the version's */
export async function insertVersionVerdicts(
  queries: Queries,
  replayId: string,
  position: number,
  verdicts: readonly VersionVerdicts[],
): Promise<void> {
  const collected = new DenialCollector();
  const toStoredVerdict = (verdict: StepVerdict) => ({ ...verdict, denials: collected.keysOf(verdict.denials) });
  const rows = verdicts.map(({ candidate, asProposed, repaired }, ordinal) => ({
    replayId,
    position,
    candidate,
    ordinal,
    asProposed: asProposed.verdict,
    repaired: repaired.verdict,
    detail: toStored({ asProposed: toStoredVerdict(asProposed), repaired: toStoredVerdict(repaired) }),
  }));
  await insertReplayDenials(queries, replayId, collected.byKey);
  await queries.replayVerdict.createMany({ data: rows });
}

export async function deleteVersionVerdicts(queries: Queries, replayId: string): Promise<void> {
  await queries.replayVerdict.deleteMany({ where: { replayId } });
  await deleteReplayDenials(queries, replayId);
}

/** How many versions of each replay came out in which way with each candidate. */
export async function countVerdicts(
  queries: Queries,
  { teamId }: TeamScope,
  runId: string,
): Promise<readonly VerdictCount[]> {
  const groups = await queries.replayVerdict.groupBy({
    by: ["replayId", "candidate", "ordinal", "asProposed", "repaired"],
    where: { version: { replay: { runId, run: { teamId } } } },
    orderBy: { ordinal: "asc" },
    _count: { position: true },
  });
  return groups.map(({ replayId, candidate, asProposed, repaired, _count }) => ({
    replayId,
    candidate,
    asProposed: verdictName.parse(asProposed),
    repaired: verdictName.parse(repaired),
    versions: _count.position,
  }));
}

export interface VerdictCount {
  readonly replayId: string;
  readonly candidate: string;
  readonly asProposed: StepVerdict["verdict"];
  readonly repaired: StepVerdict["verdict"];
  readonly versions: number;
}

/** Those with denials and fixes, of all replays of the run, by {@link keyOfVerdict}. */
export async function findDetailedVerdicts(
  queries: Queries,
  { teamId }: TeamScope,
  runId: string,
  detail: VersionDetail,
): Promise<ReadonlyMap<string, VersionVerdicts>> {
  if (detail === null) return new Map();
  const { candidate, replay, version } = detail === "all" ? {} : detail;
  const rows = await queries.replayVerdict.findMany({
    where: { version: { replay: { runId, run: { teamId } } }, candidate, replayId: replay, position: version },
  });
  const found = rows.map((row) => ({ row, ...storedVerdicts.parse(row.detail) }));
  const keys = found.flatMap(({ asProposed, repaired }) => keysIn(asProposed.denials, repaired.denials));
  const denials = await findReplayDenials(queries, { teamId }, runId, detail === "all" ? undefined : keys);
  const openVerdict = (verdict: StoredVerdict<StepVerdict>): StepVerdict => ({
    ...verdict,
    denials: openDenials(verdict.denials, denials),
  });
  return new Map(
    found.map(({ row, asProposed, repaired }) => [
      keyOfVerdict(row),
      { candidate: row.candidate, asProposed: openVerdict(asProposed), repaired: openVerdict(repaired) },
    ]),
  );
}

/** A verdict of which nothing more is told. */
export function outlineOf(row: { candidate: string; asProposed: string; repaired: string }): VersionVerdicts {
  const outline = (name: string): StepVerdict => ({ verdict: verdictName.parse(name), denials: [], fix: null });
  return { candidate: row.candidate, asProposed: outline(row.asProposed), repaired: outline(row.repaired) };
}

export function keyOfVerdict(row: { replayId: string; position: number; candidate: string }): string {
  return [row.replayId, row.position, row.candidate].join(" ");
}
