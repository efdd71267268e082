import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { VersionOutcome } from "../../domain/replay";
import { runListQuerySchema } from "../../schemas/run-summary";
import { type Database, openDatabase } from "../database";
import { ComparisonQueue } from "../jobs/comparison-queue";
import { comparisonWork } from "../jobs/comparison-work";
import type { ReplayDependencies } from "../jobs/replay-versions";
import { createRun } from "../runs/create-run";
import { findGivenInput } from "../runs/find-given-input";
import { findRun, type RunDetail } from "../runs/find-run";
import { listRuns } from "../runs/list-runs";
import { createShareLink } from "../share-links/create-share-link";
import { findSharedRun } from "../share-links/find-shared-run";
import { currentTeam } from "../teams";
import { createTestDatabase, type TestDatabase } from "../test-database";
import {
  exampleComparison,
  exampleInput,
  exampleReader,
  exampleReplay,
  exampleTemplate,
  noSources,
} from "../testdata/example-comparison";
import { workOff } from "../testdata/work-off";
import { createReplay, fromFiles, givenAsFiles } from "./create-replay";
import { removeReplay } from "./end-replays";
import { findReplayStates, type ReplaySource } from "./replay-rows";
import { finishReplay, startReplay, storeOutcome } from "./store-outcomes";
import type { GivenVersion } from "./version-rows";

let testDatabase: TestDatabase;
let database: Database;
let queue: ComparisonQueue;
const team = currentTeam();
const otherTeam = { teamId: randomUUID() };

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

const later = (count: number) =>
  givenAsFiles(
    Array.from({ length: count }, (_, index) => ({ name: `v${index + 1}.yaml`, templateText: `# ${index}` })),
  );

const history: ReplaySource = { kind: "history", fileName: "a.bundle", templatePath: "template.yaml", note: null };

async function createTestRun(versions: Parameters<typeof createRun>[3] = {}): Promise<string> {
  const input = exampleInput({ account: "210987654321" });
  const { id } = await createRun({ database, queue, reader: exampleReader }, team, input, versions);
  if (id === null) throw new Error("The example input was refused.");
  return id;
}

async function work(runId: string, replayVersions: ReplayDependencies["replayVersions"] = exampleReplay) {
  const dependencies = { database, sources: noSources, compareInStages: exampleComparison, replayVersions };
  await workOff(dependencies, runId);
}

function create(runId: string, source: ReplaySource, versions: readonly GivenVersion[]): Promise<string> {
  return createReplay({ database, queue }, team, runId, source, versions);
}

async function findReplays(runId: string, detail?: RunDetail) {
  return (await findRun(database, team, runId, detail))?.replays ?? [];
}

describe("later versions given with a run", () => {
  it("are stored with it, and tried by its job when the comparison is done", async () => {
    const runId = await createTestRun({ nextVersions: [{ name: "next.yaml", templateText: "# next" }] });
    expect(await findReplays(runId)).toMatchObject([{ kind: "next", status: "queued", versions: [{ outcome: null }] }]);
    await work(runId);
    const [replay] = await findReplays(runId);
    expect(replay).toMatchObject({ status: "done", error: null, versions: [{ position: 1, name: "next.yaml" }] });
    expect(replay?.versions[0]?.outcome?.verdicts).toMatchObject([
      { candidate: "boundary", asProposed: { verdict: "fails" }, repaired: { verdict: "deploys" } },
    ]);
  });
});

describe("createReplay", () => {
  it("stores versions for a finished run and queues its job", async () => {
    const runId = await createTestRun();
    await work(runId);
    await create(runId, fromFiles, later(2));
    expect(await findReplayStates(database, team, runId)).toMatchObject([{ status: "queued", versions: 2, tried: 0 }]);
    await work(runId);
    expect(await findReplayStates(database, team, runId)).toMatchObject([{ status: "done", versions: 2, tried: 2 }]);
  });

  it("keeps a text once, and says which version is the run's own", async () => {
    const runId = await createTestRun();
    await create(runId, history, [
      { name: "a", templateText: "# once", committedAt: new Date("2026-01-02T03:04:05Z"), subject: "Begin" },
      { name: "b", templateText: exampleTemplate, committedAt: null, subject: null },
      { name: "c", templateText: "# once", committedAt: null, subject: null },
    ]);
    expect(await database.template.count({ where: { text: "# once" } })).toBe(1);
    const [replay] = await findReplays(runId);
    expect(replay?.versions.map(({ name, isRunTemplate }) => [name, isRunTemplate])).toEqual([
      ["a", false],
      ["b", true],
      ["c", false],
    ]);
    expect(replay?.versions[0]).toMatchObject({ committedAt: "2026-01-02T03:04:05.000Z", subject: "Begin" });
  });

  it("takes none for a run of another team, or for one that failed", async () => {
    const runId = await createTestRun();
    await expect(createReplay({ database, queue }, otherTeam, runId, fromFiles, later(1))).rejects.toThrow(
      "no such run",
    );
    await database.run.update({ where: { id: runId }, data: { status: "failed" } });
    await expect(create(runId, fromFiles, later(1))).rejects.toThrow("failed");
  });
});

describe("a replay's outcomes", () => {
  it("come with denials and differences only where they are asked for", async () => {
    const runId = await createTestRun();
    const id = await create(runId, history, later(2));
    await work(runId);
    const shownWith = async (detail: RunDetail) => {
      const [replay] = await findReplays(runId, detail);
      return replay?.versions.map(({ outcome }) => [outcome?.diff, outcome?.verdicts[0]?.asProposed.denials.length]);
    };
    const [none, first, second] = [
      [null, 0],
      ["+ of v1.yaml", 1],
      ["+ of v2.yaml", 1],
    ];
    expect(await shownWith("all")).toEqual([first, second]);
    expect(await shownWith(null)).toEqual([none, none]);
    expect(await shownWith({ candidate: "boundary", change: "add-table" })).toEqual([none, none]);
    expect(await shownWith({ candidate: "boundary", replay: id, version: 2 })).toEqual([none, second]);
  });

  it("are begun anew after an interruption, and taken from the newer worker only", async () => {
    const runId = await createTestRun();
    await work(runId);
    const id = await create(runId, fromFiles, later(2));
    const [first] = await collectOutcomes();
    const stale = await startReplay(database, team, id);
    if (!stale || !first) throw new Error("There is a replay to take.");
    await storeOutcome(database, stale, 1, first);
    const fresh = await startReplay(database, team, id);
    if (!fresh) throw new Error("It can be taken over.");
    expect(await findReplayStates(database, team, runId)).toMatchObject([{ status: "running", tried: 0 }]);
    await expect(storeOutcome(database, stale, 2, first)).rejects.toThrow("another worker");
    await storeOutcome(database, fresh, 1, first);
    await finishReplay(database, fresh);
    expect(await startReplay(database, team, id)).toBeNull();
  });

  it("stop with a sentence where the replay throws, and leave what was tried", async () => {
    const runId = await createTestRun();
    await create(runId, fromFiles, later(2));
    await work(runId, function* (input) {
      for (const outcome of exampleReplay(input)) {
        if (outcome.name === "v2.yaml") throw new Error("a fault of ours, in a test");
        yield outcome;
      }
    });
    const [replay] = await findReplays(runId);
    expect(replay).toMatchObject({ status: "failed", error: { code: "internal" } });
    expect(replay?.versions.map(({ outcome }) => outcome !== null)).toEqual([true, false]);
  });

  it("wait for a run that is not done, and fail with a job that gives up", async () => {
    const runId = await createTestRun();
    await create(runId, fromFiles, later(1));
    const id = await create(runId, history, later(1));
    const rejectTemplate = function* () {
      yield* [];
      return { value: null, problems: [] };
    };
    const dependencies = { database, sources: noSources, replayVersions: exampleReplay };
    await workOff({ ...dependencies, compareInStages: rejectTemplate }, runId);
    expect(await findReplays(runId)).toMatchObject([{ status: "queued" }, { status: "queued" }]);
    const work = comparisonWork({ ...dependencies, queue, compareInStages: exampleComparison });
    await work.abandonHistory({ runId, ...team, replayId: id });
    const failed = { status: "failed", error: { code: "given-up" } };
    expect(await findReplays(runId)).toMatchObject([{ status: "queued" }, failed]);
    await work.abandon({ runId, ...team });
    expect(await findReplays(runId)).toMatchObject([failed, failed]);
  });
});

describe("a run that is run again", () => {
  it("takes over the next versions and the histories that the earlier one was given, whenever that was", async () => {
    const next = { name: "next.yaml", templateText: "# next" };
    const runId = await createTestRun({ nextVersions: [next] });
    await create(runId, fromFiles, givenAsFiles([{ name: "later.yaml", templateText: "# later" }, next]));
    const commits = later(3).map((version) => ({ ...version, committedAt: new Date("2026-01-02"), subject: "Tune" }));
    const historyId = await create(runId, history, commits);
    const given = await findGivenInput(database, team, runId);
    expect(given?.nextVersions.map(({ name }) => name)).toEqual(["next.yaml", "later.yaml"]);
    expect(given?.histories).toEqual([{ id: historyId, name: "template.yaml", versions: 3 }]);

    const again = await createTestRun({ nextVersions: given?.nextVersions, histories: [historyId] });
    await removeReplay(database, team, runId, historyId);
    await work(again);
    const replays = await findReplays(again);
    expect(replays.map(({ kind, status, versions }) => [kind, status, versions.length])).toEqual([
      ["next", "done", 2],
      ["history", "done", 3],
    ]);
    expect(replays[1]?.versions[2]).toMatchObject({ name: "v3.yaml", subject: "Tune", outcome: { from: "v2.yaml" } });
    expect(await findGivenInput(database, otherTeam, runId)).toBeNull();
  });

  it("is not stored where a history to take over is gone, or another team's", async () => {
    const runs = await database.run.count();
    await expect(createTestRun({ histories: [randomUUID()] })).rejects.toThrow("not started");
    expect(await database.run.count()).toBe(runs);
    const id = await create(await createTestRun(), history, later(1));
    await database.team.create({ data: { id: otherTeam.teamId, name: "Another team" } });
    const dependencies = { database, queue, reader: exampleReader };
    await expect(createRun(dependencies, otherTeam, exampleInput(), { histories: [id] })).rejects.toThrow(
      "not started",
    );
  });
});

describe("the scores", () => {
  const figuresOf = async (runId: string) => {
    const { runs } = await listRuns(database, team, runListQuerySchema.parse({ limit: 100 }));
    const scores = runs.find(({ id }) => id === runId)?.candidates[0]?.scores;
    return { nextVersions: scores?.nextVersions, history: scores?.history };
  };
  const none = { asProposed: null, repaired: null };

  it("tell in the list what was given and tried to the end, and no longer what was removed", async () => {
    const runId = await createTestRun({ nextVersions: [{ name: "next.yaml", templateText: "# next" }] });
    await work(runId);
    const [first, second] = [await create(runId, fromFiles, later(2)), await create(runId, history, later(3))];
    const given = { asProposed: { versions: 1, survived: 0 }, repaired: { versions: 1, survived: 1 } };
    expect(await figuresOf(runId)).toEqual({ nextVersions: given, history: none });
    await work(runId);
    expect(await figuresOf(runId)).toEqual({
      nextVersions: { asProposed: { versions: 3, survived: 0 }, repaired: { versions: 3, survived: 3 } },
      history: { asProposed: { versions: 3, survived: 0 }, repaired: { versions: 3, survived: 3 } },
    });
    expect(await removeReplay(database, otherTeam, runId, first)).toBe(false);
    expect(await removeReplay(database, team, runId, first)).toBe(true);
    expect(await removeReplay(database, team, runId, second)).toBe(true);
    expect(await figuresOf(runId)).toEqual({ nextVersions: given, history: none });
    expect(await database.replayVerdict.count({ where: { replayId: { in: [first, second] } } })).toBe(0);
  });

  it("count in the report what was tried so far, and in the list what a fault left", async () => {
    const runId = await createTestRun();
    await create(runId, history, later(2));
    const seen: unknown[] = [];
    await work(runId, async function* (input) {
      for (const outcome of exampleReplay(input)) {
        if (outcome.name === "v2.yaml") {
          const run = await findRun(database, team, runId, null);
          seen.push(run?.report?.candidates[0]?.scores?.resilience.repaired.history, await figuresOf(runId));
          throw new Error("a fault of ours, in a test");
        }
        yield outcome;
      }
    });
    const share = { versions: 1, survived: 1, share: 1, rejected: 0, notModelled: 0 };
    expect(seen).toEqual([share, { nextVersions: none, history: none }]);
    expect((await figuresOf(runId)).history?.repaired).toEqual({ versions: 1, survived: 1 });
  });
});

describe("a share link", () => {
  it("shows what was replayed, without account ids and without the team's own policy", async () => {
    const runId = await createTestRun();
    await create(runId, fromFiles, later(1));
    await work(runId, function* (input) {
      const roles = [...input.roles, ...input.roles.map((role) => ({ ...role, candidate: "current" }))];
      yield* exampleReplay({ ...input, roles });
    });
    const link = await createShareLink(database, team, runId, { includeCurrentPolicy: false });
    const shared = await findSharedRun(link?.token ?? "", "all", database);
    const verdicts = shared?.run.replays[0]?.versions[0]?.outcome?.verdicts;
    expect(verdicts?.map(({ candidate }) => candidate)).toEqual(["boundary"]);
    expect(verdicts?.[0]?.asProposed.denials).toHaveLength(1);
    expect(shared?.run.replays[0]?.shares.map(({ candidate }) => candidate)).toEqual(["boundary"]);
    expect(JSON.stringify(shared)).not.toContain("210987654321");
  });
});

async function collectOutcomes(): Promise<readonly VersionOutcome[]> {
  const { parameters, settings, nestedTemplates, ...target } = exampleInput();
  const role = { policies: [], managedPolicies: [], boundary: null, trustPolicy: null, executionRole: null };
  const roles = [{ candidate: "boundary", asProposed: role, repaired: role }];
  const versions = later(2);
  return [...exampleReplay({ ...target, parameters, settings, nestedTemplates, kind: "next", roles, versions })];
}
