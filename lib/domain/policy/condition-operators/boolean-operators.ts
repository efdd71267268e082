import { joinParts } from "../policy-variables";
import type { ConditionOperator } from "./operator";

/** Source: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html#Conditions_Boolean */
export const booleanOperators: readonly ConditionOperator[] = [
  {
    name: "Bool",
    negated: false,
    wildcards: false,
    variables: true,
    kind: "boolean",
    compileValue: (parts) => {
      const expected = joinParts(parts).toLowerCase();
      if (expected !== "true" && expected !== "false") return null;
      return (text) => {
        const actual = text.toLowerCase();
        return actual === "true" || actual === "false" ? actual === expected : null;
      };
    },
  },
];
