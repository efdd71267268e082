import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { runListQuerySchema } from "../../schemas/run-summary";
import { type Database, openDatabase } from "../database";
import { compareRun } from "../jobs/compare-run";
import { ComparisonQueue } from "../jobs/comparison-queue";
import { toStored } from "../stored-json";
import { currentTeam } from "../teams";
import { createTestDatabase, type TestDatabase } from "../test-database";
import {
  exampleComparison,
  exampleInput,
  exampleReader,
  exampleReport,
  noSources,
  uncountedComparison,
} from "../testdata/example-comparison";
import { createRun } from "./create-run";
import { findRun } from "./find-run";
import { listRuns } from "./list-runs";
import { outlineOf } from "./run-step";
import { finishRun, giveUpRun, LeaseLost, startRun, storeProgress } from "./store-progress";

let testDatabase: TestDatabase;
let database: Database;
let queue: ComparisonQueue;
const team = currentTeam();
const otherTeam = { teamId: randomUUID() };
const never = new AbortController().signal;

beforeAll(async () => {
  testDatabase = await createTestDatabase();
  database = openDatabase(testDatabase.url, { maxConnections: 4 });
  queue = await ComparisonQueue.openForSending(testDatabase.url);
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

async function countJobs(): Promise<number> {
  const [row] = await database.$queryRaw<
    { count: bigint }[]
  >`SELECT count(*) FROM pgboss.job WHERE name = 'compare-run'`;
  return Number(row?.count);
}

describe("createRun", () => {
  it("stores the run with its input and queues its job", async () => {
    const jobs = await countJobs();
    const id = await create({ parameters: { Token: "s3cret" }, settings: { stackTags: { team: "a" } } });
    const run = await findRun(database, team, id);
    expect(run).toMatchObject({ status: "queued", report: null, error: null, versions: {} });
    expect(run?.input).toEqual(
      exampleInput({ parameters: { Token: "s3cret" }, settings: { stackTags: { team: "a" } } }),
    );
    expect(await countJobs()).toBe(jobs + 1);
  });

  it("keeps a template's text once", async () => {
    await create();
    await create();
    expect(await database.template.count({ where: { text: exampleInput().templateText } })).toBe(1);
  });

  it("stores neither run nor job when the input cannot be used", async () => {
    const [runs, jobs] = [await database.run.count(), await countJobs()];
    const { id, problems } = await createRun(
      { database, queue, reader: exampleReader },
      team,
      exampleInput({ templateText: "Resources: [", currentPolicy: "{}", llmReply: "I would rather not." }),
    );
    expect(id).toBeNull();
    expect(new Set(problems.map(({ field }) => field))).toEqual(new Set(["templateText", "currentPolicy", "llmReply"]));
    expect([await database.run.count(), await countJobs()]).toEqual([runs, jobs]);
  });

  it("stores no run when its job cannot be queued", async () => {
    const runs = await database.run.count();
    const failing = { send: () => Promise.reject(new Error("no queue")) };
    await expect(createRun({ database, queue: failing, reader: exampleReader }, team, exampleInput())).rejects.toThrow(
      "no queue",
    );
    expect(await database.run.count()).toBe(runs);
  });
});

describe("findRun", () => {
  it("shows a run to its own team only", async () => {
    const id = await create();
    expect(await findRun(database, otherTeam, id)).toBeNull();
    expect(await findRun(database, team, randomUUID())).toBeNull();
  });
});

describe("compareRun", () => {
  const dependencies = () => ({ database, sources: noSources, compareInStages: exampleComparison });

  it("leaves the whole report, as the comparison gave it", async () => {
    const id = await create();
    await compareRun(dependencies(), team, id, never);
    const run = await findRun(database, team, id);
    expect(run?.status).toBe("done");
    expect(run?.report).toEqual(exampleReport);
    expect(JSON.stringify(run?.report?.candidates[0]?.policies)).toBe(
      JSON.stringify(exampleReport.candidates[0]?.policies),
    );
    expect(run?.versions).toEqual({ engine: "0.1.0" });
    expect(run?.stages.map(({ status }) => status)).toEqual(Array(6).fill("done"));
  });

  it("is found without denials and fixes, or with those of one change", async () => {
    const id = await create();
    await compareRun(dependencies(), team, id, never);
    const denialsOf = async (detail: Parameters<typeof findRun>[3]) => {
      const run = await findRun(database, team, id, detail);
      return run?.report?.candidates[0]?.changes.map(({ changeId, asProposed }) => [
        changeId,
        asProposed.denials.length,
      ]);
    };
    expect(await denialsOf("all")).toEqual([
      ["add-table", 1],
      ["add-queue", 1],
    ]);
    expect(await denialsOf(null)).toEqual([
      ["add-table", 0],
      ["add-queue", 0],
    ]);
    expect(await denialsOf({ candidate: "boundary", change: "add-queue" })).toEqual([
      ["add-table", 0],
      ["add-queue", 1],
    ]);
    expect(await denialsOf({ candidate: "nobody", change: "add-queue" })).toEqual([
      ["add-table", 0],
      ["add-queue", 0],
    ]);
  });

  it("keeps a denial once that several changes meet, and reads those that were kept whole", async () => {
    const id = await create();
    await compareRun(dependencies(), team, id, never);
    expect(await database.denial.count({ where: { runId: id } })).toBe(1);
    const ofAddTable = { changeId: "add-table", candidate: { runId: id } };
    const [outcome] = exampleReport.candidates[0]?.changes ?? [];
    await database.verdict.updateMany({ where: ofAddTable, data: { detail: toStored(outcome) } });
    expect((await findRun(database, team, id))?.report).toEqual(exampleReport);
  });

  it("stores each result as it comes", async () => {
    const id = await create();
    const seen: unknown[] = [];
    await compareRun(
      {
        ...dependencies(),
        async *compareInStages() {
          for (const step of exampleComparison()) {
            yield step;
            const run = await findRun(database, team, id);
            seen.push([
              step.stage,
              run?.status,
              run?.report?.candidates.map(({ trial, scores }) => [!!trial, !!scores]),
            ]);
          }
          return { value: exampleReport, problems: [] };
        },
      },
      team,
      id,
      never,
    );
    const [untried, tried, scored] = [
      [false, false],
      [true, false],
      [true, true],
    ];
    expect(seen).toEqual([
      ["expand", "running", []],
      ["derive", "running", []],
      ["propose", "running", [untried, untried]],
      ["trial", "running", [tried, untried]],
      ["changes", "running", [tried, untried]],
      ["score", "running", [scored, untried]],
    ]);
  });

  it("starts over after an interruption, and leaves nothing of the first try", async () => {
    const id = await create();
    const interrupted = new AbortController();
    const first = compareRun(
      {
        ...dependencies(),
        *compareInStages() {
          for (const step of exampleComparison()) {
            if (step.stage === "changes") interrupted.abort(new Error("The worker is told to stop."));
            yield step;
          }
          return { value: exampleReport, problems: [] };
        },
      },
      team,
      id,
      interrupted.signal,
    );
    await expect(first).rejects.toThrow("told to stop");
    expect((await findRun(database, team, id))?.status).toBe("running");
    await compareRun(dependencies(), team, id, never);
    expect((await findRun(database, team, id))?.report).toEqual(exampleReport);
    expect(await database.stage.count({ where: { runId: id } })).toBe(6);
  });

  it("does nothing for a run that is done", async () => {
    const id = await create();
    await compareRun(dependencies(), team, id, never);
    const before = await findRun(database, team, id);
    await compareRun(dependencies(), team, id, never);
    expect(await findRun(database, team, id)).toEqual(before);
  });

  it("fails the run with the problems of a template that is rejected", async () => {
    const id = await create();
    const problem = { code: "circular", severity: "error" as const, message: "A and B depend on each other.", line: 7 };
    const rejectTemplate = function* () {
      yield* [];
      return { value: null, problems: [problem] };
    };
    await compareRun({ ...dependencies(), compareInStages: rejectTemplate }, team, id, never);
    const run = await findRun(database, team, id);
    expect(run).toMatchObject({ status: "failed", error: { message: problem.message, problems: [problem] } });
  });

  it("fails the run when the comparison throws, and does not ask for another try", async () => {
    const id = await create();
    const breakDown = function* (): ReturnType<typeof exampleComparison> {
      yield* [];
      throw new Error("a fault of ours, in a test");
    };
    await compareRun({ ...dependencies(), compareInStages: breakDown }, team, id, never);
    expect(await findRun(database, team, id)).toMatchObject({ status: "failed", error: { code: "internal" } });
  });
});

describe("a run that two workers hold", () => {
  it("takes nothing from the one that held it first", async () => {
    const id = await create();
    const first = await startRun(database, team, id);
    const second = await startRun(database, team, id);
    const [step] = exampleComparison();
    if (!first || !second || !step) throw new Error("Both workers take the run.");
    const outline = outlineOf(exampleReport);
    await expect(storeProgress(database, first, 1, step)).rejects.toThrow(LeaseLost);
    await expect(finishRun(database, first, outline)).rejects.toThrow(LeaseLost);
    await storeProgress(database, second, 1, step);
    await finishRun(database, second, outline);
    expect((await findRun(database, team, id))?.report).toEqual({ ...outline, candidates: [] });
  });
});

describe("giveUpRun", () => {
  const error = { code: "given-up", message: "Tried too often." };

  it("fails a run that nobody finishes, whoever holds it, and leaves a finished one alone", async () => {
    const held = await create();
    const lease = await startRun(database, team, held);
    await giveUpRun(database, team, held, error);
    expect(await findRun(database, team, held)).toMatchObject({ status: "failed", error });
    if (!lease) throw new Error("The run is taken.");
    await expect(finishRun(database, lease, outlineOf(exampleReport))).rejects.toThrow(LeaseLost);

    const finished = await create();
    await compareRun({ database, sources: noSources, compareInStages: exampleComparison }, team, finished, never);
    await giveUpRun(database, team, finished, error);
    expect((await findRun(database, team, finished))?.status).toBe("done");
  });
});

describe("listRuns", () => {
  const query = (text: string, cursor?: string, limit = 25) =>
    listRuns(database, team, runListQuerySchema.parse({ query: text, cursor, limit }));

  it("pages through all runs, newest first, each once", async () => {
    const created: string[] = [];
    for (let index = 0; index < 7; index++) created.push(await create({ stackName: `paged-${index}` }));
    const found: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await query("paged-", cursor, 3);
      found.push(...page.runs.map(({ id }) => id));
      cursor = page.nextCursor ?? undefined;
    } while (cursor);
    expect(found).toEqual(created.reverse());
  });

  it.each([
    ["stack name and region, in any case", "SEARCHED eu-west-3"],
    ["account", "searched 555566667777"],
    ["file name", "searched billing.yaml"],
    ["logical id and resource type", "searched orders aws::sqs::queue"],
  ])("finds a run by %s", async (_, text) => {
    const id = await create({
      stackName: `searched-${randomUUID()}`,
      region: "eu-west-3",
      account: "555566667777",
      fileName: "billing.yaml",
    });
    expect((await query(text)).runs[0]?.id).toBe(id);
  });

  it("takes wildcards of the database for what they are", async () => {
    await create({ fileName: "rate-100%_a\\b.yaml" });
    expect((await query("100%_a\\b")).runs).toHaveLength(1);
    expect((await query("r%100")).runs).toEqual([]);
    expect((await query("rate_100")).runs).toEqual([]);
  });

  it("shows the figures of each candidate with their evidence", async () => {
    const id = await create({ stackName: "figured" });
    await compareRun({ database, sources: noSources, compareInStages: exampleComparison }, team, id, never);
    const [run] = (await query("figured")).runs;
    expect(run?.candidates).toEqual([
      {
        approach: "boundary",
        name: "boundary",
        evidence: "simulated",
        scores: {
          converges: true,
          rounds: 2,
          minutes: 41.5,
          granted: { asProposed: 20, repaired: 24 },
          needed: 12,
          missing: 4,
          excess: { asProposed: 12, repaired: 12 },
          resilience: { asProposed: 0.2, repaired: 0.8 },
          nextVersions: { asProposed: null, repaired: null },
          history: { asProposed: null, repaired: null },
          exposurePaths: 0,
        },
        spent: null,
      },
      { approach: "current", name: "current", evidence: "simulated", scores: null, spent: null },
    ]);
  });

  it("keeps every other figure of a candidate whose actions could not be counted", async () => {
    const id = await create({ stackName: "uncounted" });
    await compareRun({ database, sources: noSources, compareInStages: uncountedComparison }, team, id, never);
    const [run] = (await query("uncounted")).runs;
    expect(run?.candidates[0]?.scores).toMatchObject({
      rounds: 2,
      minutes: 41.5,
      granted: { asProposed: null, repaired: null },
      excess: { asProposed: null, repaired: null },
      needed: 12,
      resilience: { asProposed: 0.2, repaired: 0.8 },
      exposurePaths: null,
    });
    const scores = (await findRun(database, team, id))?.report?.candidates[0]?.scores;
    expect(scores?.actionCount.repaired).toMatchObject({ granted: null, gap: expect.stringContaining("too large") });
  });

  it("refuses a cursor that it did not give", async () => {
    await expect(query("", "bm90IGEgY3Vyc29y")).rejects.toThrow("cannot be found");
  });

  it("shows a team its own runs only", async () => {
    expect(await listRuns(database, otherTeam, runListQuerySchema.parse({}))).toEqual({ runs: [], nextCursor: null });
  });
});
