import type { Problem } from "../../problem";
import { type PolicyRule, placedStatements, placedTexts } from "./policy-rule";

/**
 * IAM takes tab, line feed, carriage return and U+0020 to U+00FF in a policy, nothing else.
 * Source: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html#reference_iam-quotas-names
 */
export const checkCharacters: PolicyRule = ({ document }) =>
  placedStatements(document).flatMap((placed): readonly Problem[] => {
    const refused = placedTexts(placed, ["Action", "NotAction", "Resource", "NotResource"]).find(
      ({ text }) => !isTaken(text),
    );
    const inStatement = refused ?? (isTaken(JSON.stringify(placed.statement)) ? undefined : { path: placed.path });
    if (inStatement === undefined) return [];
    const message = `${inStatement.path} holds a character that IAM does not take; use characters up to U+00FF.`;
    return [{ code: "invalid-character", severity: "error", message, path: inStatement.path }];
  });

function isTaken(text: string): boolean {
  for (let index = 0; index < text.length; index++) if (text.charCodeAt(index) > 0xff) return false;
  return true;
}
