import type { PatternPart } from "../wildcard";

/**
 * Tests one value of the request against one value of the policy; `null` when the request's value is none of the operator's
 * kind, so that nothing can be compared and neither the operator nor its negation holds.
 */
export type ValueTest = (actual: string) => boolean | null;

export interface ConditionOperator {
  /** As AWS spells it, without set qualifier and `IfExists`: `StringNotLike`. */
  readonly name: string;
  /** True for operators that hold when none of the policy's values match, and when the key is missing. */
  readonly negated: boolean;
  /** Whether the operator gives `*` and `?` in a policy value their wildcard meaning. */
  readonly wildcards: boolean;
  /** Whether policy variables are replaced in its values. */
  readonly variables: boolean;
  /** What the values are, for validation messages. */
  readonly kind: "string" | "number" | "date" | "boolean" | "binary" | "IP address" | "ARN";
  /** Prepares one policy value; `null` when it is no value of the operator's kind, so that it can never match. */
  readonly compileValue: (parts: readonly PatternPart[]) => ValueTest | null;
}

/** An operator and its negation, which compare alike. */
export function withNegation(operator: ConditionOperator, negatedName: string): readonly ConditionOperator[] {
  return [operator, { ...operator, name: negatedName, negated: true }];
}
