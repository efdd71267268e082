import { readFileSync } from "node:fs";
import type { Child } from "./start-child";

/**
 * Resolves, with the exit code, when this program shall end: on a signal, when npm, which started it, is gone, or when a
 * child that it cannot do without has ended.
 */
export function waitForEnd(children: Readonly<Record<string, Child | null>>): Promise<number> {
  return new Promise((resolve) => {
    let ending = false;
    const end = (code: number, reason = "") => {
      if (!ending && reason !== "") console.error(reason);
      ending = true;
      resolve(code);
    };
    for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, () => end(0));
    onEndOfNpm(() => end(1));
    for (const [name, child] of Object.entries(children)) {
      void child?.ended.then(() => end(1, `${name} ended; Tightrope stops.`));
    }
  });
}

/** Killed with -9, npm cannot pass the signal on; nobody would know of this process any more. */
function onEndOfNpm(act: () => void): void {
  const npm = findNpmProcess();
  if (npm === null) return;
  const timer = setInterval(() => {
    if (isRunning(npm)) return;
    clearInterval(timer);
    act();
  }, 500);
  timer.unref();
}

/** npm runs a script in a shell: it is the parent or the parent's parent. */
function findNpmProcess(): number | null {
  if (process.env["npm_lifecycle_event"] === undefined || process.platform !== "linux") return null;
  for (let pid = process.ppid, level = 0; pid > 1 && level < 3; level++) {
    if (/\bnpm\b/.test(readProcessFile(pid, "cmdline"))) return pid;
    pid = Number(readProcessFile(pid, "status").match(/^PPid:\s*(\d+)/m)?.[1] ?? 0);
  }
  return null;
}

function isRunning(pid: number): boolean {
  const state = readProcessFile(pid, "status").match(/^State:\s*(\w)/m)?.[1];
  return state !== undefined && state !== "Z" && state !== "X";
}

function readProcessFile(pid: number, name: string): string {
  try {
    return readFileSync(`/proc/${pid}/${name}`, "utf8");
  } catch {
    return "";
  }
}
