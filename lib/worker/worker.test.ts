import { type ChildProcess, spawn } from "node:child_process";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Database, openDatabase } from "../server/database";
import { ComparisonQueue } from "../server/jobs/comparison-queue";
import { comparisonWork } from "../server/jobs/comparison-work";
import { createRun } from "../server/runs/create-run";
import { findRun } from "../server/runs/find-run";
import { RunChanges } from "../server/runs/run-changes";
import { streamRunEvents } from "../server/runs/stream-run-events";
import { currentTeam } from "../server/teams";
import { createTestDatabase, type TestDatabase } from "../server/test-database";
import {
  exampleComparison,
  exampleInput,
  exampleReader,
  exampleReplay,
  exampleReport,
  noSources,
} from "../server/testdata/example-comparison";

const team = currentTeam();
let testDatabase: TestDatabase;
let database: Database;
let changes: RunChanges;
let queue: ComparisonQueue;

beforeAll(async () => {
  testDatabase = await createTestDatabase();
  database = openDatabase(testDatabase.url, { maxConnections: 6 });
  changes = new RunChanges(testDatabase.url);
  queue = await ComparisonQueue.openForWorking(testDatabase.url);
});

afterAll(async () => {
  await queue.close(1000);
  await changes.close();
  await database.$disconnect();
  await testDatabase.drop();
});

function startStuckWorker(): ChildProcess {
  return spawn(
    process.execPath,
    ["--conditions=react-server", "--import", "tsx", "lib/worker/testdata/stuck-worker.ts"],
    { env: { ...process.env, DATABASE_URL: testDatabase.url }, stdio: ["ignore", "inherit", "inherit"] },
  );
}

/** Reads the run's events until one holds the text. */
async function waitForEvent(runId: string, text: string): Promise<void> {
  const events = streamRunEvents(database, changes, team, runId).pipeThrough(new TextDecoderStream());
  for await (const event of events) if (event.includes(text)) return;
  throw new Error(`The events ended without ${text}.`);
}

describe("a worker that is killed", () => {
  it("loses nothing: its job is taken up again by another and completes", { timeout: 60_000 }, async () => {
    const worker = startStuckWorker();
    const { id } = await createRun({ database, queue, reader: exampleReader }, team, exampleInput());
    if (id === null) throw new Error("The example input was refused.");
    await waitForEvent(id, '"summary":"trial is through"');
    worker.kill("SIGKILL");
    expect(await findRun(database, team, id)).toMatchObject({ status: "running" });

    const dependencies = { database, sources: noSources, replayVersions: exampleReplay };
    await queue.work(comparisonWork({ ...dependencies, compareInStages: exampleComparison }));
    await waitForEvent(id, "event: done");
    expect((await findRun(database, team, id))?.report).toEqual(exampleReport);
  });
});
