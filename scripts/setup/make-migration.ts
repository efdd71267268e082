import { execFile } from "node:child_process";
import { randomUUID } from "node:crypto";
import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { promisify } from "node:util";
import pg from "pg";
import { applyMigrations } from "./apply-migrations";
import { prismaArguments, prismaEnvironment } from "./prisma-command-line";
import { SetupError } from "./setup-error";

export interface NewMigration {
  /** As in `add_something`. */
  readonly name: string;
  /** The schema that the migrations are to arrive at. */
  readonly schema: string;
  /** The folder that takes the new migration's folder. */
  readonly folder: string;
  readonly at: Date;
}

/**
 * Writes the migration that leads from those in `prisma/migrations` to the schema, and returns its file; `null` where they
 * do not differ. They are applied to an empty database on the same server, made for that and dropped after it.
 */
export async function makeMigration(url: string, { name, schema, folder, at }: NewMigration): Promise<string | null> {
  if (!/^[a-z0-9_]+$/.test(name)) {
    throw new SetupError(`"${name}" is no name for a migration; use small letters, digits and underscores.`);
  }
  const sql = await withEmptyDatabase(url, async (emptyUrl) => {
    await applyMigrations(emptyUrl);
    return differFromSchema(emptyUrl, schema);
  });
  if (sql === null) return null;
  const time = at.toISOString().replace(/\D/g, "").slice(0, 14);
  const file = path.join(folder, `${time}_${name}`, "migration.sql");
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, sql);
  return file;
}

async function withEmptyDatabase<T>(url: string, use: (emptyUrl: string) => Promise<T>): Promise<T> {
  const name = `tightrope_migrations_${randomUUID().replaceAll("-", "")}`;
  const emptyUrl = new URL(url);
  emptyUrl.pathname = `/${name}`;
  await query(url, `create database ${name}`);
  try {
    return await use(emptyUrl.toString());
  } finally {
    await query(url, `drop database if exists ${name} with (force)`);
  }
}

async function query(url: string, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}

/** SQL, or `null` where there is no difference: Prisma then leaves with 0, and with 2 where there is one. */
async function differFromSchema(url: string, schema: string): Promise<string | null> {
  const words = ["migrate", "diff", "--from-config-datasource", "--to-schema", schema, "--script", "--exit-code"];
  try {
    await promisify(execFile)(process.execPath, [...prismaArguments, ...words], {
      env: { ...process.env, ...prismaEnvironment(url) },
    });
    return null;
  } catch (error) {
    if (!(error instanceof Error) || !("code" in error) || !("stdout" in error)) throw error;
    if (error.code === 2) return String(error.stdout);
    throw new SetupError(`Prisma could not compare ${schema} with the migrations: ${error.message}`);
  }
}
