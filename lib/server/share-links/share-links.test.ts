import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readAttemptLog } from "../../domain/trial/real-attempts/read-attempt-log";
import { sharedRunSchema } from "../../schemas/share-link";
import { type Database, openDatabase } from "../database";
import { compareRun } from "../jobs/compare-run";
import { insertRealAttempt } from "../real-attempts/real-attempt-rows";
import { createRun } from "../runs/create-run";
import { currentTeam } from "../teams";
import { createTestDatabase, type TestDatabase } from "../test-database";
import { exampleComparison, exampleInput, exampleReader, noSources } from "../testdata/example-comparison";
import { createShareLink } from "./create-share-link";
import { findSharedRun } from "./find-shared-run";
import { findShareLinks, revokeShareLink } from "./share-link-rows";

let testDatabase: TestDatabase;
let database: Database;
let runId: string;
const team = currentTeam();
const otherTeam = { teamId: randomUUID() };
const policy = '{"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "s3:*", "Resource": "*"}]}';

beforeAll(async () => {
  testDatabase = await createTestDatabase();
  database = openDatabase(testDatabase.url, { maxConnections: 4 });
  const input = exampleInput({
    account: "210987654321",
    parameters: { Token: "s3cret", Bucket: "logs-444455556666" },
    currentPolicy: policy,
    llmReply: `{"policy": ${policy}}`,
  });
  const { id } = await createRun({ database, queue: { send: async () => {} }, reader: exampleReader }, team, input);
  if (id === null) throw new Error("The example input was refused.");
  runId = id;
  const dependencies = { database, sources: noSources, compareInStages: exampleComparison };
  await compareRun(dependencies, team, runId, new AbortController().signal);
});

afterAll(async () => {
  await database.$disconnect();
  await testDatabase.drop();
});

async function share(includeCurrentPolicy = false): Promise<{ readonly id: string; readonly token: string }> {
  const link = await createShareLink(database, team, runId, { includeCurrentPolicy });
  if (!link) throw new Error("The run can be shared.");
  return link;
}

describe("a share link", () => {
  it("opens its run, until it is revoked", async () => {
    const { id, token } = await share();
    expect(sharedRunSchema.parse(await findSharedRun(token, "all", database)).run.status).toBe("done");
    expect(await revokeShareLink(database, otherTeam, id)).toBe(false);
    expect(await findSharedRun(token, "all", database)).not.toBeNull();
    expect(await revokeShareLink(database, team, id)).toBe(true);
    expect(await findSharedRun(token, "all", database)).toBeNull();
    expect(await revokeShareLink(database, team, id)).toBe(true);
  });

  it("is listed without its token, which is stored nowhere", async () => {
    const { id, token } = await share();
    const links = await findShareLinks(database, team, runId);
    expect(links.map((link) => link.id)).toContain(id);
    expect(await findShareLinks(database, otherTeam, runId)).toEqual([]);
    const stored = await database.shareLink.findUnique({ where: { id } });
    expect(JSON.stringify([links, stored])).not.toContain(token);
  });

  it.each(["", "x", "A".repeat(43), `${"A".repeat(42)}\0`, "../../etc/passwd"])(
    "does not open for %j",
    async (token) => {
      expect(await findSharedRun(token, "all", database)).toBeNull();
    },
  );

  it("cannot be made for another team's run", async () => {
    expect(await createShareLink(database, otherTeam, runId, { includeCurrentPolicy: false })).toBeNull();
  });
});

describe("what a share shows", () => {
  it("has no account id of the team, no secret, no pasted text and no way back to the run", async () => {
    const { token, id } = await share();
    const shared = await findSharedRun(token, "all", database);
    const text = JSON.stringify(shared);
    for (const hidden of ["210987654321", "444455556666", "s3cret", "s3:*", runId]) {
      expect(text).not.toContain(hidden);
    }
    expect(shared?.run).toMatchObject({
      id,
      input: {
        account: "123456789012",
        parameters: { Token: "****", Bucket: "logs-111111111111" },
        currentPolicy: null,
        llmReply: null,
      },
    });
    expect(shared?.run.report?.candidates.map(({ name }) => name)).toEqual(["boundary"]);
    expect(shared?.run.report?.problems.map(({ code }) => code)).toEqual(["parameter-assumed"]);
    expect(text).toContain("arn:aws:sqs:eu-central-1:123456789012:*");
  });

  it("has the figures and refusals of real attempts, without logs, notes and names in them", async () => {
    const refused = "User: arn:aws:sts::210987654321:assumed-role/acme-deploy/me is not authorized to perform:";
    const logText = [
      `CREATE_FAILED  AWS::SQS::Queue  Orders  ${refused} sqs:CreateQueue on resource: arn:aws:sqs:::acme-orders`,
      `Error: Failed to create changeset for the stack: acme-shop, ${refused} cloudformation:CreateChangeSet`,
    ].join("\n");
    const id = await insertRealAttempt(database, team, runId, {
      candidate: "boundary",
      policies: "as-proposed",
      origin: "pasted-log",
      outcome: "not-started",
      phase: "changeset",
      minutes: 2,
      startedAt: null,
      note: "on acme-runner-7",
      logText,
      reading: readAttemptLog(logText),
    });
    const { token } = await share();
    const shared = sharedRunSchema.parse(await findSharedRun(token, "all", database));
    const [attempt] = shared.run.reality[0]?.attempts ?? [];
    expect(attempt).toMatchObject({ id: "1", outcome: "not-started", minutes: 2, evidence: "imported", note: null });
    expect(attempt?.log?.refusals).toMatchObject([
      { action: "sqs:CreateQueue", logicalId: "Orders", line: 1 },
      { action: "cloudformation:CreateChangeSet", logicalId: null, line: 2 },
    ]);
    const text = JSON.stringify(shared);
    for (const hidden of ["acme", id, "210987654321"]) expect(text).not.toContain(hidden);
  });

  it("has the team's own policy where the link was made so", async () => {
    const { token } = await share(true);
    const shared = await findSharedRun(token, "all", database);
    expect(shared?.includesCurrentPolicy).toBe(true);
    expect(shared?.run.input.currentPolicy).toContain("Statement");
    expect(shared?.run.report?.candidates.map(({ name }) => name)).toEqual(["boundary", "current"]);
    expect(shared?.run.report?.problems.map(({ code }) => code)).toEqual(["parameter-assumed", "invalid-policy"]);
  });
});
