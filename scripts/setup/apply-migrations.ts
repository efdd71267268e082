import { createHash, randomUUID } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import pg from "pg";
import { SetupError } from "./setup-error";

interface Migration {
  readonly name: string;
  readonly sql: string;
  readonly checksum: string;
}

/** The number of the advisory lock under which `prisma migrate deploy` works; whoever holds it migrates alone. */
const prismaLock = 72707369;

/**
 * Applies what `prisma/migrations` has and the database has not, recorded as `prisma migrate deploy` records it, so that
 * both can be used on one database. Each migration and its record are one transaction.
 */
export async function applyMigrations(url: string): Promise<void> {
  const migrations = readMigrations("prisma/migrations");
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query("select pg_advisory_lock($1)", [prismaLock]);
    await client.query(createRecords);
    const applied = await readRecords(client);
    for (const migration of migrations) {
      const checksum = applied.get(migration.name);
      if (checksum === undefined) await applyMigration(client, migration);
      else if (checksum !== migration.checksum) throw changedMigration(migration);
    }
  } finally {
    await client.end();
  }
}

function readMigrations(folder: string): Migration[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .sort()
    .filter((name) => existsSync(path.join(folder, name, "migration.sql")))
    .map((name) => {
      const sql = readFileSync(path.join(folder, name, "migration.sql"), "utf8");
      return { name, sql, checksum: createHash("sha256").update(sql).digest("hex") };
    });
}

const createRecords = `
  create table if not exists _prisma_migrations (
    id varchar(36) primary key not null,
    checksum varchar(64) not null,
    finished_at timestamptz,
    migration_name varchar(255) not null,
    logs text,
    rolled_back_at timestamptz,
    started_at timestamptz not null default now(),
    applied_steps_count integer not null default 0
  )`;

async function readRecords(client: pg.Client): Promise<Map<string, string>> {
  const { rows } = await client.query<{ migration_name: string; checksum: string; finished_at: Date | null }>(
    "select migration_name, checksum, finished_at from _prisma_migrations where rolled_back_at is null",
  );
  const unfinished = rows.find((row) => row.finished_at === null);
  if (unfinished) {
    throw new SetupError(
      `The migration ${unfinished.migration_name} failed half-way on this database. Resolve it with \`npm run prisma -- migrate resolve\`.`,
    );
  }
  return new Map(rows.map((row) => [row.migration_name, row.checksum]));
}

async function applyMigration(client: pg.Client, { name, sql, checksum }: Migration): Promise<void> {
  await client.query("begin");
  try {
    await client.query(sql);
    await client.query(
      "insert into _prisma_migrations (id, checksum, migration_name, finished_at, applied_steps_count) values ($1, $2, $3, now(), 1)",
      [randomUUID(), checksum, name],
    );
    await client.query("commit");
  } catch (error) {
    await client.query("rollback");
    throw new SetupError(`The migration ${name} does not apply: ${error instanceof Error ? error.message : error}`);
  }
}

function changedMigration({ name }: Migration): SetupError {
  return new SetupError(
    `prisma/migrations/${name} was changed after it had been applied to this database. Put it back as it was and add a new migration.`,
  );
}
