import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";

/**
 * Runs `work` alone among the processes of this folder, so that commands started side by side on a fresh clone install,
 * generate and build once. The lock of a process that was killed is taken over.
 */
export async function withSetupLock(root, work) {
  const folder = path.join(root, ".data");
  const lock = path.join(folder, "setup.lock");
  mkdirSync(folder, { recursive: true, mode: 0o755 });
  while (!(await takeLock(lock))) await sleep(200);
  try {
    return await work();
  } finally {
    rmSync(lock, { force: true });
  }
}

async function takeLock(lock) {
  try {
    writeFileSync(lock, String(process.pid), { flag: "wx" });
    return true;
  } catch (error) {
    if (error.code !== "EEXIST") throw error;
  }
  // One that is just being written names nobody yet: its holder gets a moment.
  if (readHolder(lock) === 0) await sleep(200);
  if (!isAlive(readHolder(lock))) rmSync(lock, { force: true });
  return false;
}

function readHolder(lock) {
  try {
    return Number(readFileSync(lock, "utf8"));
  } catch {
    return 0;
  }
}

function isAlive(pid) {
  if (pid === 0) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === "EPERM";
  }
}
