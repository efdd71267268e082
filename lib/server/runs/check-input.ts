import { readCandidate } from "../../domain/approaches/candidate-shape";
import { readModelReply } from "../../domain/approaches/llm/read-model-reply";
import type { Problem } from "../../domain/problem";
import { readStack } from "../../domain/stages";
import { parseTemplate } from "../../domain/template/parse-template";
import type { FieldProblem } from "../../schemas/problem";
import type { RunInput } from "../../schemas/run";
import { listSearchWords } from "../templates/inspect-template";

export interface InputCheck {
  /** Why a run with this input cannot begin, each at its field; empty when it can. */
  readonly problems: readonly FieldProblem[];
  /** Logical ids and resource types, for the history's search; empty when the run cannot begin. */
  readonly searchWords: readonly string[];
}

export function checkInput(input: RunInput): InputCheck {
  const { templateText, currentPolicy, llmReply } = input;
  const problems = [
    ...checkTemplates(input),
    ...(currentPolicy === null ? [] : at("currentPolicy", checkCurrentPolicy(currentPolicy))),
    ...(llmReply === null ? [] : at("llmReply", checkReply(llmReply))),
  ];
  return { problems, searchWords: problems.length > 0 ? [] : listSearchWords(templateText) };
}

/** What the transform and CloudFormation would refuse as well, so that it is told where it can be mended. */
function checkTemplates(input: RunInput): FieldProblem[] {
  const nested = Object.entries(input.nestedTemplates);
  const unreadable = [
    ...at("templateText", parseTemplate(input.templateText).problems),
    ...nested.flatMap(([path, text]) => at(`nestedTemplates.${path}`, parseTemplate(text).problems)),
  ];
  if (unreadable.length > 0) return unreadable;
  return at("templateText", expand(input)).map((problem) => {
    const [, parameter] = /^Parameters\.([^.]+)$/.exec(problem.path ?? "") ?? [];
    return parameter === undefined ? problem : { ...problem, field: `parameters.${parameter}` };
  });
}

function expand(input: RunInput): readonly Problem[] {
  try {
    return readStack(input).problems;
  } catch (fault) {
    // Ours, not the team's: the run is taken, and its job, which meets the same fault, tells of it.
    console.error("Expanding a template before its run:", fault);
    return [];
  }
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
