import { type ChildProcess, fork } from "node:child_process";
import { fileURLToPath } from "node:url";
import type { ComparisonInput, ComparisonProgress } from "../domain/comparison-input";
import type { ComparisonReport } from "../domain/comparison-report";
import type { Staged } from "../domain/problem";
import { answerSchema, type Order } from "./process-messages";

const script = fileURLToPath(new URL("./comparison-process-main.ts", import.meta.url));

/** A step that takes longer will not end any more; most take milliseconds. */
const stepMilliseconds = 300_000;

/**
 * Comparisons in a process of their own, so that the job's heartbeat goes on however long a step takes. One comparison at a
 * time; the process stays between them, with its tables loaded. A step that does not end, or that takes all memory, costs
 * this process, not the worker.
 */
export class ComparisonProcess {
  private child: ChildProcess | null = null;

  async *compare(input: ComparisonInput): AsyncGenerator<ComparisonProgress, Staged<ComparisonReport | null>> {
    let answer = await this.ask({ kind: "start", input });
    while (answer.kind === "step") {
      yield answer.progress;
      answer = await this.ask({ kind: "next" });
    }
    return answer.result;
  }

  private async ask(order: Order) {
    const child = this.open();
    try {
      const message = nextMessage(child);
      child.send(order);
      const answer = answerSchema.parse(await message);
      if (answer.kind === "fault") throw new Error(answer.stack);
      return answer;
    } catch (fault) {
      this.close();
      throw fault;
    }
  }

  private open(): ChildProcess {
    this.child ??= fork(script, {
      execArgv: ["--import", "tsx", "--conditions=react-server"],
      serialization: "advanced",
    });
    return this.child;
  }

  close(): void {
    this.child?.kill("SIGKILL");
    this.child = null;
  }
}

function nextMessage(child: ChildProcess): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const settle = (finish: () => void) => {
      clearTimeout(timer);
      child.removeAllListeners();
      finish();
    };
    const timer = setTimeout(() => {
      settle(() => reject(new Error(`The comparison gave no answer within ${stepMilliseconds} ms.`)));
    }, stepMilliseconds);
    child.once("message", (message) => settle(() => resolve(message)));
    child.once("error", (fault) => settle(() => reject(fault)));
    child.once("exit", (code, signal) => settle(() => reject(new Error(`The comparison ended: ${signal ?? code}.`))));
  });
}
