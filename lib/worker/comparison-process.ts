import type { ComparisonInput } from "../domain/comparison-input";
import type { Staged } from "../domain/problem";
import type { ReplayInput, VersionOutcome } from "../domain/replay";
import { ChildProgram } from "../server/processes/child-program";
import type { ReportOutline, RunStep } from "../server/runs/run-step";
import { answerSchema, type Order } from "./process-messages";

/** A step that takes longer will not end any more; most take milliseconds. */
const stepMilliseconds = 300_000;

/**
 * Comparisons, and replays of versions, in a process of their own, so that the job's heartbeat goes on however long a step takes. One at a
 * time; the process stays between them, with its tables loaded.
 */
export class ComparisonProcess {
  private readonly program = new ChildProgram("lib/worker/comparison-process-main.ts", stepMilliseconds);

  async *compare(input: ComparisonInput): AsyncGenerator<RunStep, Staged<ReportOutline | null>> {
    let answer = await this.ask({ kind: "start", input });
    while (answer.kind === "step") {
      yield answer.step;
      answer = await this.ask({ kind: "next" });
    }
    if (answer.kind !== "end") throw new Error(`A comparison does not end with "${answer.kind}".`);
    return answer.result;
  }

  async *replay(input: ReplayInput): AsyncGenerator<VersionOutcome, void> {
    let answer = await this.ask({ kind: "replay", input });
    while (answer.kind === "version") {
      yield answer.outcome;
      answer = await this.ask({ kind: "next" });
    }
  }

  private async ask(order: Order) {
    const answer = answerSchema.parse(await this.program.ask(order));
    if (answer.kind === "fault") throw new Error(answer.stack);
    return answer;
  }

  close(): void {
    this.program.close();
  }
}
