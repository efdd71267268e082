import { findRecordedAnswers } from "../../data/recorded-answers";
import type { ModelReply } from "../../domain/approaches/material";
import type { RunInput } from "../../schemas/run";

/** The recorded conversation for exactly this template and target, in its order; empty where there is none. */
export function findRecordedReplies({ templateText, stackName, region, account }: RunInput): readonly ModelReply[] {
  const answers = findRecordedAnswers(templateText, { stackName, region, account });
  if (!answers) return [];
  const { draft, review, revision, provenance } = answers;
  return [draft, review, revision].map((turn) => ({
    text: JSON.stringify(turn),
    evidence: "recorded",
    origin: provenance,
  }));
}
