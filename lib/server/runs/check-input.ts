import { readCandidate } from "../../domain/approaches/candidate-shape";
import { readModelReply } from "../../domain/approaches/llm/read-model-reply";
import type { Problem } from "../../domain/problem";
import type { FieldProblem } from "../../schemas/problem";
import type { RunInput } from "../../schemas/run";
import { inspectTemplate } from "../templates/inspect-template";

/** Why a run with this input cannot begin, each at its field; empty when it can. */
export function checkInput({
  templateText,
  fileName,
  currentPolicy,
  llmReply,
  nestedTemplates,
}: RunInput): FieldProblem[] {
  const nested = Object.entries(nestedTemplates);
  return [
    ...at("templateText", inspectTemplate(templateText, fileName).problems),
    ...nested.flatMap(([path, text]) => at(`nestedTemplates.${path}`, inspectTemplate(text, path).problems)),
    ...(currentPolicy === null ? [] : at("currentPolicy", checkCurrentPolicy(currentPolicy))),
    ...(llmReply === null ? [] : at("llmReply", checkReply(llmReply))),
  ];
}

function checkCurrentPolicy(text: string): readonly Problem[] {
  try {
    const { value, problems } = readCandidate(JSON.parse(text));
    return value ? [] : problems;
  } catch {
    const message = "The pasted current policy is not JSON. Paste the policy document as IAM shows it.";
    return [{ code: "policy-not-json", severity: "error", message }];
  }
}

function checkReply(text: string): readonly Problem[] {
  const { value, problems } = readModelReply(text);
  return value ? [] : problems;
}

function at(field: string, problems: readonly Problem[]): FieldProblem[] {
  return problems.filter(({ severity }) => severity === "error").map((problem) => ({ ...problem, field }));
}
