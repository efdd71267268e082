import type { ChangeOutcome } from "../../domain/changes/template-change";
import type { Queries } from "../database";
import { storedObject, toStored } from "../stored-json";

export const verdictDetail = storedObject<ChangeOutcome>();

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
      detail: toStored(outcome),
    })),
  });
}
