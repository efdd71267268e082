import pg from "pg";
import { expect, inject, test } from "vitest";
import { createTestDatabase } from "../../lib/server/test-database";
import { applyMigrations } from "./apply-migrations";

test("a database that is up to date stays as it is", async () => {
  const database = await createTestDatabase();
  const before = await readRecords(database.url);
  await applyMigrations(database.url);
  expect(await readRecords(database.url)).toEqual(before);
  expect(before.length).toBeGreaterThan(0);
  await database.drop();
});

test("a migration that was changed after it was applied is refused by name", async () => {
  const database = await createTestDatabase();
  await query(database.url, "update _prisma_migrations set checksum = 'another'");
  await expect(applyMigrations(database.url)).rejects.toThrow(/prisma\/migrations\/\d+_\w+ was changed/);
  await database.drop();
});

test("several programs that start at once migrate once", async () => {
  const database = await createTestDatabase();
  await query(database.url, "drop schema public cascade; create schema public");
  await Promise.all([1, 2, 3].map(() => applyMigrations(database.url)));
  expect(await readRecords(database.url)).toHaveLength((await readRecords(inject("templateDatabaseUrl"))).length);
  await database.drop();
});

function readRecords(url: string): Promise<unknown[]> {
  return query(url, "select migration_name, checksum, finished_at from _prisma_migrations order by migration_name");
}

async function query(url: string, sql: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}
