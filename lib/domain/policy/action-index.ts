import { type CompiledStatement, coversAction } from "./compile-statement";

/** Finds the statements that cover an action (in lower case) without trying every action that each of them lists. */
export type ActionIndex = (action: string) => readonly CompiledStatement[];

/** Actions written out are looked up; only statements with wildcards or NotAction are tried one by one. */
export function indexActions(statements: readonly CompiledStatement[]): ActionIndex {
  const byName = new Map<string, Set<number>>();
  const tried: number[] = [];
  for (const [index, statement] of statements.entries()) {
    if (statement.actionsNegated || statement.actions.some((pattern) => pattern.exact === null)) {
      tried.push(index);
      continue;
    }
    for (const { exact } of statement.actions) {
      if (exact === null) continue;
      const known = byName.get(exact);
      if (known === undefined) byName.set(exact, new Set([index]));
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
