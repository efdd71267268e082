import { findRecordedReplies } from "../data/recorded-replies";
import type { ReplayInput, VersionOutcome } from "../domain/replay";
import { openAccessAnalyzer } from "../server/adapters/access-analyzer/access-analyzer-source";
import { openModelProvider } from "../server/adapters/model-provider/model-provider";
import { openDatabase } from "../server/database";
import { env } from "../server/env";
import { ComparisonQueue } from "../server/jobs/comparison-queue";
import { comparisonWork } from "../server/jobs/comparison-work";
import { ComparisonProcess } from "./comparison-process";

/** How long a job may go on after SIGTERM; it then goes back to the queue. Whoever started the worker waits longer. */
const graceMilliseconds = 2000;

await runWorker();

/** The job process, which `scripts/setup/start-worker.ts` starts, with DATABASE_URL set. */
async function runWorker(): Promise<void> {
  const environment = env();
  const database = openDatabase(environment.DATABASE_URL, { maxConnections: 4 });
  const queue = await ComparisonQueue.openForWorking(environment.DATABASE_URL);
  const comparison = new ComparisonProcess();
  const work = comparisonWork({
    database,
    queue,
    compareInStages: (input) => comparison.compare(input),
    replayVersions: (input) => (input.kind === "history" ? replayApart(input) : comparison.replay(input)),
    sources: {
      findRecordedReplies,
      modelProvider: openModelProvider(environment),
      accessAnalyzer: openAccessAnalyzer(),
    },
  });
  const stop = async () => {
    await queue.close(graceMilliseconds);
    comparison.close();
    await database.$disconnect();
    process.exit(0);
  };
  process.once("SIGTERM", stop).once("SIGINT", stop);
  await queue.work(work);
}

/** In a process of its own, so that no comparison waits for it; the process takes as much memory, and goes when it is through. */
async function* replayApart(input: ReplayInput): AsyncGenerator<VersionOutcome, void> {
  const apart = new ComparisonProcess();
  try {
    yield* apart.replay(input);
  } finally {
    apart.close();
  }
}
