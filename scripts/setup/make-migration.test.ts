import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import pg from "pg";
import { afterAll, expect, inject, test } from "vitest";
import { makeMigration } from "./make-migration";

const folder = mkdtempSync(path.join(tmpdir(), "tightrope-migration-"));
const url = inject("templateDatabaseUrl").replace(/\/[^/?]+(\?|$)/, "/postgres$1");
const at = new Date("2026-11-28T05:06:07Z");

afterAll(() => rmSync(folder, { recursive: true }));

test("a model that the migrations do not make becomes a migration", { timeout: 60_000 }, async () => {
  const schema = path.join(folder, "schema.prisma");
  writeFileSync(schema, `${readFileSync("prisma/schema.prisma", "utf8")}\nmodel Novelty {\n  id String @id\n}\n`);
  const file = await makeMigration(url, { name: "add_novelty", schema, folder, at });
  expect(file).toBe(path.join(folder, "20261128050607_add_novelty", "migration.sql"));
  expect(readFileSync(file ?? "", "utf8")).toMatch(/^-- CreateTable\nCREATE TABLE "Novelty"/);
  expect(await countLeftOver()).toBe(0);
});

test("a schema that the migrations arrive at needs none", { timeout: 60_000 }, async () => {
  const made = { name: "add_nothing", schema: "prisma/schema.prisma", folder, at };
  expect(await makeMigration(url, made)).toBeNull();
  expect(readdirSync(folder)).not.toContain("20261128050607_add_nothing");
  expect(await countLeftOver()).toBe(0);
});

test("a name that is no folder's is refused", async () => {
  const made = { name: "../elsewhere", schema: "prisma/schema.prisma", folder, at };
  await expect(makeMigration(url, made)).rejects.toThrow(/no name for a migration/);
});

async function countLeftOver(): Promise<number> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const { rows } = await client.query(
      "select datname from pg_database where datname like 'tightrope\\_migrations\\_%'",
    );
    return rows.length;
  } finally {
    await client.end();
  }
}
