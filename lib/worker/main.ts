import { loadDomainData } from "../data/domain-data";
import { compareInStages } from "../domain/compare";
import { openAccessAnalyzer } from "../server/adapters/access-analyzer/access-analyzer-source";
import { openModelProvider } from "../server/adapters/model-provider/model-provider";
import { openDatabase } from "../server/database";
import { env } from "../server/env";
import { ComparisonQueue } from "../server/jobs/comparison-queue";
import { comparisonWork } from "../server/jobs/comparison-work";
import { findRecordedReplies } from "../server/jobs/recorded-replies";

/** How long a job may go on after SIGTERM; it then goes back to the queue. Whoever starts the worker waits longer. */
const graceMilliseconds = 2000;

await runWorker();

/** The job process: `node --conditions=react-server --import tsx lib/worker/main.ts` with DATABASE_URL set. */
async function runWorker(): Promise<void> {
  const environment = env();
  const database = openDatabase(environment.DATABASE_URL, { maxConnections: 4 });
  const queue = await ComparisonQueue.openForWorking(environment.DATABASE_URL);
  const work = comparisonWork({
    database,
    compareInStages: (input) => compareInStages(input, loadDomainData()),
    sources: {
      findRecordedReplies,
      modelProvider: openModelProvider(environment),
      accessAnalyzer: openAccessAnalyzer(),
    },
  });
  await queue.work(work);
  for (const signal of ["SIGTERM", "SIGINT"] as const) process.once(signal, () => stop(queue, database));
}

async function stop(queue: ComparisonQueue, database: ReturnType<typeof openDatabase>): Promise<void> {
  await queue.close(graceMilliseconds);
  await database.$disconnect();
  process.exit(0);
}
