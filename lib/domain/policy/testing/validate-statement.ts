import type { Problem } from "../../problem";
import type { PolicyDocument, Statement } from "../policy-document";
import { validatePolicy } from "../validate-policy";
import type { ValidatedType } from "../validation/policy-rule";
import { smallCatalogue } from "./small-catalogue";

/** The problems of a policy with one statement: a plain Allow, with the given elements in place of its own. */
export function validateStatement(
  statement: Partial<Statement>,
  policyType: ValidatedType = "identity",
): readonly Problem[] {
  const document: PolicyDocument = {
    Version: "2012-10-17",
    Statement: [{ Effect: "Allow", Action: "s3:GetObject", Resource: "*", ...statement }],
  };
  return validatePolicy(document, smallCatalogue, { policyType });
}
