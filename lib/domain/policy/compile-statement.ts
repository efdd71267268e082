import { type ActionList, compileActions, listsAction } from "./action-list";
import { type CompiledCondition, compileConditions } from "./compile-condition";
import type { PolicyType, StatementRef } from "./decision";
import type { Effect, PolicyDocument, Statement } from "./policy-document";
import type { RequestContext } from "./request-context";
import { compileResources, type ResourceList } from "./resource-list";
import { listOf } from "./text-list";
import { matchesWildcard } from "./wildcard";

/** A statement prepared for many requests. */
export interface CompiledStatement {
  readonly ref: StatementRef;
  readonly effect: Effect;
  readonly actions: ActionList;
  /** True for `NotAction`: the statement covers what the patterns leave out. */
  readonly actionsNegated: boolean;
  readonly resources: ResourceList;
  readonly resourcesNegated: boolean;
  readonly conditions: readonly CompiledCondition[];
}

export function compileDocument(document: PolicyDocument, policyType: PolicyType, policy: number): CompiledStatement[] {
  return document.Statement.map((statement, index) =>
    placeStatement(statement, document.Version, { policyType, policy, statement: index, sid: statement.Sid ?? null }),
  );
}

/** A trial compiles the same statements round after round, with few new ones among them. */
function placeStatement(statement: Statement, version: string | undefined, ref: StatementRef): CompiledStatement {
  const versions = compiledOnce.get(statement) ?? new Map<string | undefined, CompiledStatement>();
  compiledOnce.set(statement, versions);
  const known = versions.get(version);
  if (known !== undefined && isSamePlace(known.ref, ref)) return known;
  const placed = known === undefined ? compileStatement(statement, version, ref) : place(known, ref);
  versions.set(version, placed);
  return placed;
}

/** Written out, so that all statements are objects of one shape, which are read much faster. */
function place(statement: CompiledStatement, ref: StatementRef): CompiledStatement {
  const { effect, actions, actionsNegated, resources, resourcesNegated, conditions } = statement;
  return { ref, effect, actions, actionsNegated, resources, resourcesNegated, conditions };
}

/** The Sid is the statement's own. */
function isSamePlace(a: StatementRef, b: StatementRef): boolean {
  return a.policyType === b.policyType && a.policy === b.policy && a.statement === b.statement;
}

const compiledOnce = new WeakMap<Statement, Map<string | undefined, CompiledStatement>>();

function compileStatement(statement: Statement, version: string | undefined, ref: StatementRef): CompiledStatement {
  const actionsNegated = statement.NotAction !== undefined;
  const resourcesNegated = statement.NotResource !== undefined;
  return {
    ref,
    effect: statement.Effect,
    actions: compileActions(listOf(statement.NotAction ?? statement.Action)),
    actionsNegated,
    resources: compileResources(listOf(statement.NotResource ?? statement.Resource), version, resourcesNegated),
    resourcesNegated,
    conditions: compileConditions(statement.Condition, version),
  };
}

/** Whether the statement's action element covers an action, given in lower case. */
export function coversAction(statement: CompiledStatement, action: string): boolean {
  return listsAction(statement.actions, action) !== statement.actionsNegated;
}

export function coversResource(statement: CompiledStatement, resource: string, context: RequestContext): boolean {
  const { only, covers } = statement.resources;
  if (only === null) return covers(resource, context);
  return (resource === "*" ? only.matchesAll : matchesWildcard(only, resource)) !== statement.resourcesNegated;
}

export function conditionsHold(statement: CompiledStatement, context: RequestContext): boolean {
  for (const condition of statement.conditions) {
    if (!condition.holds(context)) return false;
  }
  return true;
}
