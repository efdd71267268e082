import { writeFileSync } from "node:fs";
import type { ExportedHistory } from "../../schemas/exported-history";
import type { TemplateHistory } from "../open-history";
import type { ExitCode } from "../run-command";
import { UnusableInput } from "../unusable-input";

/** Writes a template's versions to a file: all that the pages need to replay them, and nothing else of the repository. */
export function exportHistory(
  { templatePath, commits, read }: TemplateHistory,
  file: string,
  note: (line: string) => void,
): ExitCode {
  const history: ExportedHistory = {
    format: "tightrope-history-1",
    template: templatePath,
    versions: commits.map((committed) => {
      const { commit, date, subject } = committed;
      return { commit, date, subject, text: read(committed) };
    }),
  };
  try {
    writeFileSync(file, `${JSON.stringify(history, null, 2)}\n`);
  } catch (error) {
    const reason = error instanceof Error && "code" in error ? String(error.code) : "unknown reason";
    throw new UnusableInput(
      `Cannot write ${file} (${reason}). Give --export the path of a file in a folder that is there.`,
    );
  }
  note(`${commits.length} versions of ${templatePath} are in ${file}. Upload it on the History tab of a run.`);
  return 0;
}
