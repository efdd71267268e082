import { spawn } from "node:child_process";
import type { Environment } from "./run-node";

interface Limits {
  readonly seconds: number;
  readonly folder?: string;
  readonly environment?: Environment;
}

/** Runs a command whose failure is no news: whoever calls looks at what it left. Its output goes to standard error. */
export async function tryToRun(command: string, args: readonly string[], limits: Limits): Promise<void> {
  const child = spawn(command, args, {
    stdio: ["ignore", 2, 2],
    cwd: limits.folder,
    signal: AbortSignal.timeout(limits.seconds * 1000),
    env: { ...process.env, ...limits.environment },
  });
  await new Promise((resolve) => child.once("close", resolve).once("error", resolve));
}
