import { mkdtempSync, readFileSync, rmSync, statSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import pg from "pg";
import { afterEach, expect, test } from "vitest";
import { type EmbeddedPostgres, startEmbeddedPostgres } from "./embedded-postgres";

const folder = mkdtempSync(path.join(os.tmpdir(), "tightrope-postgres-"));
let running: EmbeddedPostgres | undefined;

afterEach(async () => {
  await running?.server.stop();
  rmSync(folder, { recursive: true, force: true });
});

test("what was acknowledged is there after guard and server were killed, one after the other", async () => {
  running = await startEmbeddedPostgres(folder);
  await query(running.url, "create table kept (value text)");

  await query(running.url, "insert into kept values ('before the guard was killed')");
  process.kill(running.server.pid ?? 0, "SIGKILL");
  running = await startEmbeddedPostgres(folder);

  await query(running.url, "insert into kept values ('before the server was killed')");
  process.kill(readServerPid(), "SIGKILL");
  await running.server.ended;
  running = await startEmbeddedPostgres(folder);

  const rows = await query(running.url, "select value from kept order by value");
  expect(rows).toEqual([{ value: "before the guard was killed" }, { value: "before the server was killed" }]);
});

test("the server wants the password, which only its user can read", async () => {
  running = await startEmbeddedPostgres(folder);
  const wrong = new URL(running.url);
  wrong.password = "guessed";
  await expect(query(wrong.href, "select 1")).rejects.toThrow("password authentication failed");
  expect(statSync(path.join(folder, "postgres-password")).mode & 0o077).toBe(0);
});

function readServerPid(): number {
  return Number(readFileSync(path.join(folder, "postgres/postmaster.pid"), "utf8").split("\n")[0]);
}

async function query(connectionString: string, sql: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString });
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}
