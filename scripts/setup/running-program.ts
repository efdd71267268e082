import { chmodSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { SetupError } from "./setup-error";

interface RunningProgram {
  readonly pid: number;
  readonly url: string;
  readonly worker: number | null;
}

export interface ClaimedFolder {
  readonly path: string;
  noteWorker(pid: number | null): void;
  release(): void;
}

/**
 * Makes sure that one program at a time works on a data folder. `running.json` in it tells the processes; that of a
 * program that was killed is taken over.
 */
export function claimFolder(folder: string, url: string): ClaimedFolder {
  mkdirSync(folder, { recursive: true });
  chmodSync(folder, 0o755);
  const file = path.join(folder, "running.json");
  const earlier = readRunning(file);
  if (earlier && isStartProcess(earlier.pid)) {
    throw new SetupError(
      `Tightrope already runs from this folder, at ${earlier.url} (process ${earlier.pid}). Stop it first, or name another folder for this one's data with TIGHTROPE_DATA.`,
    );
  }
  const write = (worker: number | null) => {
    const running: RunningProgram = { pid: process.pid, url, worker };
    writeFileSync(`${file}.new`, JSON.stringify(running));
    renameSync(`${file}.new`, file);
  };
  write(null);
  return { path: folder, noteWorker: write, release: () => rmSync(file, { force: true }) };
}

function readRunning(file: string): RunningProgram | null {
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch {
    return null;
  }
}

/** After a kill the number may belong to any other process; where it can be seen, the command line tells. */
function isStartProcess(pid: number): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
  if (process.platform !== "linux") return true;
  try {
    return readFileSync(`/proc/${pid}/cmdline`, "utf8").includes("start.mjs");
  } catch {
    return false;
  }
}
