import { comparisonWork } from "../jobs/comparison-work";
import type { HistoryJob } from "../jobs/comparison-queue";
import { currentTeam } from "../teams";

type Dependencies = Omit<Parameters<typeof comparisonWork>[0], "queue">;

/** What a worker does with the job of a run, and with those that this one sends on. */
export async function workOff(dependencies: Dependencies, runId: string): Promise<void> {
  const sentOn: HistoryJob[] = [];
  const queue = { sendHistory: async (job: HistoryJob) => void sentOn.push(job) };
  const work = comparisonWork({ ...dependencies, queue });
  const never = new AbortController().signal;
  await work.compare({ runId, ...currentTeam() }, never);
  for (const job of sentOn) await work.replayHistory(job, never);
}
