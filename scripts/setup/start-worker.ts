import { setTimeout as sleep } from "node:timers/promises";
import { locateProgram } from "../../lib/server/processes/locate-program";
import { type Environment, exitWithParent } from "./run-node";
import { type Child, startChild } from "./start-child";

const secondsBetweenStarts = 1;

/** Runs the job process, and again whenever it ends, until stopped. */
export function keepWorkerRunning(
  environment: Environment,
  noteProcess: (pid: number | null) => void,
): { stop(): Promise<void> } {
  let worker: Child | undefined;
  let stopped = false;
  const run = async () => {
    while (!stopped) {
      worker = startWorker(environment);
      noteProcess(worker.pid ?? null);
      const code = await worker.ended;
      if (stopped) return;
      console.error(`The worker ended (${code === null ? "killed" : `code ${code}`}); it is started again.`);
      await sleep(secondsBetweenStarts * 1000);
    }
  };
  void run();
  return {
    stop: async () => {
      stopped = true;
      await worker?.stop(5);
    },
  };
}

function startWorker(environment: Environment): Child {
  const { nodeArguments, script } = locateProgram("lib/worker/main.ts", environment["TIGHTROPE_BUNDLES"]);
  return startChild({
    nodeArguments: [...exitWithParent, ...nodeArguments],
    script,
    environment: { ...environment, NODE_ENV: "production" },
  });
}
