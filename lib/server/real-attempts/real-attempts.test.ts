import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readAttemptLog } from "../../domain/trial/real-attempts/read-attempt-log";
import { type NewRealAttemptRequest, newRealAttemptSchema } from "../../schemas/real-attempt";
import { runListQuerySchema } from "../../schemas/run-summary";
import { type Database, openDatabase } from "../database";
import { ApiFault } from "../http/api-fault";
import { compareRun } from "../jobs/compare-run";
import { createRun } from "../runs/create-run";
import { findRun } from "../runs/find-run";
import { listRuns } from "../runs/list-runs";
import { currentTeam } from "../teams";
import { createTestDatabase, type TestDatabase } from "../test-database";
import { exampleComparison, exampleInput, exampleReader, noSources } from "../testdata/example-comparison";
import { setRunTimes } from "../time-model/set-run-times";
import { deleteRealAttempt, findRealAttemptLog, findRealAttempts } from "./real-attempt-rows";
import { recordRealAttempt } from "./record-real-attempt";

let testDatabase: TestDatabase;
let database: Database;
const team = currentTeam();
const otherTeam = { teamId: randomUUID() };
/** Reads in this process, without a child. */
const logReader = { read: async (text: string) => readAttemptLog(text) };

const failedLog = [
  "2026-03-02T10:15:01.1234567Z ##[group]Run sam deploy",
  "2026-03-02T10:16:31.1234567Z CREATE_FAILED  AWS::SQS::Queue  Orders  User: a is not authorized to perform: sqs:CreateQueue",
  "2026-03-02T10:18:01.1234567Z ROLLBACK_COMPLETE  AWS::CloudFormation::Stack  orders  -",
].join("\n");

beforeAll(async () => {
  testDatabase = await createTestDatabase();
  database = openDatabase(testDatabase.url, { maxConnections: 4 });
});

afterAll(async () => {
  await database.$disconnect();
  await testDatabase.drop();
});

async function newRun(isDone = true): Promise<string> {
  const { id } = await createRun(
    { database, queue: { send: async () => {} }, reader: exampleReader },
    team,
    exampleInput(),
  );
  if (id === null) throw new Error("The example input was refused.");
  const dependencies = { database, sources: noSources, compareInStages: exampleComparison };
  if (isDone) await compareRun(dependencies, team, id, new AbortController().signal);
  return id;
}

function record(runId: string, attempt: Omit<NewRealAttemptRequest, "candidate"> & { candidate?: string }) {
  const given = newRealAttemptSchema.parse({ candidate: "boundary", ...attempt });
  return recordRealAttempt({ database, logReader }, team, runId, given);
}

async function faultOf(recording: Promise<unknown>): Promise<ApiFault> {
  const fault: unknown = await recording.catch((thrown: unknown) => thrown);
  if (!(fault instanceof ApiFault)) throw new Error("An ApiFault was expected.");
  return fault;
}

describe("recordRealAttempt", () => {
  it("keeps the log as it was sent, and takes outcome, phase, time and minutes from it", async () => {
    const runId = await newRun();
    const { id, ...created } = await record(runId, { log: failedLog });
    expect(created).toEqual({ policies: null, outcome: "rolled-back", phase: "create", minutes: 3, refusals: 1 });
    expect(await findRealAttemptLog(database, team, id)).toBe(failedLog);
    expect(await findRealAttempts(database, team, runId)).toMatchObject([
      { id, candidate: "boundary", origin: "workflow", startedAt: "2026-03-02T10:15:01.123Z", log: { times: {} } },
    ]);
  });

  it("lets what is given stand above what the log says, and drops a phase that cannot be", async () => {
    const given = { outcome: "complete", minutes: 7.5, startedAt: "2026-03-02T09:00:00+01:00" } as const;
    const runId = await newRun();
    expect(await record(runId, { ...given, log: failedLog })).toMatchObject({
      outcome: "complete",
      phase: "create",
      minutes: 7.5,
    });
    expect(await record(runId, { outcome: "not-started", log: failedLog })).toMatchObject({ phase: null });
    const [first] = await findRealAttempts(database, team, runId);
    expect(first?.startedAt).toBe("2026-03-02T08:00:00.000Z");
  });

  it("keeps which policies were deployed, and lays the refusals beside the prediction for them", async () => {
    const runId = await newRun();
    expect(await record(runId, { policies: "repaired", log: failedLog })).toMatchObject({ policies: "repaired" });
    expect((await findRun(database, team, runId))?.reality).toMatchObject([
      { time: { predicted: { from: "repaired" } }, attempts: [{ policies: "repaired", refusals: { sameAttempt: 1 } }] },
    ]);
  });

  it("takes minutes from two times", async () => {
    const times = { startedAt: "2026-03-02T09:00:00Z", finishedAt: "2026-03-02T10:04:30+01:00" };
    expect(await record(await newRun(), { outcome: "complete", ...times })).toMatchObject({ minutes: 4.5 });
  });

  it("keeps an attempt of which nobody knows how long it took", async () => {
    const created = await record(await newRun(), { outcome: "stuck", note: "  by hand  ", origin: "by-hand" });
    expect(created).toMatchObject({ phase: null, minutes: null, refusals: 0 });
  });

  it.each([
    ["no outcome and no log", {}, "outcome"],
    [
      "a log that breaks off",
      { log: "CREATE_IN_PROGRESS  AWS::CloudFormation::Stack  orders  User Initiated" },
      "outcome",
    ],
    ["a candidate that the run has not", { outcome: "complete", candidate: "llm" }, "candidate"],
    ["a fix that the trial did not make", { outcome: "complete", policies: "after-fix-3" }, "policies"],
    ["a candidate that proposed nothing", { outcome: "complete", candidate: "current" }, "candidate"],
  ] as const)("refuses %s with a sentence at its field, and stores nothing", async (_, attempt, field) => {
    const runId = await newRun();
    const fault = await faultOf(record(runId, attempt));
    expect([fault.status, fault.body.problems?.[0]?.field]).toEqual([422, field]);
    expect(await findRealAttempts(database, team, runId)).toEqual([]);
  });

  it("refuses a log that takes too long to read", async () => {
    const given = newRealAttemptSchema.parse({ candidate: "boundary", outcome: "complete", log: "x" });
    const slow = { database, logReader: { read: async () => null } };
    const fault = await faultOf(recordRealAttempt(slow, team, await newRun(), given));
    expect(fault.body.problems?.[0]?.field).toBe("log");
  });

  it("waits for the run to be done, and finds no run of another team", async () => {
    expect((await faultOf(record(await newRun(false), { outcome: "complete" }))).status).toBe(409);
    const given = newRealAttemptSchema.parse({ candidate: "boundary", outcome: "complete" });
    const stranger = recordRealAttempt({ database, logReader }, otherTeam, await newRun(), given);
    expect((await faultOf(stranger)).status).toBe(404);
  });
});

describe("what was recorded", () => {
  it("stands with the run, until it is deleted by its own team", async () => {
    const runId = await newRun();
    const { id } = await record(runId, { log: failedLog });
    await record(runId, { outcome: "complete", phase: "create", minutes: 5 });
    const run = await findRun(database, team, runId);
    expect(run?.reality).toMatchObject([
      { candidate: "boundary", time: { worksAt: 2, rounds: 1 }, attempts: [{ id, number: 1 }, { number: 2 }] },
    ]);
    expect(await findRealAttempts(database, otherTeam, runId)).toEqual([]);
    expect(await findRealAttemptLog(database, otherTeam, id)).toBeNull();
    expect(await deleteRealAttempt(database, otherTeam, id)).toBe(false);
    expect(await deleteRealAttempt(database, team, id)).toBe(true);
    expect(await deleteRealAttempt(database, team, id)).toBe(false);
    expect((await findRun(database, team, runId))?.reality[0]?.time.worksAt).toBe(1);
  });
});

describe("the list of runs", () => {
  const spentIn = async (runId: string) => {
    const { runs } = await listRuns(database, team, runListQuerySchema.parse({ limit: 100 }));
    return runs.find(({ id }) => id === runId)?.candidates[0]?.spent;
  };

  it("tells what real attempts took, as the run's page does, once they are known", async () => {
    const runId = await newRun();
    expect(await spentIn(runId)).toBeNull();
    await record(runId, { log: failedLog, origin: "pasted-log" });
    expect(await spentIn(runId)).toMatchObject({ worksAt: null, rounds: 1, minutes: null, attempts: ["imported"] });
    const { id } = await record(runId, { outcome: "complete", minutes: 6.5, startedAt: "2026-03-02T11:00:00Z" });
    const [reality] = (await findRun(database, team, runId, null))?.reality ?? [];
    const spent = await spentIn(runId);
    expect(spent).toMatchObject({ worksAt: 2, rounds: 1, minutes: reality?.time.minutes, untimed: 0 });
    expect(spent?.parts).toContainEqual({ part: "failed-attempts", minutes: 3, evidence: "imported" });
    expect(spent?.parts).toContainEqual({ part: "working-attempt", minutes: 6.5, evidence: "measured" });
    await setRunTimes(database, team, runId, { timeModel: { "write-boundary": 90 }, teamTimes: {} });
    expect((await spentIn(runId))?.minutes).toBe(
      (await findRun(database, team, runId, null))?.reality[0]?.time.minutes,
    );
    await deleteRealAttempt(database, team, id);
    expect(await spentIn(runId)).toMatchObject({ worksAt: null, minutes: null });
  });
});
