import { orderConditions } from "./format";
import type { NeedGroup } from "./needed-grants";
import { joinPassedServices } from "./pass-role";
import type { ConditionBlock, Statement } from "./policy-document";
import { listOf, unite } from "./text-list";

/**
 * The statement with the group taken in; `null` where that would grant more than the group: a statement is actions times
 * resources, so it may differ from the group in one of them only.
 */
export function joinStatement(statement: Statement, group: NeedGroup): Statement | null {
  if (statement.Effect !== "Allow" || statement.Action === undefined || statement.Resource === undefined) return null;
  const actions = listOf(statement.Action);
  const resources = listOf(statement.Resource);
  const sameActions = areSame(lowerCase(actions), lowerCase(group.actions));
  const sameResources = areSame(resources, group.resources);
  if (isSameCondition(statement.Condition, group.condition)) {
    if (sameResources) return { ...statement, Action: unite(actions, group.actions) };
    return sameActions ? { ...statement, Resource: unite(resources, group.resources) } : null;
  }
  const condition = sameActions && sameResources ? joinPassedServices(statement.Condition, group.condition) : null;
  return condition === null ? null : { ...statement, Condition: condition };
}

function isSameCondition(block: ConditionBlock | undefined, condition: ConditionBlock | null): boolean {
  return JSON.stringify(orderConditions(block ?? {})) === JSON.stringify(orderConditions(condition ?? {}));
}

function lowerCase(texts: readonly string[]): readonly string[] {
  return texts.map((text) => text.toLowerCase());
}

function areSame(a: readonly string[], b: readonly string[]): boolean {
  const [inA, inB] = [new Set(a), new Set(b)];
  return inA.size === inB.size && a.every((text) => inB.has(text));
}
