import { hasErrors, type Problem, type Staged } from "../problem";
import { type JsonNode, parseJsonText, positionAt } from "./json-text";
import type { PolicyDocument } from "./policy-document";
import { readPolicyDocument } from "./read-policy-document";

/** Twenty times the largest policy that IAM takes, so that indentation never trips it and no text costs unbounded time. */
export const maximumPolicyText = 200_000;

/** Nobody reads further, and each costs a look for its line, or for the name that was meant. */
export const maximumProblems = 100;

/**
 * Reads the text of a policy document: JSON, then the grammar of the policy language. Every problem carries line, column
 * and path (`Statement.0.Action.1`); the value is `null` when there is an error, so that a half-understood policy is
 * never evaluated. Grammar: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_grammar.html
 */
export function parsePolicyDocument(text: string): Staged<PolicyDocument | null> {
  if (text.length > maximumPolicyText) return { value: null, problems: [tooLong(text.length)] };
  const parsed = parseJsonText(text);
  if ("fault" in parsed) {
    const { message, offset } = parsed.fault;
    const position = positionAt(text, offset);
    const where = `line ${position.line}, column ${position.column}`;
    const sentence = `The policy is not valid JSON: ${lowerFirst(message)} at ${where}.`;
    return { value: null, problems: [{ code: "invalid-json", severity: "error", message: sentence, ...position }] };
  }
  const { value, faults } = readPolicyDocument(parsed.node);
  const problems = faults
    .slice(0, maximumProblems)
    .map(({ offset, ...problem }): Problem => ({ ...problem, ...positionAt(text, offset) }));
  return { value: hasErrors(problems) ? null : value, problems };
}

/** As {@link parsePolicyDocument}, for a value that is already parsed: problems carry paths, no lines. */
export function parsePolicyJson(value: unknown): Staged<PolicyDocument | null> {
  const text = JSON.stringify(value);
  if (text === undefined) {
    const message = "There is no policy: the value is empty. Give a JSON object with Version and Statement.";
    return { value: null, problems: [{ code: "not-an-object", severity: "error", message, path: "" }] };
  }
  const { value: document, problems } = parsePolicyDocument(text);
  return { value: document, problems: problems.map(({ line: _line, column: _column, ...problem }) => problem) };
}

/** The tree of a text with its positions, for rules that place their own problems; `null` when the text is no JSON. */
export function parsePolicyNodes(text: string): JsonNode | null {
  if (text.length > maximumPolicyText) return null;
  const parsed = parseJsonText(text);
  return "node" in parsed ? parsed.node : null;
}

function tooLong(length: number): Problem {
  return {
    code: "policy-text-too-long",
    severity: "error",
    message:
      `The policy has ${length} characters; no more than ${maximumPolicyText} are read, and IAM takes 6,144 in a managed ` +
      "policy. Give one policy document, or split it.",
    line: 1,
    column: 1,
  };
}

function lowerFirst(sentence: string): string {
  return sentence.charAt(0).toLowerCase() + sentence.slice(1);
}
