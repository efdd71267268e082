import { randomUUID } from "node:crypto";
import pg from "pg";
import { inject } from "vitest";

export interface TestDatabase {
  readonly url: string;
  drop(): Promise<void>;
}

/** A migrated, empty database for one test file: `const database = await createTestDatabase(); afterAll(database.drop)`. */
export async function createTestDatabase(): Promise<TestDatabase> {
  const template = new URL(inject("templateDatabaseUrl"));
  const templateName = template.pathname.slice(1);
  const name = `test_${randomUUID().replaceAll("-", "")}`;
  const admin = new URL(template);
  admin.pathname = "/postgres";
  await runStatement(admin.href, `create database ${name} template ${templateName}`);
  const url = new URL(template);
  url.pathname = `/${name}`;
  return { url: url.href, drop: () => runStatement(admin.href, `drop database ${name} with (force)`) };
}

async function runStatement(connectionString: string, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}
