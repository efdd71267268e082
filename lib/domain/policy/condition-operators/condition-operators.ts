import { arnOperators } from "./arn-operators";
import { binaryOperators } from "./binary-operators";
import { booleanOperators } from "./boolean-operators";
import { dateOperators } from "./date-operators";
import { ipAddressOperators } from "./ip-address-operators";
import { numericOperators } from "./numeric-operators";
import type { ConditionOperator } from "./operator";
import { stringOperators } from "./string-operators";

/** Every operator but `Null`, which tests presence alone, in the order of AWS's page. */
export const conditionOperators: readonly ConditionOperator[] = [
  ...stringOperators,
  ...numericOperators,
  ...dateOperators,
  ...booleanOperators,
  ...binaryOperators,
  ...ipAddressOperators,
  ...arnOperators,
];

const byLowerName: ReadonlyMap<string, ConditionOperator> = new Map(
  conditionOperators.map((operator) => [operator.name.toLowerCase(), operator]),
);

export type SetQualifier = "ForAllValues" | "ForAnyValue";

export type ParsedOperator =
  | { readonly kind: "null" }
  | {
      readonly kind: "compare";
      readonly qualifier: SetQualifier | null;
      readonly ifExists: boolean;
      readonly operator: ConditionOperator;
    };

const spelling = /^(?:(forallvalues|foranyvalue):)?([a-z]+?)(ifexists)?$/;

/** Reads an operator as policies write it, as in `ForAllValues:StringLikeIfExists`; `null` when there is no such operator. */
export function parseConditionOperator(written: string): ParsedOperator | null {
  const match = spelling.exec(written.toLowerCase());
  if (match === null) return null;
  const [, qualifierText, name = "", ifExists] = match;
  const qualifier =
    qualifierText === undefined ? null : qualifierText === "forallvalues" ? "ForAllValues" : "ForAnyValue";
  if (name === "null") return ifExists === undefined ? { kind: "null" } : null;
  const operator = byLowerName.get(name);
  return operator === undefined ? null : { kind: "compare", qualifier, ifExists: ifExists !== undefined, operator };
}
