import "server-only";
import type { AttemptLog } from "../../domain/trial/real-attempts/attempt-log";
import { attemptLogSchema } from "../../schemas/real-attempt";
import { ChildProgram, ChildProgramEnded } from "../processes/child-program";

/** Real logs take milliseconds. */
const readingMilliseconds = 15_000;

/** Reads the logs that people send in a process of its own, for the same reasons as templates. */
export class LogReader {
  private readonly program = new ChildProgram("lib/server/real-attempts/log-reader-main.ts", readingMilliseconds);

  /** `null` for a text that cannot be read in reasonable time. */
  async read(text: string): Promise<AttemptLog | null> {
    try {
      return attemptLogSchema.parse(await this.program.ask({ text }));
    } catch (fault) {
      if (!(fault instanceof ChildProgramEnded)) throw fault;
      console.error("Reading a log:", fault.message);
      return null;
    }
  }

  close(): void {
    this.program.close();
  }
}
