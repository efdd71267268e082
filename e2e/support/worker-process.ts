import { readFileSync } from "node:fs";
import path from "node:path";
import { z } from "zod";

const runningSchema = z.object({ worker: z.number().nullable() });

/** The process id of the job process, which the start command notes in its data folder; null while there is none. */
export function readWorkerPid(): number | null {
  const file = path.join(z.string().parse(process.env["E2E_DATA"]), "running.json");
  return runningSchema.parse(JSON.parse(readFileSync(file, "utf8"))).worker;
}

/** Kills the job process as a power cut would, and returns the id that it had. */
export function killWorker(): number {
  const pid = readWorkerPid();
  if (pid === null) throw new Error("There is no worker to kill.");
  process.kill(pid, "SIGKILL");
  return pid;
}
