import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { apiErrorSchema } from "@/lib/schemas/api-error";
import { promptsSchema } from "@/lib/schemas/llm-reply";
import { createdRunSchema } from "@/lib/schemas/new-run";
import { runSchema } from "@/lib/schemas/run";
import { runListSchema } from "@/lib/schemas/run-summary";
import { sampleListSchema } from "@/lib/schemas/sample";
import { createdShareLinkSchema, shareLinkListSchema } from "@/lib/schemas/share-link";
import { templateInspectionSchema } from "@/lib/schemas/template-inspection";
import { storedTimesSchema, timeConstantsSchema } from "@/lib/schemas/time-model";
import { compareRun } from "@/lib/server/jobs/compare-run";
import { services } from "@/lib/server/services";
import { currentTeam } from "@/lib/server/teams";
import { createTestDatabase, type TestDatabase } from "@/lib/server/test-database";
import { exampleComparison, exampleReport, exampleTemplate, noSources } from "@/lib/server/testdata/example-comparison";
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
  const { database, changes, reader, queue } = services();
  reader.close();
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

    const { database } = services();
    const dependencies = { database, sources: noSources, compareInStages: exampleComparison };
    await compareRun(dependencies, currentTeam(), id, new AbortController().signal);
    expect(runSchema.parse(await (await call(getRun, { id })).json()).report).toEqual(exampleReport);
    const outline = runSchema.parse(await (await call(getRun, { id, query: "?detail=outline" })).json());
    expect(outline.report?.candidates[0]?.changes[0]?.asProposed.denials).toEqual([]);
    const events = await (await call(getEvents, { id })).text();
    expect(events).toMatch(/^id: 1\nevent: done\ndata: /);
    expect(await (await call(getExport, { id, query: "?format=json" })).json()).toEqual(exampleReport);
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
  ])("is not found under a wrong or unknown id: %s", async (_, handler) => {
    await expectRefusal(await call(handler, { id: "1; drop table runs" }), 404);
    await expectRefusal(await call(handler, { id: unknownId }), 404);
  });

  it("is not found when posted to an unknown run", async () => {
    await expectRefusal(await call(postReply, { id: unknownId, body: { reply } }), 404);
    await expectRefusal(await call(postShareLink, { id: unknownId, body: {} }), 404);
    await expectRefusal(await call(putRunTimes, { id: unknownId, body: { timeModel: {} } }), 404);
  });

  it.each(["?cursor=x", "?limit=0", "?limit=many", "?query=%00"])(
    "never brings the history down: %s",
    async (query) => {
      expect((await call(getRuns, { query })).status).toBeLessThan(500);
    },
  );
});
