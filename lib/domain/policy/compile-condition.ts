import { type ParsedOperator, parseConditionOperator } from "./condition-operators/condition-operators";
import type { ConditionOperator, ValueTest } from "./condition-operators/operator";
import type { ConditionBlock, ConditionValue } from "./policy-document";
import { isFixed, parseVariables } from "./policy-variables";
import { rememberAnswers } from "./remember-answers";
import {
  type ContextKeyName,
  contextKeyName,
  contextValues,
  isMultivalued,
  type RequestContext,
} from "./request-context";
import { resolveOnce } from "./resolve-once";
import type { PatternPart } from "./wildcard";

/** One line of a Condition block: an operator, a key and its values. All lines of a statement must hold. */
export interface CompiledCondition {
  readonly operator: string;
  readonly key: ContextKeyName;
  readonly values: readonly string[];
  readonly holds: (context: RequestContext) => boolean;
}

export function compileConditions(block: ConditionBlock | undefined, version: string | undefined): CompiledCondition[] {
  return Object.entries(block ?? {}).flatMap(([operator, keys]) =>
    Object.entries(keys).map(([key, value]) =>
      compileCondition(operator, contextKeyName(key), valuesOf(value), version),
    ),
  );
}

function compileCondition(
  operator: string,
  key: ContextKeyName,
  values: readonly string[],
  version: string | undefined,
): CompiledCondition {
  const parsed = parseConditionOperator(operator);
  return { operator, key, values, holds: parsed === null ? () => false : compileHolds(parsed, key, values, version) };
}

export function valuesOf(value: ConditionValue): readonly string[] {
  return (typeof value === "object" ? value : [value]).map(String);
}

function compileHolds(
  parsed: ParsedOperator,
  key: ContextKeyName,
  values: readonly string[],
  version: string | undefined,
): (context: RequestContext) => boolean {
  if (parsed.kind === "null") return compileNull(key, values);
  const { operator, qualifier, ifExists } = parsed;
  const holdsFor = compileValues(operator, values, version);
  if (qualifier === "ForAllValues") {
    return (context) => {
      const actual = contextValues(context, key);
      return actual === undefined || isNullSet(actual) || actual.every((value) => holdsFor(value, context));
    };
  }
  // A missing key fails ForAnyValue even with IfExists, as measured on AWS:
  // https://repost.aws/questions/QU9HFmDzP0QGuU-fd7rS6B7w/foranyvalue-stringequalsifexists-behaving-unexpectedly
  if (qualifier === "ForAnyValue") {
    return (context) => {
      const actual = contextValues(context, key);
      return actual !== undefined && !isNullSet(actual) && actual.some((value) => holdsFor(value, context));
    };
  }
  const whenMissing = ifExists || operator.negated;
  // Several values need a set qualifier; without one nothing is compared, so the condition does not hold:
  // https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-single-vs-multi-valued-context-keys.html
  const multivalued = isMultivalued(key);
  return (context) => {
    const actual = contextValues(context, key);
    if (actual === undefined) return whenMissing;
    const only = actual.length === 1 && !multivalued ? actual[0] : undefined;
    return only !== undefined && holdsFor(only, context);
  };
}

/**
 * Nothing but empty texts is a null data set: ForAllValues holds for it, ForAnyValue does not.
 * Source: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-single-vs-multi-valued-context-keys.html
 */
function isNullSet(values: readonly string[]): boolean {
  return values.every((value) => value === "");
}

/** Source: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html#Conditions_Null */
function compileNull(key: ContextKeyName, values: readonly string[]): (context: RequestContext) => boolean {
  const wanted = new Set(values.map((value) => value.toLowerCase()));
  return (context) => wanted.has(contextValues(context, key) === undefined ? "true" : "false");
}

type ContextualTest = (actual: string, context: RequestContext) => boolean;

/**
 * Whether a value of the request satisfies the operator: it matches one of the policy's values, or, for a negated operator,
 * is comparable with each and matches none. Values that hold variables are prepared anew for each value of these.
 */
function compileValues(
  operator: ConditionOperator,
  values: readonly string[],
  version: string | undefined,
): ContextualTest {
  const parsed = values.map((value) => parseVariables(value, operator.variables ? version : undefined));
  const testAny = (texts: readonly (readonly PatternPart[] | null)[]) =>
    rememberAnswers(
      values,
      combine(
        texts.map((parts) => (parts && operator.compileValue(parts)) ?? comparesNothing),
        operator.negated,
      ),
    );
  const ofFixed = testAny(parsed.filter(isFixed));
  const templates = parsed.filter((parts) => !isFixed(parts));
  if (templates.length === 0) return ofFixed;
  // A variable that the request has no value for leaves nothing to compare, which makes the statement void:
  // https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html#policy-vars-infotouse
  const resolve = resolveOnce(templates, testAny);
  return operator.negated
    ? (actual, context) => ofFixed(actual) && resolve(context)(actual)
    : (actual, context) => ofFixed(actual) || resolve(context)(actual);
}

function combine(tests: readonly ValueTest[], negated: boolean): (actual: string) => boolean {
  const only = tests.length === 1 ? tests[0] : undefined;
  if (only !== undefined) return (actual) => only(actual) === !negated;
  return negated
    ? (actual) => tests.every((test) => test(actual) === false)
    : (actual) => tests.some((test) => test(actual) === true);
}

function comparesNothing(): null {
  return null;
}
