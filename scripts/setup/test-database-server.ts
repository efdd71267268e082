import { mkdtempSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import type { TestProject } from "vitest/node";
import { applyMigrations } from "./apply-migrations";
import { startEmbeddedPostgres } from "./embedded-postgres";

declare module "vitest" {
  interface ProvidedContext {
    /** Address of a migrated database that test files take copies of. */
    templateDatabaseUrl: string;
  }
}

/** Vitest's global setup: one server for all test files, migrated once. */
export default async function startTestDatabaseServer(project: TestProject): Promise<() => Promise<void>> {
  const folder = mkdtempSync(path.join(os.tmpdir(), "tightrope-test-"));
  const { url, server } = await startEmbeddedPostgres(folder, { durable: false });
  await applyMigrations(url);
  project.provide("templateDatabaseUrl", url);
  return async () => {
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  };
}
