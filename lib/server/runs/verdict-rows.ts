import type { ChangeOutcome, Verdict } from "../../domain/changes/template-change";
import type { Denial } from "../../domain/trial/trial";
import type { Queries } from "../database";
import { findRunDenials, insertRunDenials } from "../denials/denial-rows";
import { DenialCollector, keysIn, openDenials, type StoredVerdict } from "../denials/stored-denials";
import { storedObject, toStored } from "../stored-json";
import type { TeamScope } from "../teams";

type StoredOutcome = Omit<ChangeOutcome, "asProposed" | "repaired"> & {
  readonly asProposed: StoredVerdict<Verdict>;
  readonly repaired: StoredVerdict<Verdict>;
};

const storedOutcome = storedObject<StoredOutcome>();

/** One change of one candidate. */
export interface ChangeOfCandidate {
  readonly candidate: string;
  readonly change: string;
}

/** Which outcomes come with their denials and fixes: all, or the one that is looked at, or none. */
export type OutcomeDetail = "all" | ChangeOfCandidate | null;

export async function insertVerdicts(
  queries: Queries,
  { id: candidateId, runId }: { readonly id: string; readonly runId: string },
  outcomes: readonly ChangeOutcome[],
): Promise<void> {
  const denials = new DenialCollector();
  const stored = outcomes.map((outcome) => toStoredOutcome(outcome, denials));
  await insertRunDenials(queries, runId, denials.byKey);
  await queries.verdict.createMany({
    data: stored.map((outcome, position) => ({
      candidateId,
      position,
      changeId: outcome.changeId,
      weight: outcome.weight,
      asProposed: outcome.asProposed.verdict,
      repaired: outcome.repaired.verdict,
      outline: toStored(withoutDenials(outcome)),
      detail: toStored(outcome),
    })),
  });
}

function toStoredOutcome(outcome: ChangeOutcome, denials: DenialCollector): StoredOutcome {
  const toStoredVerdict = (verdict: Verdict) => ({ ...verdict, denials: denials.keysOf(verdict.denials) });
  return {
    ...outcome,
    asProposed: toStoredVerdict(outcome.asProposed),
    repaired: toStoredVerdict(outcome.repaired),
  };
}

function withoutDenials(outcome: StoredOutcome): ChangeOutcome {
  const lighten = (verdict: StoredVerdict<Verdict>): Verdict => ({ ...verdict, denials: [], fix: null });
  return { ...outcome, asProposed: lighten(outcome.asProposed), repaired: lighten(outcome.repaired) };
}

/** Outcomes by candidate's id, in their order. */
export async function findOutcomes(
  queries: Queries,
  { teamId }: TeamScope,
  runId: string,
  detail: OutcomeDetail,
): Promise<ReadonlyMap<string, readonly ChangeOutcome[]>> {
  const ofRun = { candidate: { runId, run: { teamId } } };
  const isAll = detail === "all";
  const rows = await queries.verdict.findMany({
    where: ofRun,
    orderBy: { position: "asc" },
    select: { candidateId: true, changeId: true, outline: !isAll, detail: isAll },
  });
  const opened = isAll || detail === null ? [] : await findOpened(queries, runId, teamId, detail);
  const denials = await findDenialsOf(queries, { teamId }, runId, isAll ? "all" : opened);
  const byCandidate = new Map<string, ChangeOutcome[]>();
  for (const { candidateId, changeId, ...row } of rows) {
    const open = opened.find((other) => other.candidateId === candidateId && other.changeId === changeId);
    const outcome = open?.outcome ?? storedOutcome.parse(row.detail ?? row.outline);
    const outcomes = byCandidate.get(candidateId) ?? [];
    outcomes.push(openOutcome(outcome, denials));
    byCandidate.set(candidateId, outcomes);
  }
  return byCandidate;
}

interface OpenedOutcome {
  readonly candidateId: string;
  readonly changeId: string;
  readonly outcome: StoredOutcome;
}

async function findOpened(
  queries: Queries,
  runId: string,
  teamId: string,
  { candidate, change }: ChangeOfCandidate,
): Promise<readonly OpenedOutcome[]> {
  const rows = await queries.verdict.findMany({
    where: { changeId: change, candidate: { runId, name: candidate, run: { teamId } } },
    select: { candidateId: true, changeId: true, detail: true },
  });
  return rows.map(({ detail, ...row }) => ({ ...row, outcome: storedOutcome.parse(detail) }));
}

async function findDenialsOf(
  queries: Queries,
  team: TeamScope,
  runId: string,
  opened: "all" | readonly OpenedOutcome[],
): Promise<ReadonlyMap<string, Denial>> {
  if (opened === "all") return findRunDenials(queries, team, runId);
  const keys = opened.flatMap(({ outcome }) => keysIn(outcome.asProposed.denials, outcome.repaired.denials));
  return keys.length === 0 ? new Map() : findRunDenials(queries, team, runId, keys);
}

function openOutcome(outcome: StoredOutcome, denials: ReadonlyMap<string, Denial>): ChangeOutcome {
  const openVerdict = (verdict: StoredVerdict<Verdict>): Verdict => ({
    ...verdict,
    denials: openDenials(verdict.denials, denials),
  });
  return { ...outcome, asProposed: openVerdict(outcome.asProposed), repaired: openVerdict(outcome.repaired) };
}
