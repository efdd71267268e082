import { type ChildProcess, spawn } from "node:child_process";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Database, openDatabase } from "../server/database";
import { ComparisonQueue } from "../server/jobs/comparison-queue";
import { comparisonWork } from "../server/jobs/comparison-work";
import { locateProgram } from "../server/processes/locate-program";
import { createReplay, givenAsFiles } from "../server/replays/create-replay";
import { findReplayStates } from "../server/replays/replay-rows";
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
  const { nodeArguments, script } = locateProgram("lib/worker/testdata/stuck-worker.ts", undefined);
  return spawn(process.execPath, [...nodeArguments, script], {
    env: { ...process.env, DATABASE_URL: testDatabase.url },
    stdio: ["ignore", "inherit", "inherit"],
  });
}

/** Reads the run's events until one holds the text. */
async function waitForEvent(runId: string, text: string): Promise<void> {
  const events = streamRunEvents(database, changes, team, runId).pipeThrough(new TextDecoderStream());
  for await (const event of events) if (event.includes(text)) return;
  throw new Error(`The events ended without ${text}.`);
}

async function create(stackName: string): Promise<string> {
  const { id } = await createRun({ database, queue, reader: exampleReader }, team, exampleInput({ stackName }));
  if (id === null) throw new Error("The example input was refused.");
  return id;
}

async function createHistory(runId: string): Promise<void> {
  const source = { kind: "history" as const, fileName: "a.bundle", templatePath: "template.yaml", note: null };
  const versions = givenAsFiles(["a", "b", "c"].map((name) => ({ name, templateText: `# ${name}` })));
  await createReplay({ database, queue }, team, runId, source, versions);
}

async function waitForReplay(runId: string, state: object): Promise<void> {
  await expect.poll(() => findReplayStates(database, team, runId), { timeout: 40_000 }).toMatchObject([state]);
}

describe("a worker", () => {
  it("keeps no run waiting for a history, and loses nothing when killed", { timeout: 90_000 }, async () => {
    const worker = startStuckWorker();
    const replayed = await create("replayed");
    await createHistory(replayed);
    await waitForReplay(replayed, { status: "running", tried: 1 });
    const stuck = await create("stuck");
    await waitForEvent(stuck, '"summary":"trial is through"');
    worker.kill("SIGKILL");
    expect(await findRun(database, team, stuck)).toMatchObject({ status: "running" });

    const dependencies = { database, queue, sources: noSources, replayVersions: exampleReplay };
    await queue.work(comparisonWork({ ...dependencies, compareInStages: exampleComparison }));
    await waitForEvent(stuck, "event: done");
    expect((await findRun(database, team, stuck))?.report).toEqual(exampleReport);
    await waitForReplay(replayed, { status: "done", tried: 3 });
  });
});
