import { execFileSync } from "node:child_process";
import { existsSync, readFileSync, readlinkSync, rmSync } from "node:fs";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { SetupError } from "./setup-error";

/**
 * Deals with what a run that was killed has left: a server that is still ending is waited for, one that nobody looks
 * after is stopped, and the pid file of a dead one is removed (its number may since have gone to another process, and
 * PostgreSQL would then refuse to start).
 */
export async function settleEarlierServer(dataFolder: string): Promise<void> {
  const pidFile = path.join(dataFolder, "postmaster.pid");
  if (!existsSync(pidFile)) return;
  const pid = Number(readFileSync(pidFile, "utf8").split("\n")[0]);
  const ended = (seconds: number) => waitForEnd(pid, dataFolder, seconds);
  if (!(await ended(3))) {
    for (const signal of ["SIGINT", "SIGQUIT"] as const) {
      sendSignal(pid, signal);
      if (await ended(10)) break;
    }
  }
  if (!(await ended(0))) {
    throw new SetupError(`An earlier database server (process ${pid}) does not stop. Stop it, then start again.`);
  }
  rmSync(pidFile, { force: true });
}

async function waitForEnd(pid: number, dataFolder: string, seconds: number): Promise<boolean> {
  for (let waited = 0; isServer(pid, dataFolder); waited += 50) {
    if (waited >= seconds * 1000) return false;
    await sleep(50);
  }
  return true;
}

function sendSignal(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "EPERM") {
      throw new SetupError(`Another user's process ${pid} serves this database. Stop it, or set DATABASE_URL.`);
    }
  }
}

/** A number that now belongs to another program, and a server that is dead but not yet collected (a zombie), are none. */
function isServer(pid: number, dataFolder: string): boolean {
  if (!Number.isInteger(pid) || pid <= 0) return false;
  return process.platform === "linux" ? isServerOnLinux(pid, dataFolder) : isServerElsewhere(pid);
}

function isServerOnLinux(pid: number, dataFolder: string): boolean {
  try {
    const status = readFileSync(`/proc/${pid}/stat`, "utf8");
    const [state] = status.slice(status.lastIndexOf(")") + 2);
    if (state === "Z" || state === "X" || !status.includes("(postgres)")) return false;
  } catch {
    return false;
  }
  try {
    return readlinkSync(`/proc/${pid}/cwd`) === dataFolder;
  } catch {
    return true; // another user's; a postgres all the same
  }
}

function isServerElsewhere(pid: number): boolean {
  if (process.platform === "win32") return false;
  try {
    const line = execFileSync("ps", ["-o", "stat=,command=", "-p", String(pid)], { encoding: "utf8" }).trim();
    return !line.startsWith("Z") && line.includes("postgres");
  } catch {
    return false;
  }
}
