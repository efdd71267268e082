import { joinParts } from "../policy-variables";
import { type ConditionOperator, withNegation } from "./operator";

type Compare = (actual: number, expected: number) => boolean;

/** Source: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html#Conditions_Numeric */
export const numericOperators: readonly ConditionOperator[] = [
  ...withNegation(
    numericOperator("NumericEquals", (actual, expected) => actual === expected),
    "NumericNotEquals",
  ),
  numericOperator("NumericLessThan", (actual, expected) => actual < expected),
  numericOperator("NumericLessThanEquals", (actual, expected) => actual <= expected),
  numericOperator("NumericGreaterThan", (actual, expected) => actual > expected),
  numericOperator("NumericGreaterThanEquals", (actual, expected) => actual >= expected),
];

function numericOperator(name: string, compare: Compare): ConditionOperator {
  return {
    name,
    negated: false,
    wildcards: false,
    variables: false,
    kind: "number",
    compileValue: (parts) => {
      const expected = parseNumber(joinParts(parts));
      if (expected === null) return null;
      return (text) => {
        const actual = parseNumber(text);
        return actual === null ? null : compare(actual, expected);
      };
    },
  };
}

const decimal = /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)$/;

function parseNumber(text: string): number | null {
  return decimal.test(text) ? Number(text) : null;
}
