import { spawn } from "node:child_process";
import { SetupError } from "./setup-error";

export type Environment = Readonly<Record<string, string | undefined>>;

/** Loaded into a Node process before its program, ends it with the process that started it. */
export const exitWithParent: readonly string[] = ["--import", "./scripts/setup/exit-with-parent.mjs"];

/** Runs Node to its end, quietly; throws with everything that it said when it fails. */
export async function runNode(args: readonly string[], environment: Environment = {}): Promise<void> {
  const child = spawn(process.execPath, [...exitWithParent, ...args], {
    stdio: ["ignore", "pipe", "pipe", "ipc"],
    env: { ...process.env, ...environment, TIGHTROPE_PARENT: String(process.pid) },
  });
  const said: Buffer[] = [];
  child.stdout?.on("data", (part) => said.push(part));
  child.stderr?.on("data", (part) => said.push(part));
  const code = await new Promise((resolve) => child.once("close", resolve));
  if (code !== 0) throw new SetupError(`node ${args.join(" ")} failed:\n${Buffer.concat(said).toString()}`);
}
