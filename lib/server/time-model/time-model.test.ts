import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { runListQuerySchema } from "../../schemas/run-summary";
import { type Database, openDatabase } from "../database";
import { compareRun } from "../jobs/compare-run";
import { ComparisonQueue } from "../jobs/comparison-queue";
import { createRun } from "../runs/create-run";
import { findRun } from "../runs/find-run";
import { listRuns } from "../runs/list-runs";
import { currentTeam, type TeamScope } from "../teams";
import { createTestDatabase, type TestDatabase } from "../test-database";
import { exampleComparison, exampleInput, exampleReader, noSources } from "../testdata/example-comparison";
import { setRunTimes } from "./set-run-times";
import { readStoredTimes } from "./stored-times";
import { findTeamTimes, replaceTeamTimes } from "./team-times";

let testDatabase: TestDatabase;
let database: Database;
let queue: ComparisonQueue;
const team = currentTeam();
const otherTeam: TeamScope = { teamId: randomUUID() };

beforeAll(async () => {
  testDatabase = await createTestDatabase();
  database = openDatabase(testDatabase.url, { maxConnections: 4 });
  queue = await ComparisonQueue.openForSending(testDatabase.url);
  await database.team.create({ data: { id: otherTeam.teamId, name: "Another team" } });
});

afterAll(async () => {
  await queue.close(1000);
  await database.$disconnect();
  await testDatabase.drop();
});

async function create(changes: Parameters<typeof exampleInput>[0] = {}): Promise<string> {
  const { id } = await createRun({ database, queue, reader: exampleReader }, team, exampleInput(changes));
  if (id === null) throw new Error("The example input was refused.");
  return id;
}

async function createDone(changes: Parameters<typeof exampleInput>[0] = {}): Promise<string> {
  const id = await create(changes);
  const dependencies = { database, sources: noSources, compareInStages: exampleComparison };
  await compareRun(dependencies, team, id, new AbortController().signal);
  return id;
}

describe("a team's own figures", () => {
  it("replace each other as a whole, and are the team's alone", async () => {
    await replaceTeamTimes(database, team, { wave: 1, job: 0 });
    await replaceTeamTimes(database, otherTeam, { wave: 9 });
    expect(await findTeamTimes(database, team)).toEqual({ wave: 1, job: 0 });
    await replaceTeamTimes(database, team, { wave: 2 });
    expect(await findTeamTimes(database, team)).toEqual({ wave: 2 });
    await replaceTeamTimes(database, team, {});
    expect([await findTeamTimes(database, team), await findTeamTimes(database, otherTeam)]).toEqual([{}, { wave: 9 }]);
  });

  it("are kept in a run as they stood when it was made", async () => {
    await replaceTeamTimes(database, team, { wave: 3 });
    const id = await create({ timeModel: { job: 4 } });
    await replaceTeamTimes(database, team, { wave: 5 });
    expect((await findRun(database, team, id))?.input).toMatchObject({ timeModel: { job: 4 }, teamTimes: { wave: 3 } });
    await replaceTeamTimes(database, team, {});
  });

  it("reach the comparison", async () => {
    await replaceTeamTimes(database, team, { wave: 3 });
    const id = await create({ timeModel: { job: 4 } });
    await replaceTeamTimes(database, team, {});
    const seen: unknown[] = [];
    const compareInStages = ({ timeModel, teamTimes }: object & { timeModel?: unknown; teamTimes?: unknown }) => {
      seen.push({ timeModel, teamTimes });
      return exampleComparison();
    };
    await compareRun({ database, sources: noSources, compareInStages }, team, id, new AbortController().signal);
    expect(seen).toEqual([{ timeModel: { job: 4 }, teamTimes: { wave: 3 } }]);
  });
});

describe("setRunTimes", () => {
  const minutesOf = async (id: string) => {
    const run = await findRun(database, team, id);
    const time = run?.report?.candidates[0]?.scores?.timeToWorking;
    return { minutes: time?.minutes, marks: new Set(time?.parts.map(({ setBy }) => setBy)) };
  };

  it("counts the stored trials again, in the report and in the history, and changes nothing else", async () => {
    const id = await createDone({ stackName: "recounted" });
    const before = await findRun(database, team, id);
    expect(
      await setRunTimes(database, team, id, {
        timeModel: { "write-boundary": 20 },
        teamTimes: { "review-boundary": 1 },
      }),
    ).toBe(true);
    // The example's trial has no attempts, so that preparation is all that counts.
    expect(await minutesOf(id)).toEqual({ minutes: 21, marks: new Set(["run", "team"]) });
    const page = await listRuns(database, team, runListQuerySchema.parse({ query: "recounted" }));
    expect(page.runs[0]?.candidates[0]?.scores?.minutes).toBe(21);

    await setRunTimes(database, team, id, { timeModel: {}, teamTimes: {} });
    expect(await minutesOf(id)).toEqual({ minutes: 8, marks: new Set([null]) });
    const after = await findRun(database, team, id);
    const withoutTime = (run: typeof before) =>
      run?.report?.candidates.map(({ scores, ...rest }) => [rest, scores && { ...scores, timeToWorking: null }]);
    expect(withoutTime(after)).toEqual(withoutTime(before));
    expect(after?.input).toEqual(before?.input);
  });

  it("leaves a run alone that is not done, or not the team's", async () => {
    const queued = await create();
    const done = await createDone();
    const before = await minutesOf(done);
    const times = { timeModel: { "write-boundary": 99 }, teamTimes: {} };
    expect(await setRunTimes(database, team, queued, times)).toBe(false);
    expect(await setRunTimes(database, otherTeam, done, times)).toBe(false);
    expect(await setRunTimes(database, team, randomUUID(), times)).toBe(false);
    expect(await minutesOf(done)).toEqual(before);
    expect((await findRun(database, team, queued))?.input.timeModel).toEqual({});
  });
});

describe("readStoredTimes", () => {
  it("leaves out what this version does not know", () => {
    expect(readStoredTimes({ wave: 2, "of-an-older-version": 3 })).toEqual({ wave: 2 });
  });
});
