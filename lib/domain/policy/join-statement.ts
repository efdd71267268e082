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
  const sameResources = areSame(resources, group.resources);
  const sameActions = areSame(actions, group.actions, lowerCase);
  if (!sameActions && !sameResources) return null;
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

function lowerCase(text: string): string {
  return text.toLowerCase();
}

/** Whether both hold the same texts. Most statements hold one. */
function areSame(a: readonly string[], b: readonly string[], read: (text: string) => string = (text) => text): boolean {
  const [firstA, firstB] = [a[0], b[0]];
  if (a.length === 1 && b.length === 1 && firstA !== undefined && firstB !== undefined) {
    return firstA.length === firstB.length && read(firstA) === read(firstB);
  }
  const [inA, inB] = [new Set(a.map(read)), new Set(b.map(read))];
  return inA.size === inB.size && [...inA].every((text) => inB.has(text));
}
