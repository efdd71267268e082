import type { Problem } from "../problem";
import type { ActionCatalogue } from "./action-catalogue";
import { type JsonNode, positionAt } from "./json-text";
import { maximumProblems, parsePolicyDocument, parsePolicyNodes } from "./parse-policy";
import type { PolicyDocument } from "./policy-document";
import { checkActions } from "./validation/actions";
import { checkCharacters } from "./validation/characters";
import { checkConditions } from "./validation/conditions";
import { checkElements } from "./validation/elements";
import { checkPlaceholders } from "./validation/placeholders";
import type { PolicyRule, ValidatedType } from "./validation/policy-rule";
import { checkResources } from "./validation/resources";
import { checkSids } from "./validation/sids";
import { checkSize } from "./validation/size";

export interface ValidationOptions {
  readonly policyType: ValidatedType;
}

const rules: readonly PolicyRule[] = [
  checkElements,
  checkSids,
  checkActions,
  checkResources,
  checkConditions,
  checkPlaceholders,
  checkCharacters,
  checkSize,
];

/** What is wrong, or never takes effect, in a document of the given type. Problems carry paths; errors are what IAM refuses or never matches. */
export function validatePolicy(
  document: PolicyDocument,
  catalogue: ActionCatalogue,
  options: ValidationOptions,
): readonly Problem[] {
  return rules.flatMap((rule) => rule({ document, catalogue, policyType: options.policyType }));
}

/** Parses and validates a text; every problem carries the line and column of its path, for an editor. */
export function validatePolicyText(
  text: string,
  catalogue: ActionCatalogue,
  options: ValidationOptions,
): readonly Problem[] {
  const { value, problems } = parsePolicyDocument(text);
  const root = value === null ? null : parsePolicyNodes(text);
  if (value === null || root === null) return problems;
  const found = validatePolicy(value, catalogue, options).slice(0, maximumProblems);
  return [
    ...problems,
    ...found.map((problem) => ({ ...problem, ...positionAt(text, offsetOf(root, (problem.path ?? "").split("."))) })),
  ];
}

/** Where a path stands: its key or item, or the nearest part of it that the text has. */
function offsetOf(node: JsonNode, path: readonly string[]): number {
  const [step, ...rest] = path;
  if (step === undefined || node.kind === "scalar") return node.offset;
  if (node.kind === "array") {
    const item = node.items[Number(step)];
    return item === undefined ? node.offset : offsetOf(item, rest);
  }
  // A key may hold dots itself, and a single statement stands without its list.
  for (let length = path.length; length > 0; length--) {
    const entry = node.entries.find(({ key }) => key === path.slice(0, length).join("."));
    if (entry === undefined) continue;
    const remaining = path.slice(length);
    if (remaining.length === 0) return entry.keyOffset;
    const skipped = entry.value.kind === "object" && entry.key === "Statement" ? remaining.slice(1) : remaining;
    return entry.value.kind === "scalar" ? entry.keyOffset : offsetOf(entry.value, skipped);
  }
  return node.offset;
}
