import type { ApiError } from "../../schemas/api-error";
import { giveUpReplays } from "../replays/end-replays";
import { giveUpRun } from "../runs/store-progress";
import { type CompareRunDependencies, compareRun } from "./compare-run";
import type { ComparisonWork } from "./comparison-queue";
import { type ReplayDependencies, replayGivenVersions } from "./replay-versions";

/**
 * What a worker does with the jobs of the queue. A job brings its run up to date: compares, if that is not done, and then
 * tries the versions that were given for it.
 */
export function comparisonWork(dependencies: CompareRunDependencies & ReplayDependencies): ComparisonWork {
  return {
    compare: async ({ runId, teamId }, signal) => {
      await compareRun(dependencies, { teamId }, runId, signal);
      await replayGivenVersions(dependencies, { teamId }, runId, signal);
    },
    abandon: async ({ runId, teamId }) => {
      await giveUpRun(dependencies.database, { teamId }, runId, givenUp);
      await giveUpReplays(dependencies.database, { teamId }, runId, givenUp);
    },
  };
}

const givenUp: ApiError = {
  code: "given-up",
  message:
    "The comparison was interrupted again and again and is not tried any more. Your template and settings are kept with this run; run it again.",
};
