import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { apiErrorSchema } from "@/lib/schemas/api-error";
import { promptsSchema } from "@/lib/schemas/llm-reply";
import { createdRunSchema } from "@/lib/schemas/new-run";
import { createdRealAttemptSchema, realAttemptListSchema } from "@/lib/schemas/real-attempt";
import { runSchema } from "@/lib/schemas/run";
import { runListSchema } from "@/lib/schemas/run-summary";
import { sampleListSchema } from "@/lib/schemas/sample";
import { createdShareLinkSchema, shareLinkListSchema } from "@/lib/schemas/share-link";
import { templateInspectionSchema } from "@/lib/schemas/template-inspection";
import { storedTimesSchema, timeConstantsSchema } from "@/lib/schemas/time-model";
import { listRepeatsOnce } from "@/lib/server/denials/list-repeats-once";
import { compareRun } from "@/lib/server/jobs/compare-run";
import { services } from "@/lib/server/services";
import { currentTeam } from "@/lib/server/teams";
import { createTestDatabase, type TestDatabase } from "@/lib/server/test-database";
import { exampleComparison, exampleReport, exampleTemplate, noSources } from "@/lib/server/testdata/example-comparison";
import { POST as postInspectLog } from "./attempt-logs/inspect/route";
import { GET as getAttemptLog } from "./attempts/[id]/log/route";
import { DELETE as deleteAttempt } from "./attempts/[id]/route";
import { GET as getAttempts, POST as postAttempt } from "./runs/[id]/attempts/route";
import { GET as getEvents } from "./runs/[id]/events/route";
import { GET as getExport } from "./runs/[id]/export/route";
import { POST as postReply } from "./runs/[id]/llm-reply/route";
import { GET as getPrompts } from "./runs/[id]/prompts/route";
import { GET as getRun } from "./runs/[id]/route";
import { GET as getShareLinks, POST as postShareLink } from "./runs/[id]/share-links/route";
import { PUT as putRunTimes } from "./runs/[id]/time-model/route";
import { GET as getRuns, POST as postRun } from "./runs/route";
import { GET as getSamples } from "./samples/route";
import { DELETE as deleteShareLink } from "./share-links/[id]/route";
import { POST as postInspect } from "./templates/inspect/route";
import { GET as getTimeConstants, PUT as putTimeConstants } from "./time-constants/route";

let testDatabase: TestDatabase;
const unknownId = "00000000-0000-4000-8000-00000000ffff";
const target = { stackName: "orders", region: "eu-central-1" };
const reply =
  '{"policy": {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "s3:*", "Resource": "*"}]}}';

beforeAll(async () => {
  testDatabase = await createTestDatabase();
  process.env["DATABASE_URL"] = testDatabase.url;
});

afterAll(async () => {
  const { database, changes, reader, logReader, queue } = services();
  reader.close();
  logReader.close();
  await (await queue()).close(1000);
  await changes.close();
  await database.$disconnect();
  await testDatabase.drop();
});

type Handler = (request: Request, context: { params: Promise<{ id: string }> }) => Promise<Response>;

async function call(handler: Handler, options: { id?: string; body?: unknown; query?: string } = {}) {
  const { id = "", body, query = "" } = options;
  const init =
    body === undefined
      ? {}
      : { method: "POST", body: JSON.stringify(body), headers: { "content-type": "application/json" } };
  const request = new Request(`http://localhost:3000/api${query}`, init);
  return handler(request, { params: Promise.resolve({ id }) });
}

async function createRun(changes: object = {}): Promise<string> {
  const response = await call(postRun, { body: { templateText: exampleTemplate, ...target, ...changes } });
  expect(response.status).toBe(201);
  return createdRunSchema.parse(await response.json()).id;
}

async function finish(id: string): Promise<void> {
  const dependencies = { database: services().database, sources: noSources, compareInStages: exampleComparison };
  await compareRun(dependencies, currentTeam(), id, new AbortController().signal);
}

async function expectRefusal(response: Response, status: number) {
  expect(response.status).toBe(status);
  return apiErrorSchema.parse(await response.json());
}

describe("the whole way of a run", () => {
  it("goes from the template to the shared report", async () => {
    const inspected = await call(postInspect, { body: { text: exampleTemplate, fileName: "orders.yaml" } });
    expect(templateInspectionSchema.parse(await inspected.json())).toMatchObject({ problems: [], resourceCount: 1 });

    const id = await createRun();
    const queued = runSchema.parse(await (await call(getRun, { id })).json());
    expect(queued).toMatchObject({ status: "queued", report: null, input: { ...target, accountGiven: false } });
    await expectRefusal(await call(getExport, { id }), 409);

    await finish(id);
    const full = runSchema.parse(await (await call(getRun, { id, query: "?full=1" })).json());
    expect(full.report).toEqual(exampleReport);
    expect((await (await call(getRun, { id })).json()).report).toEqual(listRepeatsOnce(exampleReport));
    const outline = runSchema.parse(await (await call(getRun, { id, query: "?detail=outline" })).json());
    expect(outline.report?.candidates[0]?.changes[0]?.asProposed.denials).toEqual([]);
    const events = await (await call(getEvents, { id })).text();
    expect(events).toMatch(/^id: 1\nevent: done\ndata: /);
    expect(await (await call(getExport, { id, query: "?format=json&full=1" })).json()).toEqual({
      ...exampleReport,
      realAttempts: [],
      replays: [],
    });
    expect(await (await call(getExport, { id })).json()).toMatchObject({
      candidates: [
        { changes: [{ asProposed: { denials: [0], fix: 0 } }, { asProposed: { denials: [0], fix: 0 } }] },
        {},
      ],
      denials: [{ request: { action: "dynamodb:CreateTable" } }],
      fixes: [{ parts: [{ gains: { actions: ["dynamodb:CreateTable"] } }] }],
    });
    const list = runListSchema.parse(await (await call(getRuns, { query: "?query=orders" })).json());
    expect(list.runs.map((run) => run.id)).toContain(id);

    const shared = await call(postShareLink, { id });
    const link = createdShareLinkSchema.parse(await shared.json());
    expect([shared.status, link.url]).toEqual([201, expect.stringMatching(/^http:\/\/localhost:3000\/share\/.{43}$/)]);
    const links = shareLinkListSchema.parse(await (await call(getShareLinks, { id })).json());
    expect(links.shareLinks).toMatchObject([{ id: link.id, includeCurrentPolicy: false }]);
    expect((await call(deleteShareLink, { id: link.id })).status).toBe(204);
    expect(await (await call(getShareLinks, { id })).json()).toEqual({ shareLinks: [] });
  });

  it("makes a new run of the same input with a pasted reply", async () => {
    const id = await createRun({ parameters: { Token: "x" } });
    const prompts = promptsSchema.parse(await (await call(getPrompts, { id })).json());
    expect(prompts.prompts.map(({ turn }) => turn)).toEqual(["draft", "review", "revise"]);

    const answered = await call(postReply, { id, body: { reply } });
    const next = createdRunSchema.parse(await answered.json()).id;
    const run = runSchema.parse(await (await call(getRun, { id: next })).json());
    expect(run.input).toMatchObject({ ...target, parameters: { Token: "x" }, llmReply: reply });
    const { problems } = await expectRefusal(await call(postReply, { id, body: { reply: "No." } }), 422);
    expect(problems).toMatchObject([{ field: "llmReply" }]);
  });

  it("offers the samples as they are", async () => {
    const { samples } = sampleListSchema.parse(await (await call(getSamples)).json());
    for (const { templateText, stackName, region, account } of samples) {
      await createRun({ templateText, stackName, region, account });
    }
    expect(samples.length).toBeGreaterThan(0);
  });
});

describe("the figures of the time model", () => {
  it("are the team's for a new run, and can be others for a run that is done", async () => {
    const set = await call(putTimeConstants, { body: { teamTimes: { "write-boundary": 30 } } });
    expect(storedTimesSchema.parse(await set.json())).toEqual({ teamTimes: { "write-boundary": 30 } });
    const { groups, teamTimes } = timeConstantsSchema.parse(await (await call(getTimeConstants)).json());
    expect(groups.flatMap(({ constants }) => constants).length).toBeGreaterThan(15);
    expect(teamTimes).toEqual({ "write-boundary": 30 });

    const id = await createRun({ timeModel: { wave: 2 } });
    const inputOf = async () => runSchema.parse(await (await call(getRun, { id })).json()).input;
    expect(await inputOf()).toMatchObject({ timeModel: { wave: 2 }, teamTimes: { "write-boundary": 30 } });
    await expectRefusal(await call(putRunTimes, { id, body: { timeModel: {} } }), 409);

    const dependencies = { database: services().database, sources: noSources, compareInStages: exampleComparison };
    await compareRun(dependencies, currentTeam(), id, new AbortController().signal);
    await call(putTimeConstants, { body: { teamTimes: {} } });
    await call(putRunTimes, { id, body: { timeModel: { wave: 3 } } });
    expect(await inputOf()).toMatchObject({ timeModel: { wave: 3 }, teamTimes: { "write-boundary": 30 } });
    const taken = await call(putRunTimes, { id, body: { timeModel: {}, takeTeamTimes: true } });
    expect(storedTimesSchema.parse(await taken.json())).toEqual({ timeModel: {}, teamTimes: {} });
    expect(await inputOf()).toMatchObject({ timeModel: {}, teamTimes: {} });
  });

  it.each([[{ teamTimes: { waves: 1 } }], [{ teamTimes: { wave: -1 } }], [{}]])("are refused: %j", async (body) => {
    await expectRefusal(await call(putTimeConstants, { body }), 422);
  });
});

describe("real attempts", () => {
  const log = [
    "CREATE_FAILED  AWS::SQS::Queue  Orders  User: a is not authorized to perform: sqs:CreateQueue",
    "ROLLBACK_COMPLETE  AWS::CloudFormation::Stack  orders  -",
  ].join("\n");

  /** As the last step of a workflow sends it: `curl --header 'Content-Type: text/plain' --data-binary @deploy.log`. */
  function sendLog(id: string, query: string, body = log, headers: Record<string, string> = {}) {
    const init = { method: "POST", body, headers: { "content-type": "text/plain", ...headers } };
    const request = new Request(`http://localhost:3000/api/runs/${id}/attempts?${query}`, init);
    return postAttempt(request, { params: Promise.resolve({ id }) });
  }

  it("are recorded by a workflow and by the page, listed, exported and deleted", async () => {
    const id = await createRun();
    await finish(id);
    const sent = await sendLog(id, "candidate=boundary&minutes=3.5");
    expect(sent.status).toBe(201);
    const first = createdRealAttemptSchema.parse(await sent.json());
    expect(first).toMatchObject({ outcome: "rolled-back", phase: "create", minutes: 3.5, refusals: 1 });
    const entered = { candidate: "boundary", outcome: "complete", phase: "create", minutes: 6, origin: "by-hand" };
    expect((await call(postAttempt, { id, body: entered })).status).toBe(201);

    const { candidates } = realAttemptListSchema.parse(await (await call(getAttempts, { id })).json());
    expect(candidates).toMatchObject([
      { candidate: "boundary", time: { worksAt: 2, rounds: 1 }, attempts: [{ evidence: "measured" }, {}] },
    ]);
    expect(await (await call(getExport, { id })).json()).toMatchObject({ realAttempts: candidates });
    expect(await (await call(getAttemptLog, { id: first.id })).text()).toBe(log);
    expect((await call(deleteAttempt, { id: first.id })).status).toBe(204);
    await expectRefusal(await call(getAttemptLog, { id: first.id }), 404);
    const left = realAttemptListSchema.parse(await (await call(getAttempts, { id })).json());
    expect(left.candidates[0]?.attempts).toHaveLength(1);
  });

  it("shows what is read in a log before it is recorded", async () => {
    const read: unknown = await (await call(postInspectLog, { body: { log } })).json();
    expect(read).toMatchObject({ refusals: [{ line: 1, logicalId: "Orders" }], ending: { line: 2 }, times: null });
  });

  it.each([
    ["an outcome that there is not", { outcome: "worked" }, "outcome"],
    ["no candidate", { candidate: undefined, outcome: "complete" }, "candidate"],
    ["a phase that does not go with the outcome", { outcome: "not-started", phase: "create" }, "phase"],
    ["minutes below nothing", { outcome: "complete", minutes: -1 }, "minutes"],
    ["an end without a beginning", { outcome: "complete", finishedAt: "2026-03-02T10:00:00Z" }, "startedAt"],
    [
      "an end before the beginning",
      { outcome: "complete", startedAt: "2026-03-02T10:00:00Z", finishedAt: "2026-03-02T10:00:00+01:00" },
      "finishedAt",
    ],
    ["a time without a zone", { outcome: "complete", startedAt: "2026-03-02 10:00" }, "startedAt"],
    ["a log of more than 1 MB", { outcome: "complete", log: "x".repeat(1_000_001) }, "log"],
  ])("are refused with a sentence at the field: %s", async (_, changes, field) => {
    const id = await createRun();
    const { problems } = await expectRefusal(
      await call(postAttempt, { id, body: { candidate: "boundary", ...changes } }),
      422,
    );
    expect(problems?.map((problem) => problem.field)).toContain(field);
  });

  it("are refused from an address that does not say what is meant", async () => {
    const id = await createRun();
    for (const query of ["", "candidate=boundary&minutes=soon", "candidate=boundary&outcome=worked"]) {
      await expectRefusal(await sendLog(id, query), 400);
    }
    await expectRefusal(await sendLog(id, "candidate=boundary", "x".repeat(1_000_001)), 413);
    await expectRefusal(await sendLog(id, "candidate=boundary", "a\0b"), 400);
    const form = { "content-type": "application/x-www-form-urlencoded" };
    await expectRefusal(await sendLog(id, "candidate=boundary", log, form), 415);
  });

  it("are not taken as text from a page of another site", async () => {
    const id = await createRun();
    await expectRefusal(await sendLog(id, "candidate=boundary", log, { origin: "https://example.com" }), 415);
  });
});

describe("what cannot be used", () => {
  it.each([
    ["a stack name that CloudFormation would refuse", { stackName: "1-orders" }, "stackName"],
    ["a region that is none", { region: "moon" }, "region"],
    ["an account of ten digits", { account: "1234567890" }, "account"],
    ["a setting that there is not", { settings: { topolgy: "caller" } }, "settings"],
    ["a parameter that is not text", { parameters: { Stage: 3 } }, "parameters.Stage"],
    ["a template that is not YAML", { templateText: "Resources: [" }, "templateText"],
    ["a template without resources", { templateText: "Transform: AWS::Serverless-2016-10-31" }, "templateText"],
    ["an empty template", { templateText: "" }, "templateText"],
    ["a Type that is not a string", { templateText: "Resources:\n  A: { Type: [1] }" }, "templateText"],
    ["a figure of time below zero", { timeModel: { wave: -1 } }, "timeModel.wave"],
    ["a policy that is none", { currentPolicy: "[]" }, "currentPolicy"],
  ])("is refused with a sentence at its field: %s", async (_, changes, field) => {
    const body = { templateText: exampleTemplate, ...target, ...changes };
    const { problems } = await expectRefusal(await call(postRun, { body }), 422);
    expect(problems?.map((problem) => problem.field)).toContain(field);
  });

  it("tells the line of the template", async () => {
    const templateText = "Resources:\n  A:\n    Type: AWS::SQS::Queue\n  A:\n    Type: AWS::SQS::Queue\n";
    const { problems } = await expectRefusal(await call(postRun, { body: { templateText, ...target } }), 422);
    expect(problems?.[0]?.line).toBe(4);
  });

  it("answers an alias bomb in time", async () => {
    const levels = [..."abcdefghi"].map((name, index, all) => {
      const above = index === 0 ? '"lol"' : `*${all[index - 1]}`;
      return `${name}: &${name} [${Array(9).fill(above).join(", ")}]`;
    });
    const text = `${levels.join("\n")}\nResources: { A: { Type: AWS::SQS::Queue, Metadata: *i } }\n`;
    const { problems } = templateInspectionSchema.parse(await (await call(postInspect, { body: { text } })).json());
    expect(problems.some(({ severity }) => severity === "error")).toBe(true);
  });

  it.each([
    ["run", getRun],
    ["events", getEvents],
    ["prompts", getPrompts],
    ["export", getExport],
    ["share links", getShareLinks],
    ["share link to revoke", deleteShareLink],
    ["attempts", getAttempts],
    ["attempt to delete", deleteAttempt],
    ["log of an attempt", getAttemptLog],
  ])("is not found under a wrong or unknown id: %s", async (_, handler) => {
    await expectRefusal(await call(handler, { id: "1; drop table runs" }), 404);
    await expectRefusal(await call(handler, { id: unknownId }), 404);
  });

  it("is not found when posted to an unknown run", async () => {
    await expectRefusal(await call(postReply, { id: unknownId, body: { reply } }), 404);
    await expectRefusal(await call(postShareLink, { id: unknownId, body: {} }), 404);
    await expectRefusal(await call(putRunTimes, { id: unknownId, body: { timeModel: {} } }), 404);
    const attempt = { candidate: "boundary", outcome: "complete" };
    await expectRefusal(await call(postAttempt, { id: unknownId, body: attempt }), 404);
  });

  it.each(["?cursor=x", "?limit=0", "?limit=many", "?query=%00"])(
    "never brings the history down: %s",
    async (query) => {
      expect((await call(getRuns, { query })).status).toBeLessThan(500);
    },
  );
});
