import { existsSync, mkdirSync } from "node:fs";
import path from "node:path";
import { chromium } from "@playwright/test";
import type { Environment } from "./run-node";
import { SetupError } from "./setup-error";
import { tryToRun } from "./try-to-run";

/** What the journeys' environment needs to start the browser. */
export type Browser = { readonly E2E_BROWSER: string } & Environment;

/**
 * A Chromium for the journeys: one that is there already, or else one that can be had. Each is started once before it is
 * trusted: a browser without the system's libraries is found, but does not run.
 */
export async function findBrowser(): Promise<Browser> {
  for (const find of [findInstalledBrowser, installPlaywrightBrowser, installDebianBrowser, installPackagedBrowser]) {
    const browser = await find();
    if (browser) return browser;
  }
  throw new SetupError(
    "No Chromium was found, and none could be installed. Install one (`npx playwright install chromium`, or your system's chromium package), or name one: E2E_BROWSER=/path/to/chromium npm test",
  );
}

async function findInstalledBrowser(): Promise<Browser | null> {
  const named = process.env["E2E_BROWSER"];
  const names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
  const folders = (process.env["PATH"] ?? "").split(path.delimiter);
  const installed = names.flatMap((name) => folders.map((folder) => path.join(folder, name)));
  const macOs = "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome";
  return firstThatStarts([...(named ? [named] : []), chromium.executablePath(), ...installed, macOs]);
}

async function installPlaywrightBrowser(): Promise<Browser | null> {
  console.log("No Chromium here; trying Playwright's own …");
  await tryToRun(process.execPath, ["node_modules/@playwright/test/cli.js", "install", "chromium"], {
    seconds: 180,
    environment: { PLAYWRIGHT_DOWNLOAD_CONNECTION_TIMEOUT: "10000" },
  });
  return firstThatStarts([chromium.executablePath()]);
}

async function installDebianBrowser(): Promise<Browser | null> {
  if (process.getuid?.() !== 0 || !existsSync("/usr/bin/apt-get")) return null;
  console.log("Trying Debian's chromium package …");
  const environment = { DEBIAN_FRONTEND: "noninteractive" };
  await tryToRun("apt-get", ["update"], { seconds: 120, environment });
  await tryToRun("apt-get", ["install", "-y", "--no-install-recommends", "chromium"], { seconds: 300, environment });
  return firstThatStarts(["/usr/bin/chromium", "/usr/bin/chromium-browser"]);
}

/** A Chromium for Linux on x64 that an npm package carries, with the libraries and fonts that a bare machine lacks. */
async function installPackagedBrowser(): Promise<Browser | null> {
  if (process.platform !== "linux" || process.arch !== "x64") return null;
  console.log("Trying the Chromium of the package @sparticuz/chromium …");
  const folder = path.resolve(".data/browser");
  mkdirSync(folder, { recursive: true });
  const install = ["install", "--no-save", "--no-audit", "--no-fund", "--loglevel=error", "--prefix", folder];
  await tryToRun("npm", [...install, "@sparticuz/chromium@153.0.0"], { seconds: 300 });
  // It unpacks into the folder for temporary files, and its libraries only where it believes to be in a Lambda function.
  const unpack = 'import chromium from "@sparticuz/chromium"; await chromium.executablePath();';
  await tryToRun(process.execPath, ["--input-type=module", "--eval", unpack], {
    seconds: 60,
    folder,
    environment: { TMPDIR: folder, AWS_EXECUTION_ENV: "AWS_Lambda_nodejs22.x" },
  });
  return firstThatStarts([path.join(folder, "chromium")], {
    LD_LIBRARY_PATH: path.join(folder, "al2023/lib"),
    FONTCONFIG_PATH: path.join(folder, "fonts"),
  });
}

async function firstThatStarts(candidates: readonly string[], environment: Environment = {}): Promise<Browser | null> {
  for (const executablePath of candidates.filter((candidate) => existsSync(candidate))) {
    try {
      const browser = await chromium.launch({
        executablePath,
        env: { ...process.env, ...environment },
        timeout: 30_000,
      });
      await browser.close();
      console.log(`Browser: ${executablePath}`);
      return { E2E_BROWSER: executablePath, ...environment };
    } catch (error) {
      console.log(`${executablePath} does not start: ${error instanceof Error ? error.message.split("\n")[0] : error}`);
    }
  }
  return null;
}
