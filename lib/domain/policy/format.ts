import { compareTexts } from "./action-patterns";
import type { ConditionBlock, ConditionValue, PolicyDocument, Principal, Statement } from "./policy-document";
import { oneOrList } from "./text-list";

/**
 * The text of a document that is the same for the same policy, however it was written: elements in AWS's order, lists and
 * condition keys sorted, lists of one value as that value, two spaces of indentation. Statements keep their order.
 */
export function formatPolicy(document: PolicyDocument): string {
  return `${JSON.stringify(orderDocument(document), null, 2)}\n`;
}

/** The document that {@link formatPolicy} prints. */
export function orderDocument(document: PolicyDocument): PolicyDocument {
  return {
    ...(document.Version === undefined ? {} : { Version: document.Version }),
    ...(document.Id === undefined ? {} : { Id: document.Id }),
    Statement: document.Statement.map(orderStatement),
  };
}

function orderStatement(statement: Statement): Statement {
  const { Sid, Effect, Principal, NotPrincipal, Action, NotAction, Resource, NotResource, Condition } = statement;
  return {
    ...(Sid === undefined ? {} : { Sid }),
    Effect,
    ...(Principal === undefined ? {} : { Principal: orderPrincipal(Principal) }),
    ...(NotPrincipal === undefined ? {} : { NotPrincipal: orderPrincipal(NotPrincipal) }),
    ...(Action === undefined ? {} : { Action: orderList(Action) }),
    ...(NotAction === undefined ? {} : { NotAction: orderList(NotAction) }),
    ...(Resource === undefined ? {} : { Resource: orderList(Resource) }),
    ...(NotResource === undefined ? {} : { NotResource: orderList(NotResource) }),
    ...(Condition === undefined ? {} : { Condition: orderConditions(Condition) }),
  };
}

function orderPrincipal(principal: Principal): Principal {
  return principal === "*" ? principal : sortKeys(principal, orderList);
}

function orderList(value: string | readonly string[]): string | readonly string[] {
  if (typeof value === "string") return value;
  return oneOrList([...new Set(value)].sort(compareTexts));
}

export function orderConditions(block: ConditionBlock): ConditionBlock {
  return sortKeys(block, (keys) => sortKeys(keys, orderConditionValue));
}

function orderConditionValue(value: ConditionValue): ConditionValue {
  if (typeof value !== "object") return value;
  const sorted = [...new Set(value)].sort((a, b) => compareTexts(String(a), String(b)));
  return sorted.length === 1 ? (sorted[0] ?? []) : sorted;
}

function sortKeys<T, U>(record: Readonly<Record<string, T>>, change: (value: T) => U): Record<string, U> {
  return Object.fromEntries(
    Object.entries(record)
      .sort(([a], [b]) => compareTexts(a, b))
      .map(([key, value]) => [key, change(value)]),
  );
}
