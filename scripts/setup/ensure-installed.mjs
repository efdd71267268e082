import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { withSetupLock } from "./setup-lock.mjs";

export const root = fileURLToPath(new URL("../..", import.meta.url));

/**
 * Installs the packages of the lock file unless they are there already. Plain JavaScript, since it runs before there
 * is anything to read TypeScript with. Everything that npm says goes to standard error: standard output is the command's.
 */
export async function ensureInstalled() {
  assertNodeVersion();
  process.chdir(root);
  if (isInstalled()) return;
  await withSetupLock(root, async () => {
    if (isInstalled()) return;
    console.error("Installing packages (about a minute) …");
    await runNpmCi();
  });
}

function assertNodeVersion() {
  if (Number.parseInt(process.versions.node, 10) >= 20) return;
  console.error(
    `Tightrope needs Node.js 20 or newer; this is ${process.version}. Install a newer one from nodejs.org.`,
  );
  process.exit(1);
}

/** npm writes the hidden lock file last, so it tells what is really there. */
function isInstalled() {
  const hidden = path.join(root, "node_modules/.package-lock.json");
  if (!existsSync(hidden)) return false;
  const wanted = readPackages(path.join(root, "package-lock.json"));
  const installed = readPackages(hidden);
  return Object.entries(wanted).every(([name, { version, optional, peer }]) => {
    if (name === "") return true;
    const found = installed[name];
    return found ? found.version === version : Boolean(optional || peer);
  });
}

function readPackages(file) {
  try {
    return JSON.parse(readFileSync(file, "utf8")).packages ?? {};
  } catch {
    return {};
  }
}

/**
 * Without install scripts: npm 11 asks for their approval, and one of them (Prisma's) fetches from a host that closed
 * networks refuse. What they would do is done in `scripts/setup` where it is needed.
 */
async function runNpmCi() {
  const npm = process.env.npm_execpath;
  const options = ["ci", "--ignore-scripts", "--include=dev", "--no-audit", "--no-fund", "--loglevel=error"];
  const [command, args] = npm ? [process.execPath, [npm, ...options]] : ["npm", options];
  const child = spawn(command, args, {
    cwd: root,
    stdio: ["ignore", 2, 2, "ipc"],
    shell: !npm && process.platform === "win32",
    env: {
      ...process.env,
      NODE_OPTIONS: `--import ${new URL("./exit-with-parent.mjs", import.meta.url).href}`,
      TIGHTROPE_PARENT: String(process.pid),
    },
  });
  const [code] = await once(child, "exit").catch((error) => [error.message]);
  if (code === 0) return;
  console.error(`The packages could not be installed: npm ci ended with ${code}.`);
  process.exit(1);
}
