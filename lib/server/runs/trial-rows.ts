import type { Trial } from "../../domain/trial/trial";
import type { Queries } from "../database";
import { storedObject, toStored } from "../stored-json";

export const trialDetail = storedObject<Trial>();

export async function insertTrial(queries: Queries, candidateId: string, trial: Trial): Promise<void> {
  const { works, converges, rounds, roundsIfOneDenialEach } = trial;
  await queries.trial.create({
    data: { candidateId, works, converges, rounds, roundsIfOneDenialEach, detail: toStored(trial) },
  });
}
