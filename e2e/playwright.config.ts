import { mkdtempSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { defineConfig, devices } from "@playwright/test";

/**
 * The journeys run against the program as `npm start` runs it, on a port and data of its own. `npm test` names port and
 * browser; `npm run e2e` alone takes Playwright's browser or the one named by E2E_BROWSER.
 */
const port = process.env["E2E_PORT"] ?? "3210";
const executablePath = process.env["E2E_BROWSER"];

// Read again by every worker process: the first reading decides.
process.env["E2E_DATA"] ??= mkdtempSync(path.join(os.tmpdir(), "tightrope-e2e-"));

export default defineConfig({
  testDir: ".",
  outputDir: "../test-results/e2e",
  fullyParallel: false,
  workers: 1,
  forbidOnly: Boolean(process.env["CI"]),
  timeout: 90_000,
  expect: { timeout: 15_000 },
  reporter: process.env["PLAYWRIGHT_JSON_OUTPUT_NAME"] ? [["list"], ["json"]] : "list",
  use: {
    ...devices["Desktop Chrome"],
    baseURL: `http://localhost:${port}`,
    trace: "retain-on-failure",
    launchOptions: {
      ...(executablePath ? { executablePath } : {}),
      args: ["--disable-background-networking", "--disable-component-update", "--disable-sync", "--no-first-run"],
    },
  },
  webServer: {
    command: "node ../scripts/start.mjs",
    url: `http://localhost:${port}`,
    timeout: 300_000,
    gracefulShutdown: { signal: "SIGTERM", timeout: 20_000 },
    stdout: "ignore",
    stderr: "pipe",
    env: { PORT: port, TIGHTROPE_DATA: process.env["E2E_DATA"], DATABASE_URL: "" },
  },
});
