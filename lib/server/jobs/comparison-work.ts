import type { ApiError } from "../../schemas/api-error";
import { giveUpReplays } from "../replays/end-replays";
import { findUnfinishedReplays } from "../replays/replay-rows";
import { findRunStatus } from "../runs/run-rows";
import { giveUpRun } from "../runs/store-progress";
import { type CompareRunDependencies, compareRun } from "./compare-run";
import type { ComparisonQueue, ComparisonWork } from "./comparison-queue";
import { type ReplayDependencies, replayGivenVersions } from "./replay-versions";

interface WorkDependencies extends CompareRunDependencies, ReplayDependencies {
  readonly queue: Pick<ComparisonQueue, "sendHistory">;
}

/**
 * What a worker does with the jobs of the queues. A run's job brings it up to date: compares, if that is not done, tries the
 * next versions that were given for it, and sends its histories on, each as a job of its own.
 */
export function comparisonWork(dependencies: WorkDependencies): ComparisonWork {
  const { database, queue } = dependencies;
  return {
    compare: async ({ runId, teamId }, signal) => {
      await compareRun(dependencies, { teamId }, runId, signal);
      if ((await findRunStatus(database, { teamId }, runId))?.status !== "done") return;
      for (const replayId of await findUnfinishedReplays(database, { teamId }, runId, "next")) {
        await replayGivenVersions(dependencies, { teamId }, replayId, signal);
      }
      for (const replayId of await findUnfinishedReplays(database, { teamId }, runId, "history")) {
        await queue.sendHistory({ runId, teamId, replayId });
      }
    },
    replayHistory: ({ teamId, replayId }, signal) => replayGivenVersions(dependencies, { teamId }, replayId, signal),
    abandon: async ({ runId, teamId }) => {
      await giveUpRun(database, { teamId }, runId, givenUp);
      await giveUpReplays(database, { teamId }, { runId }, givenUp);
    },
    abandonHistory: ({ runId, teamId, replayId }) =>
      giveUpReplays(database, { teamId }, { runId, id: replayId }, givenUp),
  };
}

const givenUp: ApiError = {
  code: "given-up",
  message:
    "The comparison was interrupted again and again and is not tried any more. Your template and settings are kept with this run; run it again.",
};
