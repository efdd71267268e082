import type { Problem } from "../../problem";
import type { ActionCatalogue } from "../action-catalogue";
import type { PolicyType } from "../decision";
import type { PolicyDocument, Statement } from "../policy-document";

/** What a document is written for; a trust policy says who may assume a role. */
export type ValidatedType = PolicyType | "trust";

export interface RuleInput {
  readonly document: PolicyDocument;
  readonly catalogue: ActionCatalogue;
  readonly policyType: ValidatedType;
}

/** One check of a document. Problems carry a path (`Statement.0.Action.1`). */
export type PolicyRule = (input: RuleInput) => readonly Problem[];

export interface PlacedStatement {
  readonly statement: Statement;
  readonly path: string;
}

export function placedStatements(document: PolicyDocument): readonly PlacedStatement[] {
  return document.Statement.map((statement, index) => ({ statement, path: `Statement.${index}` }));
}

export interface PlacedText {
  readonly text: string;
  readonly path: string;
}

type TextElement = "Action" | "NotAction" | "Resource" | "NotResource";

/** The texts of some elements of a statement with their paths; a single text has the element's own path. */
export function placedTexts(
  { statement, path }: PlacedStatement,
  elements: readonly TextElement[],
): readonly PlacedText[] {
  return elements.flatMap((element) => {
    const value = statement[element];
    if (value === undefined) return [];
    if (typeof value === "string") return [{ text: value, path: `${path}.${element}` }];
    return value.map((text, index) => ({ text, path: `${path}.${element}.${index}` }));
  });
}
