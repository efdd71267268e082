import { openDatabase } from "../../server/database";
import { env } from "../../server/env";
import { ComparisonQueue } from "../../server/jobs/comparison-queue";
import { comparisonWork } from "../../server/jobs/comparison-work";
import { outlineOf } from "../../server/runs/run-step";
import { exampleComparison, exampleReplay, exampleReport, noSources } from "../../server/testdata/example-comparison";

/** A worker that goes on for ever: with the stack `stuck` once its first trial is stored, with a history after one version. */
const { DATABASE_URL } = env();
const queue = await ComparisonQueue.openForWorking(DATABASE_URL);
const forEver = new Promise<never>(() => {});
const work = comparisonWork({
  database: openDatabase(DATABASE_URL, { maxConnections: 2 }),
  sources: noSources,
  queue,
  async *compareInStages({ stackName }) {
    for (const step of exampleComparison()) {
      yield step;
      if (stackName === "stuck" && step.stage === "trial") await forEver;
    }
    return { value: outlineOf(exampleReport), problems: [] };
  },
  async *replayVersions(input) {
    for (const outcome of exampleReplay(input)) {
      yield outcome;
      await forEver;
    }
  },
});
await queue.work(work);
