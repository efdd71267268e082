import type { CandidatePolicies } from "../../domain/approaches/candidate";
import type { Trial } from "../../domain/trial/trial";
import type { Queries } from "../database";
import { storedObject, toStored } from "../stored-json";
import type { TeamScope } from "../teams";
import { completeTrial, type StoredTrial } from "./earlier-trials";

const storedTrial = storedObject<StoredTrial>();

export function readTrial(detail: unknown, proposed: CandidatePolicies | null): Trial {
  return completeTrial(storedTrial.parse(detail), proposed);
}

export async function insertTrial(queries: Queries, candidateId: string, trial: Trial): Promise<void> {
  const { works, converges, rounds, roundsIfOneDenialEach } = trial;
  await queries.trial.create({
    data: { candidateId, works, converges, rounds, roundsIfOneDenialEach, detail: toStored(trial) },
  });
}

/** The attempts of a candidate's trial; none where it was not tried. */
export async function findTrialAttempts(
  queries: Queries,
  { teamId }: TeamScope,
  runId: string,
  candidate: string,
): Promise<Trial["attempts"]> {
  const row = await queries.trial.findFirst({
    where: { candidate: { runId, name: candidate, run: { teamId } } },
    select: { detail: true },
  });
  return row ? readTrial(row.detail, null).attempts : [];
}
