import type { ApiError } from "../../schemas/api-error";
import { giveUpRun } from "../runs/store-progress";
import { type CompareRunDependencies, compareRun } from "./compare-run";
import type { ComparisonWork } from "./comparison-queue";

/** What a worker does with the jobs of the queue. */
export function comparisonWork(dependencies: CompareRunDependencies): ComparisonWork {
  return {
    compare: ({ runId, teamId }, signal) => compareRun(dependencies, { teamId }, runId, signal),
    abandon: ({ runId, teamId }) => giveUpRun(dependencies.database, { teamId }, runId, givenUp),
  };
}

const givenUp: ApiError = {
  code: "given-up",
  message:
    "The comparison was interrupted again and again and is not tried any more. Your template and settings are kept with this run; run it again.",
};
