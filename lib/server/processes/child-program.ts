import { type ChildProcess, spawn } from "node:child_process";
import { projectFolder } from "../../data/project-folder";
import { locateProgram } from "./locate-program";

/**
 * A program of ours in a process of its own, started when first asked and kept. It answers one message at a time.
 * A text that never ends to be read, or that takes all memory or stack, costs that process, which is then replaced.
 */
export class ChildProgram {
  private child: ChildProcess | null = null;
  private lastAnswer: Promise<unknown> = Promise.resolve();

  constructor(
    /** From the project's folder, as in `lib/worker/comparison-process-main.ts`. */
    private readonly script: string,
    private readonly milliseconds: number,
  ) {}

  /** The program's answer. Throws {@link ChildProgramEnded} when there is none, in time or at all. */
  ask(message: object): Promise<unknown> {
    const answer = this.lastAnswer.then(() => this.askNow(message));
    this.lastAnswer = answer.catch(() => {});
    return answer;
  }

  close(): void {
    this.child?.kill("SIGKILL");
    this.child = null;
  }

  private async askNow(message: object): Promise<unknown> {
    this.child ??= start(this.script);
    try {
      const answer = nextMessage(this.child, this.milliseconds);
      this.child.send(message, (fault) => fault && this.child?.emit("error", fault));
      return await answer;
    } catch (fault) {
      this.close();
      throw fault;
    }
  }
}

export class ChildProgramEnded extends Error {}

function start(program: string): ChildProcess {
  const { nodeArguments, script } = locateProgram(program, process.env["TIGHTROPE_BUNDLES"]);
  const child = spawn(process.execPath, [...nodeArguments, script], {
    cwd: projectFolder(),
    stdio: ["ignore", "inherit", "inherit", "ipc"],
    serialization: "advanced",
  });
  // Whoever has started it may end without waiting for it; the program ends when its channel does.
  child.unref();
  child.channel?.unref();
  return child;
}

function nextMessage(child: ChildProcess, milliseconds: number): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const settle = (finish: () => void) => {
      clearTimeout(timer);
      child.removeAllListeners();
      finish();
    };
    const fail = (why: string) => settle(() => reject(new ChildProgramEnded(why)));
    const timer = setTimeout(() => fail(`There was no answer within ${milliseconds} ms.`), milliseconds);
    child.once("message", (message) => settle(() => resolve(message)));
    child.once("error", (fault) => fail(fault.message));
    child.once("exit", (code, signal) => fail(`The program ended: ${signal ?? code}.`));
  });
}
