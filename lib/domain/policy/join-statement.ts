import { heldTexts } from "./held-texts";
import { joinPassedServices } from "./pass-role";
import type { Statement } from "./policy-document";
import { listOf, unite } from "./text-list";

/**
 * The statement with another Allow taken in; `null` where that would grant more than the two: a statement is actions times
 * resources, so they may differ in one of them only.
 */
export function joinStatement(statement: Statement, other: Statement): Statement | null {
  if (statement.Effect !== "Allow" || statement.Action === undefined || statement.Resource === undefined) return null;
  const [held, wanted] = [heldTexts(statement), heldTexts(other)];
  const sameResources = areSame(held.resources, wanted.resources);
  const sameActions = areSame(held.actions, wanted.actions);
  if (!sameActions && !sameResources) return null;
  if (held.condition === wanted.condition) {
    if (sameResources) return { ...statement, Action: unite(listOf(statement.Action), listOf(other.Action)) };
    return { ...statement, Resource: unite(listOf(statement.Resource), listOf(other.Resource)) };
  }
  const condition = sameActions && sameResources ? joinPassedServices(statement.Condition, other.Condition) : null;
  return condition === null ? null : { ...statement, Condition: condition };
}

function areSame(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  if (a.size !== b.size) return false;
  for (const text of b) if (!a.has(text)) return false;
  return true;
}
