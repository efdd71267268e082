import { existsSync, mkdtempSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { ensureBuilt } from "./ensure-built";
import { ensureGenerated } from "./ensure-generated";
import { findBrowser } from "./find-browser";
import { runVisibly } from "./run-visibly";
import { reportSetupErrors } from "./setup-error";
import { findFreePort } from "./tcp-ports";
import { readPlaywrightCounts, readVitestCounts, type TestCounts } from "./test-counts";

const tool = (file: string, ...args: string[]) => runVisibly([`node_modules/${file}`, ...args]);

/**
 * `npm test`: every check, from the cheapest to the browser. One that fails does not keep the next from running, except
 * that there is no journey through pages that could not be built.
 */
export async function runChecks(): Promise<void> {
  await reportSetupErrors(async () => {
    if (!existsSync("../shared")) console.log("Note: ../shared is missing; the tests that compare with it skip.");
    const outcomes: TestCounts[] = [];
    const check = async (title: string, run: () => Promise<TestCounts>) => {
      const started = Date.now();
      console.log(`\n=== ${title}`);
      const counts = await run().catch(failWith);
      outcomes.push(counts);
      console.log(`=== ${title}: ${counts.failed > 0 ? "failed" : "passed"} (${seconds(started)} s)`);
      return counts.failed === 0;
    };

    await check("Generated files", () => orFail(ensureGenerated()));
    await check("Style (biome)", () => orFail(tool("@biomejs/biome/bin/biome", "check", ".")));
    await check("Types (tsc)", () => orFail(checkTypes()));
    await check("Imports (dependency-cruiser)", () => orFail(checkImports()));
    await check("Unused code (knip)", () => orFail(tool("knip/bin/knip.js", "--no-config-hints")));
    await check("Tests (vitest)", runVitest);
    const built = await check("Build (next)", () => orFail(ensureBuilt()));
    if (built) await check("Journeys in a browser (playwright)", runPlaywright);

    const { passed, failed, skipped } = sum(outcomes);
    console.log(`\n${passed} passed, ${failed} failed, ${skipped} skipped`);
    process.exit(failed > 0 || passed === 0 ? 1 : 0);
  });
}

async function checkTypes(): Promise<void> {
  await tool("next/dist/bin/next", "typegen");
  await tool("typescript/bin/tsc", "--noEmit");
}

async function checkImports(): Promise<void> {
  const config = ["--config", "scripts/config/dependency-cruiser.mjs", "--output-type", "err-long"];
  await tool("dependency-cruiser/bin/dependency-cruise.mjs", ...config, "app", "components", "lib", "scripts", "e2e");
}

async function runVitest(): Promise<TestCounts> {
  const report = path.resolve("test-results/vitest.json");
  rmSync(report, { force: true });
  const reporters = ["--reporter=dot", "--silent=passed-only", "--reporter=json", `--outputFile.json=${report}`];
  await tool("vitest/vitest.mjs", "run", ...reporters).catch(() => {});
  return readVitestCounts(report);
}

async function runPlaywright(): Promise<TestCounts> {
  const report = path.resolve("test-results/playwright.json");
  rmSync(report, { force: true });
  const browser = await findBrowser();
  const data = mkdtempSync(path.join(os.tmpdir(), "tightrope-e2e-"));
  await runVisibly(["node_modules/@playwright/test/cli.js", "test", "--config", "e2e/playwright.config.ts"], {
    ...browser,
    E2E_PORT: String(await findFreePort()),
    E2E_DATA: data,
    PLAYWRIGHT_JSON_OUTPUT_NAME: report,
  }).catch(() => {});
  rmSync(data, { recursive: true, force: true });
  return readPlaywrightCounts(report);
}

/** A check that is no test counts only when it fails: the sum at the end must not hide it. */
async function orFail(check: Promise<void>): Promise<TestCounts> {
  await check;
  return { passed: 0, failed: 0, skipped: 0 };
}

function failWith(error: unknown): TestCounts {
  console.error(error instanceof Error ? error.message : error);
  return { passed: 0, failed: 1, skipped: 0 };
}

function sum(counts: readonly TestCounts[]): TestCounts {
  return counts.reduce((total, { passed, failed, skipped }) => ({
    passed: total.passed + passed,
    failed: total.failed + failed,
    skipped: total.skipped + skipped,
  }));
}

function seconds(since: number): string {
  return ((Date.now() - since) / 1000).toFixed(1);
}
