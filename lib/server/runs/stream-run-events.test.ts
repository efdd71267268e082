import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { runEventSchema } from "../../schemas/run-event";
import { type Database, openDatabase } from "../database";
import { compareRun } from "../jobs/compare-run";
import { currentTeam } from "../teams";
import { createTestDatabase, type TestDatabase } from "../test-database";
import {
  exampleComparison,
  exampleInput,
  exampleReader,
  exampleReport,
  noSources,
} from "../testdata/example-comparison";
import { createRun } from "./create-run";
import { RunChanges } from "./run-changes";
import { streamRunEvents } from "./stream-run-events";

let testDatabase: TestDatabase;
let database: Database;
let changes: RunChanges;
const team = currentTeam();
const never = new AbortController().signal;

beforeAll(async () => {
  testDatabase = await createTestDatabase();
  database = openDatabase(testDatabase.url, { maxConnections: 4 });
  changes = new RunChanges(testDatabase.url);
});

afterAll(async () => {
  await changes.close();
  await database.$disconnect();
  await testDatabase.drop();
});

async function create(): Promise<string> {
  const { id } = await createRun(
    { database, queue: { send: async () => {} }, reader: exampleReader },
    team,
    exampleInput(),
  );
  if (id === null) throw new Error("The example input was refused.");
  return id;
}

function openStream(id: string) {
  const reader = streamRunEvents(database, changes, team, id).pipeThrough(new TextDecoderStream()).getReader();
  return {
    /** The next event, comments left out; `null` at the end. */
    async next() {
      let { value, done } = await reader.read();
      while (value?.startsWith(":")) ({ value, done } = await reader.read());
      if (done || value === undefined) return null;
      const [, event, data] = /^id: \d+\nevent: (\w+)\ndata: (.*)\n\n$/.exec(value) ?? [];
      const state = runEventSchema.parse(JSON.parse(data ?? ""));
      return { event, status: state.status, done: state.stages.filter(({ status }) => status === "done").length };
    },
    cancel: () => reader.cancel(),
  };
}

describe("streamRunEvents", () => {
  it("tells the state on connecting, then each result as it is stored, and ends when the run is done", async () => {
    const id = await create();
    const stream = openStream(id);
    expect(await stream.next()).toEqual({ event: "progress", status: "queued", done: 0 });

    const running: unknown[] = [];
    const compareInStages = async function* () {
      for (const step of exampleComparison()) {
        yield step;
        running.push(await stream.next());
      }
      return { value: exampleReport, problems: [] };
    };
    await compareRun({ database, sources: noSources, compareInStages }, team, id, never);
    expect(running).toHaveLength(6);
    for (const event of running) expect(event).toMatchObject({ event: "progress", status: "running" });

    let last: Awaited<ReturnType<typeof stream.next>> = null;
    for (let event = await stream.next(); event; event = await stream.next()) last = event;
    expect(last).toEqual({ event: "done", status: "done", done: 6 });
  });

  it("tells the end at once to whoever connects after it", async () => {
    const id = await create();
    await compareRun({ database, sources: noSources, compareInStages: exampleComparison }, team, id, never);
    const stream = openStream(id);
    expect(await stream.next()).toEqual({ event: "done", status: "done", done: 6 });
    expect(await stream.next()).toBeNull();
  });

  it("goes on after its listening connection was cut", async () => {
    const id = await create();
    const stream = openStream(id);
    await stream.next();
    await database.$executeRaw`SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE query LIKE 'LISTEN run_changes%' AND datname = current_database()`;
    await compareRun({ database, sources: noSources, compareInStages: exampleComparison }, team, id, never);
    let last: Awaited<ReturnType<typeof stream.next>> = null;
    for (let event = await stream.next(); event; event = await stream.next()) last = event;
    expect(last).toEqual({ event: "done", status: "done", done: 6 });
  });

  it("stops when its reader goes away", async () => {
    const stream = openStream(await create());
    await stream.next();
    await expect(stream.cancel()).resolves.toBeUndefined();
  });
});
