import { randomUUID } from "node:crypto";
import type { Candidate } from "../../domain/approaches/candidate";
import type { TriedCandidate } from "../../domain/comparison-report";
import type { RoleToReplay } from "../../domain/replay";
import type { Queries } from "../database";
import { deleteRunDenials } from "../denials/denial-rows";
import { storedObject, toStored } from "../stored-json";
import type { TeamScope } from "../teams";
import type { LeasedRun } from "./run-rows";
import type { FoundOfCandidate } from "./run-step";
import { insertScore, scoreDetail } from "./score-rows";
import { insertTrial, readTrial } from "./trial-rows";
import { findOutcomes, insertVerdicts, type OutcomeDetail } from "./verdict-rows";

/** Runs of before later versions were tried have none. */
const storedCandidate = storedObject<Candidate & Partial<Pick<TriedCandidate, "nextVersions">>>();

/** The candidates of a run, with everything that was found out about them so far; what stood there before goes. */
export async function replaceCandidates(
  queries: Queries,
  { id: runId, teamId }: LeasedRun,
  candidates: readonly TriedCandidate[],
): Promise<void> {
  await queries.candidate.deleteMany({ where: { runId, run: { teamId } } });
  await deleteRunDenials(queries, { teamId }, runId);
  for (const [position, candidate] of candidates.entries()) await insertCandidate(queries, runId, position, candidate);
}

/** What a step has found out about a candidate that is there. */
export async function addToCandidate(
  queries: Queries,
  { id: runId, teamId }: LeasedRun,
  name: string,
  found: FoundOfCandidate,
): Promise<void> {
  const candidate = await queries.candidate.findFirstOrThrow({
    where: { runId, name, run: { teamId } },
    select: { id: true, evidence: true },
  });
  await insertFound(queries, { ...candidate, runId }, found);
}

async function insertCandidate(
  queries: Queries,
  runId: string,
  position: number,
  { trial, changes, scores, ...proposal }: TriedCandidate,
): Promise<void> {
  const { approach, name, evidence, policies } = proposal;
  const id = randomUUID();
  await queries.candidate.create({
    data: { id, runId, position, approach, name, evidence, proposed: policies !== null, proposal: toStored(proposal) },
  });
  await insertFound(queries, { id, runId, evidence }, { trial, changes, scores });
}

async function insertFound(
  queries: Queries,
  candidate: { readonly id: string; readonly runId: string; readonly evidence: string },
  { trial, changes, scores }: FoundOfCandidate,
): Promise<void> {
  if (trial) await insertTrial(queries, candidate.id, trial);
  await insertVerdicts(queries, candidate, changes);
  if (scores) await insertScore(queries, candidate.id, candidate.evidence, scores);
}

export async function findCandidates(
  queries: Queries,
  { teamId }: TeamScope,
  runId: string,
  detail: OutcomeDetail,
): Promise<readonly TriedCandidate[]> {
  const outcomes = await findOutcomes(queries, { teamId }, runId, detail);
  const rows = await queries.candidate.findMany({
    where: { runId, run: { teamId } },
    orderBy: { position: "asc" },
    include: { trial: true, score: true },
  });
  return rows.map(({ id, proposal, trial, score }) => {
    const candidate = storedCandidate.parse(proposal);
    return {
      nextVersions: [],
      ...candidate,
      trial: trial && readTrial(trial.detail, candidate.policies),
      changes: [...(outcomes.get(id) ?? [])],
      scores: score && scoreDetail.parse(score.detail),
    };
  });
}

/** How many candidates there are to try: those whose approach proposed something. */
export async function countProposed(queries: Queries, { teamId }: TeamScope, runId: string): Promise<number> {
  return queries.candidate.count({ where: { runId, run: { teamId }, proposed: true } });
}

/** The candidates that were tried, in their order. */
export async function findCandidateNames(
  queries: Queries,
  { teamId }: TeamScope,
  runId: string,
): Promise<readonly string[]> {
  const rows = await queries.candidate.findMany({
    where: { runId, run: { teamId }, proposed: true },
    orderBy: { position: "asc" },
    select: { name: true },
  });
  return rows.map(({ name }) => name);
}

/** What later versions are tried with: every candidate that proposed something, and what its trial made of it. */
export async function findRoles(
  queries: Queries,
  { teamId }: TeamScope,
  runId: string,
): Promise<readonly RoleToReplay[]> {
  const rows = await queries.candidate.findMany({
    where: { runId, run: { teamId }, proposed: true },
    orderBy: { position: "asc" },
    select: { name: true, proposal: true, trial: { select: { detail: true } } },
  });
  return rows.flatMap(({ name, proposal, trial }) => {
    const { policies } = storedCandidate.parse(proposal);
    if (!policies || !trial) return [];
    return [{ candidate: name, asProposed: policies, repaired: readTrial(trial.detail, policies).workingPolicies }];
  });
}
