import "server-only";
import { z } from "zod";
import { problemSchema } from "../../schemas/problem";
import type { RunInput } from "../../schemas/run";
import { type TemplateInspection, templateInspectionSchema } from "../../schemas/template-inspection";
import { ChildProgram, ChildProgramEnded } from "../processes/child-program";
import type { InputCheck } from "../runs/check-input";
import { suggestStackName } from "./inspect-template";

export type ReaderOrder =
  | { readonly kind: "inspect"; readonly text: string; readonly fileName: string | null }
  | { readonly kind: "check"; readonly input: RunInput };

const inputCheckSchema = z.object({ problems: z.array(problemSchema), searchWords: z.array(z.string()) });

/** Real templates take milliseconds. */
const readingMilliseconds = 15_000;

/**
 * Reads what people send in a process of its own: however a text is made, the web server goes on, and whoever sent it gets
 * an answer.
 */
export class TemplateReader {
  private readonly program = new ChildProgram("lib/server/templates/template-reader-main.ts", readingMilliseconds);

  async inspect(text: string, fileName: string | null): Promise<TemplateInspection> {
    const answer = await this.ask({ kind: "inspect", text, fileName });
    return answer === null
      ? { ...nothingKnown, problems: [unreadable], suggestedStackName: suggestStackName(fileName) }
      : templateInspectionSchema.parse(answer);
  }

  async check(input: RunInput): Promise<InputCheck> {
    const answer = await this.ask({ kind: "check", input });
    return answer === null
      ? { problems: [{ ...unreadable, field: "templateText" }], searchWords: [] }
      : inputCheckSchema.parse(answer);
  }

  close(): void {
    this.program.close();
  }

  private async ask(order: ReaderOrder): Promise<unknown> {
    try {
      return await this.program.ask(order);
    } catch (fault) {
      if (!(fault instanceof ChildProgramEnded)) throw fault;
      console.error("Reading a template:", fault.message);
      return null;
    }
  }
}

const unreadable = {
  code: "template-unreadable",
  severity: "error" as const,
  message: "The template could not be read in reasonable time; look for values that are nested or repeated very often.",
};

const nothingKnown = { parameters: [], resourceCount: 0, resourceTypes: [], nestedTemplatePaths: [] };
