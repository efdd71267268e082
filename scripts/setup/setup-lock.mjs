import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";

/**
 * Runs `work` alone among the processes of this folder, so that commands started side by side on a fresh clone install
 * and generate once. The lock of a process that was killed is taken over.
 */
export function withSetupLock(root, work) {
  const folder = path.join(root, ".data");
  const lock = path.join(folder, "setup.lock");
  mkdirSync(folder, { recursive: true, mode: 0o755 });
  while (!takeLock(lock)) sleep(200);
  try {
    return work();
  } finally {
    rmSync(lock, { force: true });
  }
}

function takeLock(lock) {
  try {
    writeFileSync(lock, String(process.pid), { flag: "wx" });
    return true;
  } catch (error) {
    if (error.code !== "EEXIST") throw error;
  }
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

/** A lock that is just being written names nobody yet; its holder is given the benefit of the doubt for one turn. */
function isAlive(pid) {
  if (!pid) {
    sleep(200);
    return false;
  }
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === "EPERM";
  }
}

function sleep(milliseconds) {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, milliseconds);
}
