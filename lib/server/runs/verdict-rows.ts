import type { ChangeOutcome, Verdict } from "../../domain/changes/template-change";
import type { Queries } from "../database";
import { storedObject, toStored } from "../stored-json";
import type { TeamScope } from "../teams";

const storedOutcome = storedObject<ChangeOutcome>();

/** One change of one candidate. */
export interface ChangeOfCandidate {
  readonly candidate: string;
  readonly change: string;
}

/** Which outcomes come with their denials and fixes: all, or the one that is looked at, or none. */
export type OutcomeDetail = "all" | ChangeOfCandidate | null;

export async function insertVerdicts(
  queries: Queries,
  candidateId: string,
  outcomes: readonly ChangeOutcome[],
): Promise<void> {
  await queries.verdict.createMany({
    data: outcomes.map((outcome, position) => ({
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

function withoutDenials(outcome: ChangeOutcome): ChangeOutcome {
  const lighten = (verdict: Verdict): Verdict => ({ ...verdict, denials: [], fix: null });
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
  const byCandidate = new Map<string, ChangeOutcome[]>();
  for (const { candidateId, changeId, ...row } of rows) {
    const open = opened.find((other) => other.candidateId === candidateId && other.changeId === changeId);
    const outcome = storedOutcome.parse(open?.detail ?? row.detail ?? row.outline);
    const outcomes = byCandidate.get(candidateId) ?? [];
    outcomes.push(outcome);
    byCandidate.set(candidateId, outcomes);
  }
  return byCandidate;
}

async function findOpened(queries: Queries, runId: string, teamId: string, { candidate, change }: ChangeOfCandidate) {
  return queries.verdict.findMany({
    where: { changeId: change, candidate: { runId, name: candidate, run: { teamId } } },
    select: { candidateId: true, changeId: true, detail: true },
  });
}
