import type { Problem } from "../../problem";
import { valuesOf } from "../compile-condition";
import { type PlacedText, type PolicyRule, placedStatements, placedTexts } from "./policy-rule";

/**
 * Placeholders that were never filled in, as Access Analyzer and the service authorization reference leave them
 * (`${Account}`, `<account-id>`, `ACCOUNT_ID`), told apart from policy variables, whose names carry a prefix with a colon.
 * Sources: https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-policy-generation.html,
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html
 */
export const checkPlaceholders: PolicyRule = ({ document }) =>
  placedStatements(document).flatMap((placed) => {
    const conditionTexts = Object.entries(placed.statement.Condition ?? {}).flatMap(([operator, keys]) =>
      Object.entries(keys).flatMap(([key, value]) =>
        valuesOf(value).map((text): PlacedText => ({ text, path: `${placed.path}.Condition.${operator}.${key}` })),
      ),
    );
    return [...placedTexts(placed, ["Resource", "NotResource"]), ...conditionTexts].flatMap(describePlaceholders);
  });

const angleBrackets = /<[A-Za-z][\w -]*>/g;
const braces = /\$?\{([^{}]*)\}/g;

/** The placeholders of a text that somebody has to fill in, as they are written. */
export function findPlaceholders(text: string): readonly string[] {
  const inBraces = [...text.matchAll(braces)].filter((match) => !isVariable(match[0], match[1] ?? ""));
  return [...inBraces.map((match) => match[0]), ...[...text.matchAll(angleBrackets)].map((match) => match[0])];
}

function isVariable(written: string, inside: string): boolean {
  if (!written.startsWith("$")) return !/^[A-Z][A-Za-z0-9]*$/.test(inside);
  return inside === "*" || inside === "?" || inside === "$" || inside.includes(":");
}

function describePlaceholders({ text, path }: PlacedText): readonly Problem[] {
  return [...new Set(findPlaceholders(text))].map((placeholder) => ({
    code: "unfilled-placeholder",
    severity: "error",
    message: `"${text}" still holds the placeholder ${placeholder}; put the real value or a wildcard in its place.`,
    path,
  }));
}
