import type { Problem } from "../../problem";
import type { ActionCatalogue } from "../action-catalogue";
import { expandActions, splitAction } from "../action-patterns";
import { valuesOf } from "../compile-condition";
import { conditionOperators, parseConditionOperator } from "../condition-operators/condition-operators";
import { findNearestName } from "../nearest-name";
import { isFixed, parseVariables } from "../policy-variables";
import { listOf } from "../text-list";
import { compileWildcardText, matchesWildcard, type Wildcard } from "../wildcard";
import { type PlacedStatement, type PolicyRule, placedStatements } from "./policy-rule";

/**
 * Condition operators that do not exist, values that an operator cannot compare, and keys that none of the statement's
 * actions has. Source: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html
 */
export const checkConditions: PolicyRule = ({ document, catalogue }) => {
  const keysOf = rememberKeys(catalogue);
  return placedStatements(document).flatMap((placed) =>
    Object.entries(placed.statement.Condition ?? {}).flatMap(([operator, keys]) => {
      const path = `${placed.path}.Condition.${operator}`;
      return [
        ...checkOperator(operator, path),
        ...Object.entries(keys).flatMap(([key, value]) => [
          ...checkValues(operator, valuesOf(value), document.Version, `${path}.${key}`),
          ...checkKey(key, placed, `${path}.${key}`, keysOf),
        ]),
      ];
    }),
  );
};

function checkOperator(operator: string, path: string): readonly Problem[] {
  if (parseConditionOperator(operator) !== null) return [];
  const nearest = findNearestName(operator, ["Null", ...conditionOperators.map(({ name }) => name)]);
  const advice = nearest === null ? "" : ` Did you mean ${nearest}?`;
  const message = `${operator} is no condition operator.${advice}`;
  return [{ code: "unknown-operator", severity: "error", message, path }];
}

function checkValues(
  written: string,
  values: readonly string[],
  version: string | undefined,
  path: string,
): readonly Problem[] {
  const parsed = parseConditionOperator(written);
  if (parsed === null) return [];
  if (values.length === 0)
    return [{ code: "no-values", severity: "warning", message: `${path} lists no values.`, path }];
  return values.flatMap((value): readonly Problem[] => {
    const parts = parseVariables(value, version);
    const compares =
      parsed.kind === "null"
        ? /^(true|false)$/i.test(value)
        : (parsed.operator.variables && !isFixed(parts)) ||
          parsed.operator.compileValue([{ kind: "pattern", text: value }]) !== null;
    if (compares) {
      const literalStar = parsed.kind === "compare" && !parsed.operator.wildcards && parsed.operator.kind === "string";
      if (!literalStar || !/[*?]/.test(value.replace(/\$\{[^}]*\}/g, ""))) return [];
      const message = `${written} takes "${value}" literally; wildcards need StringLike.`;
      return [{ code: "wildcard-taken-literally", severity: "warning", message, path }];
    }
    const kind = parsed.kind === "null" ? "true or false" : `of the kind ${parsed.operator.kind}`;
    const message = `${written} cannot compare "${value}": the value must be ${kind}.`;
    return [{ code: "value-never-matches", severity: "error", message, path }];
  });
}

/** Keys of `aws:` exist for every action as far as the catalogue can tell; a service's own keys only for some. */
function checkKey(
  key: string,
  { statement }: PlacedStatement,
  path: string,
  keysOf: (actions: readonly string[]) => ActionKeys,
): readonly Problem[] {
  const [prefix, name] = splitAction(key);
  if (name === "") {
    const message = `"${key}" is no condition key; keys look like "aws:RequestTag/team".`;
    return [{ code: "invalid-condition-key", severity: "error", message, path }];
  }
  if (prefix.toLowerCase() === "aws" || statement.Action === undefined) return [];
  const { anyAction, names, families } = keysOf(listOf(statement.Action));
  const lower = key.toLowerCase();
  if (!anyAction || names.has(lower) || families.some((family) => matchesWildcard(family, lower))) return [];
  const nearest = findNearestName(key, names);
  const advice = nearest === null ? "" : ` Did you mean "${nearest}"?`;
  const message = `No action of this statement carries the condition key "${key}", so it is always missing.${advice}`;
  return [{ code: "condition-key-not-supported", severity: "warning", message, path }];
}

/** The condition keys that some actions carry, in lower case. */
interface ActionKeys {
  /** False when the catalogue knows none of the actions, so that nothing can be said. */
  readonly anyAction: boolean;
  readonly names: ReadonlySet<string>;
  /** `s3:RequestObjectTag/<key>`, `aws:RequestTag/${TagKey}` and `kms:EncryptionContext:${Key}` stand for many keys. */
  readonly families: readonly Wildcard[];
}

/** Statements repeat their lists of actions, and a wildcard expands to thousands: each list is worked out once. */
function rememberKeys(catalogue: ActionCatalogue): (actions: readonly string[]) => ActionKeys {
  const known = new Map<string, ActionKeys>();
  return (actions) => {
    const list = actions.join();
    const keys = known.get(list) ?? collectKeys(actions, catalogue);
    known.set(list, keys);
    return keys;
  };
}

function collectKeys(patterns: readonly string[], catalogue: ActionCatalogue): ActionKeys {
  const actions = expandActions(patterns, catalogue);
  const names = new Set(
    actions.flatMap(({ service, facts }) => [
      ...facts.conditionKeys,
      ...facts.resourceTypes.flatMap((type) => catalogue.resourceTypes[service]?.[type]?.conditionKeys ?? []),
    ]),
  );
  const placeholder = /\$\{[^}]*\}|<[^>]*>/g;
  return {
    anyAction: actions.length > 0,
    names: new Set([...names].map((name) => name.toLowerCase())),
    families: [...names]
      .filter((name) => name.search(placeholder) >= 0)
      .map((name) => compileWildcardText(name.toLowerCase().replace(placeholder, "*"))),
  };
}
