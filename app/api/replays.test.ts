import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { apiErrorSchema } from "@/lib/schemas/api-error";
import { createdRunSchema } from "@/lib/schemas/new-run";
import { createdReplaySchema, replayStatesSchema, uploadedHistorySchema } from "@/lib/schemas/replay";
import { runSchema } from "@/lib/schemas/run";
import { services } from "@/lib/server/services";
import { createTestDatabase, type TestDatabase } from "@/lib/server/test-database";
import { exampleComparison, exampleReplay, exampleTemplate, noSources } from "@/lib/server/testdata/example-comparison";
import { workOff } from "@/lib/server/testdata/work-off";
import { POST as postHistory } from "./runs/[id]/history/route";
import { POST as postNextVersions } from "./runs/[id]/next-versions/route";
import { DELETE as deleteReplay } from "./runs/[id]/replays/[replayId]/route";
import { GET as getReplays } from "./runs/[id]/replays/route";
import { GET as getRun } from "./runs/[id]/route";
import { POST as postRun } from "./runs/route";

let testDatabase: TestDatabase;
const unknownId = "00000000-0000-4000-8000-00000000ffff";
const folder = mkdtempSync(path.join(tmpdir(), "tightrope-api-"));
const json = { "content-type": "application/json" };
const file = { "content-type": "application/octet-stream" };

beforeAll(async () => {
  testDatabase = await createTestDatabase();
  process.env["DATABASE_URL"] = testDatabase.url;
});

afterAll(async () => {
  const { database, changes, reader, historyReader, queue } = services();
  reader.close();
  historyReader.close();
  await (await queue()).close(1000);
  await changes.close();
  await database.$disconnect();
  await testDatabase.drop();
  rmSync(folder, { recursive: true });
});

const requestOf = (body: unknown) => ({ method: "POST", headers: json, body: JSON.stringify(body) });
const addressOf = (query = "") => `http://localhost:3000/api${query}`;
const paramsOf = (id: string) => ({ params: Promise.resolve({ id }) });

async function createRun(more: object = {}): Promise<string> {
  const body = { templateText: exampleTemplate, stackName: "orders", region: "eu-central-1", ...more };
  const response = await postRun(new Request(addressOf(), requestOf(body)), paramsOf(""));
  return createdRunSchema.parse(await response.json()).id;
}

function giveVersions(id: string, versions: readonly object[]): Promise<Response> {
  return postNextVersions(new Request(addressOf(), requestOf({ versions })), paramsOf(id));
}

function upload(id: string, content: string | Buffer, query = "", headers: Record<string, string> = file) {
  const body = new Uint8Array(Buffer.from(content));
  return postHistory(new Request(addressOf(query), { method: "POST", headers, body }), paramsOf(id));
}

async function getRunAsJson(id: string, query = "") {
  return (await getRun(new Request(addressOf(query)), paramsOf(id))).json();
}

async function findRun(id: string, query = "") {
  return runSchema.parse(await getRunAsJson(id, query));
}

async function findStates(id: string) {
  return replayStatesSchema.parse(await (await getReplays(new Request(addressOf()), paramsOf(id))).json()).replays;
}

async function work(runId: string): Promise<void> {
  const { database } = services();
  const dependencies = { database, sources: noSources, compareInStages: exampleComparison };
  await workOff({ ...dependencies, replayVersions: exampleReplay }, runId);
}

async function expectRefusal(response: Response, status: number) {
  expect(response.status).toBe(status);
  return apiErrorSchema.parse(await response.json());
}

describe("later versions", () => {
  it("come with the run, or after it, and are removed", async () => {
    const id = await createRun({ nextVersions: [{ name: "a.yaml", templateText: "# a" }] });
    await work(id);
    const given = await giveVersions(id, [{ name: "b.yaml", templateText: "# b" }]);
    const replayId = createdReplaySchema.parse(await given.json()).id;
    expect(await findStates(id)).toMatchObject([
      { kind: "next", status: "done", versions: 1, tried: 1 },
      { id: replayId, kind: "next", status: "queued", versions: 1, tried: 0 },
    ]);
    await work(id);
    const { replays } = await findRun(id);
    expect(replays.map(({ versions }) => versions[0]?.outcome?.verdicts[0]?.repaired.verdict)).toEqual([
      "deploys",
      "deploys",
    ]);
    const remove = () => deleteReplay(new Request(addressOf()), { params: Promise.resolve({ id, replayId }) });
    expect((await remove()).status).toBe(204);
    await expectRefusal(await remove(), 404);
    expect(await findStates(id)).toHaveLength(1);
  });

  it("are refused with a sentence where there are none, too many, or an empty one", async () => {
    const id = await createRun();
    const version = (name: string, templateText = "# a") => ({ name, templateText });
    const tooMany = Array.from({ length: 21 }, (_, index) => version(`v${index}`));
    for (const versions of [[], tooMany, [version("empty", " ")], [version("")]]) {
      const { problems } = await expectRefusal(await giveVersions(id, versions), 422);
      expect(problems?.[0]?.field).toMatch(/^versions/);
    }
    await expectRefusal(await giveVersions(unknownId, [version("a")]), 404);
    await expectRefusal(await giveVersions("1; drop table runs", [version("a")]), 404);
    await expectRefusal(await getReplays(new Request(addressOf()), paramsOf(unknownId)), 404);
  });
});

describe("a history", () => {
  it("is read out of a git bundle and replayed by the run's job", async () => {
    const git = (...args: readonly string[]) =>
      execFileSync("git", ["-C", folder, "-c", "user.name=Test", "-c", "user.email=test@example.com", ...args]);
    git("init", "-q", "-b", "main");
    for (const [subject, text] of [
      ["Begin", "Resources: { A: { Type: AWS::SQS::Queue } }"],
      ["Arrive", exampleTemplate],
    ] as const) {
      writeFileSync(path.join(folder, "template.yaml"), text);
      git("add", "-A");
      git("commit", "-q", "-m", subject);
    }
    git("bundle", "create", "-q", "a.bundle", "HEAD");
    const id = await createRun();
    const answer = await upload(id, readFileSync(path.join(folder, "a.bundle")), "?fileName=a.bundle");
    expect(answer.status).toBe(201);
    await work(id);
    const [replay] = (await findRun(id)).replays;
    expect(replay).toMatchObject({
      kind: "history",
      status: "done",
      fileName: "a.bundle",
      templatePath: "template.yaml",
    });
    expect(replay?.versions).toMatchObject([
      { subject: "Begin", isRunTemplate: false, outcome: { from: null } },
      { subject: "Arrive", isRunTemplate: true, outcome: { from: replay?.versions[0]?.name } },
    ]);
    const refused = { verdict: "fails", denials: [0], fix: 0 };
    expect((await getRunAsJson(id)).replays[0]).toMatchObject({
      versions: [
        { outcome: { verdicts: [{ asProposed: refused }] } },
        { outcome: { verdicts: [{ asProposed: refused }] } },
      ],
      denials: [{ request: { action: "dynamodb:CreateTable" } }],
      fixes: [{ parts: [{ gains: { actions: ["dynamodb:CreateTable"] } }] }],
    });
    const [full] = (await findRun(id, "?full=1")).replays;
    expect(full?.versions.map(({ outcome }) => outcome?.verdicts[0]?.asProposed)).toMatchObject([
      { denials: [{ effect: "failed" }], fix: { unliftable: [] } },
      { denials: [{ effect: "failed" }], fix: { unliftable: [] } },
    ]);

    writeFileSync(path.join(folder, "second.yaml"), exampleTemplate);
    git("add", "-A");
    git("commit", "-q", "-m", "A second template");
    git("bundle", "create", "-q", "b.bundle", "HEAD");
    const asked = await upload(id, readFileSync(path.join(folder, "b.bundle")));
    expect(asked.status).toBe(200);
    expect(uploadedHistorySchema.parse(await asked.json())).toEqual({ templates: ["second.yaml", "template.yaml"] });
    expect((await upload(id, readFileSync(path.join(folder, "b.bundle")), "?template=second.yaml")).status).toBe(201);
  });

  it("is refused with a sentence where it cannot be used", async () => {
    const id = await createRun();
    expect((await expectRefusal(await upload(id, "hello"), 422)).message).toContain("neither a git bundle");
    expect((await expectRefusal(await upload(id, ""), 422)).message).toContain("is empty");
    expect((await expectRefusal(await upload(id, Buffer.alloc(33 * 1024 * 1024)), 413)).message).toContain("32 MB");
    await expectRefusal(await upload(id, "{}", "", { "content-type": "text/plain" }), 415);
    await expectRefusal(await upload(id, "{}", "?template="), 400);
    await expectRefusal(await upload(unknownId, "{}"), 404);
    expect((await findRun(id)).replays).toEqual([]);
  });
});
