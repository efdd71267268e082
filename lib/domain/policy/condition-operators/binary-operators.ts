import { joinParts } from "../policy-variables";
import type { ConditionOperator } from "./operator";

/**
 * The policy's value is base64; the request's bytes come base64-encoded too, so equal bytes are equal texts once padding is
 * left out. Source: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html#Conditions_BinaryEquals
 */
export const binaryOperators: readonly ConditionOperator[] = [
  {
    name: "BinaryEquals",
    negated: false,
    wildcards: false,
    variables: false,
    kind: "binary",
    compileValue: (parts) => {
      const expected = withoutPadding(joinParts(parts));
      if (expected === null) return null;
      return (text) => {
        const actual = withoutPadding(text);
        return actual === null ? null : actual === expected;
      };
    },
  },
];

const base64 = /^([A-Za-z0-9+/]*)={0,2}$/;

function withoutPadding(text: string): string | null {
  return base64.exec(text)?.[1] ?? null;
}
