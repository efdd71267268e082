import "server-only";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { ChildProgram, ChildProgramEnded } from "../processes/child-program";
import { storedObject } from "../stored-json";
import type { Upload, UploadReading } from "./read-upload";

/** Real uploads take a second or two. */
const readingMilliseconds = 120_000;

const reading = storedObject<UploadReading>();

/**
 * Reads uploaded histories in a process of its own: whatever an archive or a repository is made to do, it does it there.
 * What it unpacks is gone when the answer is there.
 */
export class HistoryReader {
  private readonly program = new ChildProgram("lib/server/histories/history-reader-main.ts", readingMilliseconds);

  async read(content: Uint8Array, upload: Pick<Upload, "templatePath" | "runFileName">): Promise<UploadReading> {
    const place = await mkdtemp(path.join(tmpdir(), "tightrope-upload-"));
    try {
      const file = path.join(place, "upload");
      const folder = path.join(place, "work");
      await Promise.all([writeFile(file, content), mkdir(folder)]);
      return reading.parse(await this.program.ask({ ...upload, file, folder }));
    } catch (fault) {
      if (!(fault instanceof ChildProgramEnded)) throw fault;
      console.error("Reading a history:", fault.message);
      return { kind: "refused", message: unreadable };
    } finally {
      await rm(place, { recursive: true, force: true });
    }
  }

  close(): void {
    this.program.close();
  }
}

const unreadable =
  "The upload could not be read in reasonable time. Send the template's versions alone: tightrope history REPOSITORY TEMPLATE --export FILE.";
