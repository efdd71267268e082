import { type CompiledStatement, coversAction } from "./compile-statement";

/** Finds the statements that cover an action (in lower case) without trying every action that each of them lists. */
export type ActionIndex = (action: string) => readonly CompiledStatement[];

/** Beyond this, a statement's own list is faster to ask than to take apart for each new set of policies. */
const shortList = 50;

/** Actions written out are looked up; only statements with wildcards, NotAction or long lists are tried one by one. */
export function indexActions(statements: readonly CompiledStatement[]): ActionIndex {
  const byName = new Map<string, Set<number>>();
  const tried: number[] = [];
  for (const [index, statement] of statements.entries()) {
    const { exact, wild } = statement.actions;
    if (statement.actionsNegated || wild.length > 0 || exact.size > shortList) {
      tried.push(index);
      continue;
    }
    for (const action of exact) {
      const known = byName.get(action);
      if (known === undefined) byName.set(action, new Set([index]));
      else known.add(index);
    }
  }
  return (action) => {
    const found = [...(byName.get(action) ?? [])];
    for (const index of tried) {
      const statement = statements[index];
      if (statement !== undefined && coversAction(statement, action)) found.push(index);
    }
    return found.sort((a, b) => a - b).flatMap((index) => statements[index] ?? []);
  };
}
