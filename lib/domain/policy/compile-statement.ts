import { type ActionList, compileActions, listsAction } from "./action-list";
import { type CompiledCondition, compileConditions } from "./compile-condition";
import type { PolicyType, StatementRef } from "./decision";
import type { Effect, PolicyDocument, Statement } from "./policy-document";
import { isFixed, parseVariables, resolveVariables, type TemplatePart } from "./policy-variables";
import type { RequestContext } from "./request-context";
import { listOf } from "./text-list";
import { compileWildcard, matchesWildcard, type Wildcard } from "./wildcard";

/** A statement prepared for many requests. */
export interface CompiledStatement {
  readonly ref: StatementRef;
  readonly effect: Effect;
  readonly actions: ActionList;
  /** True for `NotAction`: the statement covers what the patterns leave out. */
  readonly actionsNegated: boolean;
  readonly resources: readonly ResourcePattern[];
  readonly resourcesNegated: boolean;
  /** True when a `Resource` pattern is `*`, so that no request needs comparing. */
  readonly coversAllResources: boolean;
  readonly conditions: readonly CompiledCondition[];
}

export type ResourcePattern =
  | { readonly kind: "fixed"; readonly written: string; readonly wildcard: Wildcard }
  | { readonly kind: "variable"; readonly written: string; readonly parts: readonly TemplatePart[] };

export function compileDocument(document: PolicyDocument, policyType: PolicyType, policy: number): CompiledStatement[] {
  return document.Statement.map((statement, index) =>
    placeStatement(statement, document.Version, { policyType, policy, statement: index, sid: statement.Sid ?? null }),
  );
}

/** A trial compiles the same statements round after round, with few new ones among them. */
function placeStatement(statement: Statement, version: string | undefined, ref: StatementRef): CompiledStatement {
  const versions = compiledOnce.get(statement) ?? new Map<string | undefined, Unplaced>();
  compiledOnce.set(statement, versions);
  const compiled = versions.get(version) ?? compileStatement(statement, version);
  versions.set(version, compiled);
  return { ref, ...compiled };
}

type Unplaced = Omit<CompiledStatement, "ref">;

const compiledOnce = new WeakMap<Statement, Map<string | undefined, Unplaced>>();

function compileStatement(statement: Statement, version: string | undefined): Unplaced {
  const actionsNegated = statement.NotAction !== undefined;
  const resourcesNegated = statement.NotResource !== undefined;
  const resources = listOf(statement.NotResource ?? statement.Resource).map((text) => compileResource(text, version));
  return {
    effect: statement.Effect,
    actions: compileActions(listOf(statement.NotAction ?? statement.Action)),
    actionsNegated,
    resources,
    resourcesNegated,
    coversAllResources:
      !resourcesNegated && resources.some((pattern) => pattern.kind === "fixed" && pattern.wildcard.matchesAll),
    conditions: compileConditions(statement.Condition, version),
  };
}

function compileResource(written: string, version: string | undefined): ResourcePattern {
  const parts = parseVariables(written, version);
  return isFixed(parts)
    ? { kind: "fixed", written, wildcard: compileWildcard(parts) }
    : { kind: "variable", written, parts };
}

/** Whether the statement's action element covers an action, given in lower case. */
export function coversAction(statement: CompiledStatement, action: string): boolean {
  return listsAction(statement.actions, action) !== statement.actionsNegated;
}

/**
 * Whether the statement's resource element covers a resource. A `*` in a pattern reaches over colons. The resource `*` (an
 * action with no resource types) is covered by a pattern that matches everything only.
 * Source: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_resource.html
 */
export function coversResource(statement: CompiledStatement, resource: string, context: RequestContext): boolean {
  if (statement.coversAllResources) return true;
  let covered = false;
  for (const pattern of statement.resources) {
    const wildcard = wildcardOf(pattern, context);
    // A variable that has no value makes its statement void, whichever way the statement points:
    // https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html
    if (wildcard === null) {
      if (statement.resourcesNegated) return false;
      continue;
    }
    if (!covered && (resource === "*" ? wildcard.matchesAll : matchesWildcard(wildcard, resource))) covered = true;
  }
  return covered !== statement.resourcesNegated;
}

function wildcardOf(pattern: ResourcePattern, context: RequestContext): Wildcard | null {
  if (pattern.kind === "fixed") return pattern.wildcard;
  const parts = resolveVariables(pattern.parts, context);
  return parts === null ? null : compileWildcard(parts);
}

export function conditionsHold(statement: CompiledStatement, context: RequestContext): boolean {
  for (const condition of statement.conditions) {
    if (!condition.holds(context)) return false;
  }
  return true;
}
