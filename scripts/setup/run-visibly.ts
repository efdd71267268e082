import { spawn } from "node:child_process";
import { type Environment, exitWithParent } from "./run-node";
import { SetupError } from "./setup-error";

/** Runs Node to its end before the reader's eyes; throws when it fails. */
export async function runVisibly(args: readonly string[], environment: Environment = {}): Promise<void> {
  const child = spawn(process.execPath, [...exitWithParent, ...args], {
    stdio: ["ignore", "inherit", "inherit", "ipc"],
    env: {
      ...process.env,
      ...environment,
      ...(process.stdout.isTTY ? {} : { NO_COLOR: "1" }),
      NEXT_TELEMETRY_DISABLED: "1",
      TIGHTROPE_PARENT: String(process.pid),
    },
  });
  const code = await new Promise((resolve) => child.once("exit", resolve));
  if (code !== 0) throw new SetupError(`node ${args.join(" ")} ended with ${code}.`);
}
