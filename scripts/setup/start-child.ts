import { spawn } from "node:child_process";
import type { Environment } from "./run-node";

export interface Child {
  readonly pid: number | undefined;
  hasEnded(): boolean;
  /** Exit code, or null after a signal. */
  readonly ended: Promise<number | null>;
  /** Asks it to end, and insists after a while. */
  stop(secondsOfGrace?: number): Promise<void>;
}

interface ChildProgram {
  readonly script: string;
  readonly args?: readonly string[];
  readonly nodeArguments?: readonly string[];
  readonly environment?: Environment;
  readonly output?: "all" | "errors";
}

/**
 * Runs a Node program that ends when this process does, even by kill -9: the channel between the two closes then, which
 * the guard and `exit-with-parent.mjs` watch. It has a process group of its own, so that Ctrl-C reaches this process
 * only, which then ends its children in order.
 */
export function startChild(program: ChildProgram): Child {
  const { script, args = [], nodeArguments = [], environment = {}, output = "all" } = program;
  const child = spawn(process.execPath, [...nodeArguments, script, ...args], {
    stdio: ["ignore", output === "all" ? "inherit" : "ignore", "inherit", "ipc"],
    detached: process.platform !== "win32",
    env: { ...process.env, ...environment, TIGHTROPE_PARENT: String(process.pid) },
  });
  const ended = new Promise<number | null>((resolve) => {
    child.once("exit", resolve);
    child.once("error", () => resolve(1));
  });
  const hasEnded = () => child.exitCode !== null || child.signalCode !== null;
  return {
    pid: child.pid,
    hasEnded,
    ended,
    stop: async (secondsOfGrace = 15) => {
      if (hasEnded()) return;
      child.kill("SIGTERM");
      const insist = setTimeout(() => child.kill("SIGKILL"), secondsOfGrace * 1000);
      await ended;
      clearTimeout(insist);
    },
  };
}
