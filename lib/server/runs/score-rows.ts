import type { Scores } from "../../domain/scoring/scores";
import type { CandidateFigures, VersionTally } from "../../schemas/run-summary";
import type { Queries } from "../database";
import type { SharesOfRole } from "../replays/pool-by-kind";
import { storedObject, toStored } from "../stored-json";
import type { TeamScope } from "../teams";

export const scoreDetail = storedObject<Scores>();

export async function insertScore(
  queries: Queries,
  candidateId: string,
  evidence: string,
  scores: Scores,
): Promise<void> {
  const { timeToWorking, actionCount, resilience, exposure } = scores;
  await queries.score.create({
    data: {
      candidateId,
      evidence,
      converges: timeToWorking.converges,
      rounds: timeToWorking.rounds,
      roundsIfOneDenialEach: timeToWorking.roundsIfOneDenialEach,
      minutes: timeToWorking.minutes,
      needed: actionCount.asProposed.needed,
      missing: actionCount.asProposed.missing,
      listedAsProposed: actionCount.asProposed.listed,
      listedRepaired: actionCount.repaired.listed,
      grantedAsProposed: actionCount.asProposed.granted,
      grantedRepaired: actionCount.repaired.granted,
      excessAsProposed: actionCount.asProposed.excess,
      excessRepaired: actionCount.repaired.excess,
      resilienceAsProposed: resilience.asProposed.share,
      resilienceRepaired: resilience.repaired.share,
      weightedResilienceAsProposed: resilience.asProposed.weightedShare,
      weightedResilienceRepaired: resilience.repaired.weightedShare,
      exposurePaths: exposure.gap ? null : exposure.paths.length,
      detail: toStored(scores),
    },
  });
}

/** The time to working anew, in its column and in the detail; every other score stays as it was. */
export async function updateTimeScore(
  queries: Queries,
  { teamId }: TeamScope,
  runId: string,
  candidate: string,
  scores: Scores,
): Promise<void> {
  await queries.score.updateMany({
    where: { candidate: { runId, name: candidate, run: { teamId } } },
    data: { minutes: scores.timeToWorking.minutes, detail: toStored(scores) },
  });
}

/** The columns of what the team gave beside the run; the detail has them from the verdicts themselves. */
export async function updateVersionScores(
  queries: Queries,
  { teamId }: TeamScope,
  runId: string,
  candidate: string,
  { asProposed, repaired }: Readonly<Record<"asProposed" | "repaired", SharesOfRole>>,
): Promise<void> {
  await queries.score.updateMany({
    where: { candidate: { runId, name: candidate, run: { teamId } } },
    data: {
      nextVersionsAsProposed: asProposed.nextVersions?.versions ?? null,
      nextVersionsRepaired: repaired.nextVersions?.versions ?? null,
      nextSurvivedAsProposed: asProposed.nextVersions?.survived ?? null,
      nextSurvivedRepaired: repaired.nextVersions?.survived ?? null,
      historyVersionsAsProposed: asProposed.history?.versions ?? null,
      historyVersionsRepaired: repaired.history?.versions ?? null,
      historySurvivedAsProposed: asProposed.history?.survived ?? null,
      historySurvivedRepaired: repaired.history?.survived ?? null,
    },
  });
}

interface ScoreColumns {
  readonly converges: boolean;
  readonly rounds: number;
  readonly minutes: number | null;
  readonly needed: number;
  readonly missing: number;
  readonly grantedAsProposed: number | null;
  readonly grantedRepaired: number | null;
  readonly excessAsProposed: number | null;
  readonly excessRepaired: number | null;
  readonly resilienceAsProposed: number | null;
  readonly resilienceRepaired: number | null;
  readonly nextVersionsAsProposed: number | null;
  readonly nextVersionsRepaired: number | null;
  readonly nextSurvivedAsProposed: number | null;
  readonly nextSurvivedRepaired: number | null;
  readonly historyVersionsAsProposed: number | null;
  readonly historyVersionsRepaired: number | null;
  readonly historySurvivedAsProposed: number | null;
  readonly historySurvivedRepaired: number | null;
  readonly exposurePaths: number | null;
}

export function toFigures(row: ScoreColumns): NonNullable<CandidateFigures["scores"]> {
  const { converges, rounds, minutes, needed, missing, exposurePaths } = row;
  return {
    converges,
    rounds,
    minutes,
    granted: { asProposed: row.grantedAsProposed, repaired: row.grantedRepaired },
    needed,
    missing,
    excess: { asProposed: row.excessAsProposed, repaired: row.excessRepaired },
    resilience: { asProposed: row.resilienceAsProposed, repaired: row.resilienceRepaired },
    nextVersions: {
      asProposed: toTally(row.nextVersionsAsProposed, row.nextSurvivedAsProposed),
      repaired: toTally(row.nextVersionsRepaired, row.nextSurvivedRepaired),
    },
    history: {
      asProposed: toTally(row.historyVersionsAsProposed, row.historySurvivedAsProposed),
      repaired: toTally(row.historyVersionsRepaired, row.historySurvivedRepaired),
    },
    exposurePaths,
  };
}

function toTally(versions: number | null, survived: number | null): VersionTally | null {
  return versions === null || survived === null ? null : { versions, survived };
}
