import { joinParts } from "../policy-variables";
import { compileWildcard, matchesWildcard } from "../wildcard";
import { type ConditionOperator, withNegation } from "./operator";

/** Source: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html#Conditions_String */
export const stringOperators: readonly ConditionOperator[] = [
  ...withNegation(
    {
      name: "StringEquals",
      negated: false,
      wildcards: false,
      variables: true,
      kind: "string",
      compileValue: (parts) => {
        const expected = joinParts(parts);
        return (actual) => actual === expected;
      },
    },
    "StringNotEquals",
  ),
  ...withNegation(
    {
      name: "StringEqualsIgnoreCase",
      negated: false,
      wildcards: false,
      variables: true,
      kind: "string",
      compileValue: (parts) => {
        const expected = joinParts(parts).toLowerCase();
        return (actual) => actual.toLowerCase() === expected;
      },
    },
    "StringNotEqualsIgnoreCase",
  ),
  ...withNegation(
    {
      name: "StringLike",
      negated: false,
      wildcards: true,
      variables: true,
      kind: "string",
      compileValue: (parts) => {
        const pattern = compileWildcard(parts);
        return (actual) => matchesWildcard(pattern, actual);
      },
    },
    "StringNotLike",
  ),
];
