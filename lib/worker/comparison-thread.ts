import { Worker } from "node:worker_threads";
import type { ComparisonInput, ComparisonProgress } from "../domain/comparison-input";
import type { ComparisonReport } from "../domain/comparison-report";
import type { Staged } from "../domain/problem";
import { answerSchema, type Order } from "./thread-messages";

/** A step that takes longer will not end any more; most take milliseconds. */
const stepMilliseconds = 300_000;

/**
 * Comparisons on a thread of their own, so that the job's heartbeat goes on however long a step takes. One comparison at a
 * time; the thread stays between them, with its tables loaded. A step that does not end costs the thread, not the worker.
 */
export class ComparisonThread {
  private thread: Worker | null = null;

  async *compare(input: ComparisonInput): AsyncGenerator<ComparisonProgress, Staged<ComparisonReport | null>> {
    let answer = await this.ask({ kind: "start", input });
    while (answer.kind === "step") {
      yield answer.progress;
      answer = await this.ask({ kind: "next" });
    }
    return answer.result;
  }

  private async ask(order: Order) {
    const thread = this.open();
    try {
      thread.postMessage(order);
      const answer = answerSchema.parse(await nextMessage(thread));
      if (answer.kind === "fault") throw new Error(answer.stack);
      return answer;
    } catch (fault) {
      this.thread = null;
      await thread.terminate();
      throw fault;
    }
  }

  private open(): Worker {
    this.thread ??= new Worker(new URL("./comparison-thread-main.ts", import.meta.url), {
      execArgv: ["--import", "tsx", "--conditions=react-server"],
    });
    return this.thread;
  }

  async close(): Promise<void> {
    await this.thread?.terminate();
    this.thread = null;
  }
}

function nextMessage(thread: Worker): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const settle = (finish: () => void) => {
      clearTimeout(timer);
      thread.removeAllListeners();
      finish();
    };
    const timer = setTimeout(() => {
      settle(() => reject(new Error(`The comparison thread gave no answer within ${stepMilliseconds} ms.`)));
    }, stepMilliseconds);
    thread.once("message", (message) => settle(() => resolve(message)));
    thread.once("error", (fault) => settle(() => reject(fault)));
    thread.once("exit", (code) => settle(() => reject(new Error(`The comparison thread ended with code ${code}.`))));
  });
}
