import { openDatabase } from "../../server/database";
import { env } from "../../server/env";
import { ComparisonQueue } from "../../server/jobs/comparison-queue";
import { comparisonWork } from "../../server/jobs/comparison-work";
import { outlineOf } from "../../server/runs/run-step";
import { exampleComparison, exampleReplay, exampleReport, noSources } from "../../server/testdata/example-comparison";

/** A worker that stores what it has of a comparison up to the trial, and then never goes on. */
const { DATABASE_URL } = env();
const queue = await ComparisonQueue.openForWorking(DATABASE_URL);
const work = comparisonWork({
  database: openDatabase(DATABASE_URL, { maxConnections: 2 }),
  sources: noSources,
  async *compareInStages() {
    for (const step of exampleComparison()) {
      yield step;
      if (step.stage === "trial") await new Promise<never>(() => {});
    }
    return { value: outlineOf(exampleReport), problems: [] };
  },
  replayVersions: exampleReplay,
});
await queue.work(work);
