import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { z } from "zod";
import { projectFolder } from "./project-folder";
import type { RecordedSettings } from "./samples";
import { loadSamples } from "./samples";

/** The three turns of a recorded conversation with a model; policies are as the model wrote them, unchecked. */
export interface RecordedAnswers {
  readonly draft: z.infer<typeof policyTurnSchema>;
  readonly review: z.infer<typeof reviewTurnSchema>;
  readonly revision: z.infer<typeof policyTurnSchema>;
  /** What the reader is told about where they come from. */
  readonly provenance: string;
}

const policyTurnSchema = z.object({
  policy: z.json(),
  reasons: z.array(z.object({ sid: z.string().nullable(), why: z.string() })),
});

const reviewTurnSchema = z.object({
  findings: z.array(
    z.object({ severity: z.string(), sid: z.string().nullable(), problem: z.string(), fix: z.string() }),
  ),
});

const provenance =
  "Answers of a Claude model to version 1 of the prompts, recorded on 2026-11-23, one conversation a sample; " +
  "nothing in them was validated or corrected.";

/** Null unless the template's text and its stack name, region and account are those of a recording. */
export function findRecordedAnswers(template: string, settings: RecordedSettings): RecordedAnswers | null {
  const sample = loadSamples().find(
    ({ template: text, recordedSettings: recorded }) =>
      sameText(text, template) &&
      recorded.stackName === settings.stackName &&
      recorded.region === settings.region &&
      recorded.account === settings.account,
  );
  if (!sample) return null;
  const folder = path.join(projectFolder(), "lib/data/recorded", sample.name);
  if (!existsSync(folder)) return null;
  return {
    draft: policyTurnSchema.parse(readJson(path.join(folder, "1-draft.json"))),
    review: reviewTurnSchema.parse(readJson(path.join(folder, "2-review.json"))),
    revision: policyTurnSchema.parse(readJson(path.join(folder, "3-revise.json"))),
    provenance,
  };
}

/** Browsers and editors change line ends and the last line's; neither changes the question. */
function sameText(one: string, other: string): boolean {
  return one.replaceAll("\r\n", "\n").trimEnd() === other.replaceAll("\r\n", "\n").trimEnd();
}

function readJson(file: string): unknown {
  return JSON.parse(readFileSync(file, "utf8"));
}
