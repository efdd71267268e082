import type { ModelReply } from "../domain/approaches/material";
import { findRecordedAnswers } from "./recorded-answers";

/** The recorded conversation for exactly this template and target, in its order; empty where there is none. */
export function findRecordedReplies(asked: {
  readonly templateText: string;
  readonly stackName: string;
  readonly region: string;
  readonly account: string;
}): readonly ModelReply[] {
  const answers = findRecordedAnswers(asked.templateText, asked);
  if (!answers) return [];
  const { draft, review, revision, provenance } = answers;
  return [draft, review, revision].map((turn) => ({
    text: JSON.stringify(turn),
    evidence: "recorded",
    origin: provenance,
  }));
}
