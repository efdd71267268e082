import type { ActionCatalogue } from "./action-catalogue";
import { compareTexts, expandActions, findAction, splitAction } from "./action-patterns";
import { orderConditions } from "./format";
import type { PolicyDocument, Statement } from "./policy-document";
import { listOf, oneOrList, unite } from "./text-list";
import { compileWildcardText, matchesWildcard } from "./wildcard";
import { patternCovers, widestPatterns } from "./wildcard-sets";

export interface CompactionStep {
  readonly name:
    | "drop-repeated"
    | "drop-covered"
    | "merge-same-resources"
    | "merge-same-actions"
    | "shorten-actions"
    | "drop-sids";
  readonly description: string;
  readonly apply: (document: PolicyDocument, catalogue: ActionCatalogue) => PolicyDocument;
}

/** Ways to say the same in fewer characters, the ones that change the text least first. None changes what is granted. */
export const compactionSteps: readonly CompactionStep[] = [
  {
    name: "drop-repeated",
    description:
      "Actions and resources that stand twice in a statement, or that a wildcard beside them covers, are left out.",
    apply: (document) => ({ ...document, Statement: document.Statement.map(dropRepeated) }),
  },
  {
    name: "drop-covered",
    description: "Statements that another statement covers whole are left out.",
    apply: (document) => ({ ...document, Statement: dropCovered(document.Statement) }),
  },
  {
    name: "merge-same-resources",
    description: "Statements on the same resources under the same conditions become one.",
    apply: (document) => ({ ...document, Statement: mergeStatements(document.Statement, "Action") }),
  },
  {
    name: "merge-same-actions",
    description: "Statements with the same actions under the same conditions become one.",
    apply: (document) => ({ ...document, Statement: mergeStatements(document.Statement, "Resource") }),
  },
  {
    name: "shorten-actions",
    description:
      "Actions become a wildcard where it covers exactly them today; it will cover later ones with that prefix too.",
    apply: (document, catalogue) => ({
      ...document,
      Statement: document.Statement.map((statement) => shortenActions(statement, catalogue)),
    }),
  },
  {
    name: "drop-sids",
    description: "Sids are left out.",
    apply: (document) => ({
      ...document,
      Statement: document.Statement.map(({ Sid: _sid, ...statement }) => statement),
    }),
  },
];

function dropRepeated(statement: Statement): Statement {
  const { Action, NotAction, Resource, NotResource } = statement;
  return {
    ...statement,
    ...(Action === undefined ? {} : { Action: oneOrList(widestActions(listOf(Action))) }),
    ...(NotAction === undefined ? {} : { NotAction: oneOrList(widestActions(listOf(NotAction))) }),
    ...(Resource === undefined ? {} : { Resource: oneOrList(widestPatterns(listOf(Resource))) }),
    ...(NotResource === undefined ? {} : { NotResource: oneOrList(widestPatterns(listOf(NotResource))) }),
  };
}

function widestActions(patterns: readonly string[]): readonly string[] {
  const spelling = new Map(patterns.map((pattern) => [pattern.toLowerCase(), pattern]));
  return widestPatterns([...spelling.keys()]).map((pattern) => spelling.get(pattern) ?? pattern);
}

function dropCovered(statements: readonly Statement[]): readonly Statement[] {
  return statements.filter(
    (statement, index) =>
      !statements.some(
        (other, position) =>
          position !== index &&
          statementCovers(other, statement) &&
          (position < index || !statementCovers(statement, other)),
      ),
  );
}

function statementCovers(wide: Statement, narrow: Statement): boolean {
  const plain = [wide, narrow].every(
    ({ NotAction, NotResource }) => NotAction === undefined && NotResource === undefined,
  );
  if (!plain || wide.Effect !== narrow.Effect || principalKey(wide) !== principalKey(narrow)) return false;
  if (conditionKey(wide) !== "{}" && conditionKey(wide) !== conditionKey(narrow)) return false;
  const lower = (statement: Statement) => listOf(statement.Action).map((text) => text.toLowerCase());
  return coversAll(lower(wide), lower(narrow)) && coversAll(listOf(wide.Resource), listOf(narrow.Resource));
}

function coversAll(wide: readonly string[], narrow: readonly string[]): boolean {
  return narrow.every((pattern) => wide.some((other) => patternCovers(other, pattern)));
}

/** Joins statements that differ in one element only; the first keeps its place and its Sid. */
function mergeStatements(statements: readonly Statement[], element: "Action" | "Resource"): readonly Statement[] {
  const merged = new Map<string, Statement>();
  for (const [index, statement] of statements.entries()) {
    const mergeable = statement.NotAction === undefined && statement[element] !== undefined;
    const key = mergeable ? mergeKey(statement, element) : `alone ${index}`;
    const known = merged.get(key);
    if (known === undefined) merged.set(key, statement);
    else merged.set(key, { ...known, [element]: unite(listOf(known[element]), listOf(statement[element])) });
  }
  return [...merged.values()].map(dropRepeated);
}

function mergeKey(statement: Statement, element: "Action" | "Resource"): string {
  const actions = listOf(statement.Action).map((text) => text.toLowerCase());
  return JSON.stringify([
    statement.Effect,
    element === "Action" ? null : [...new Set(actions)].sort(compareTexts),
    element === "Resource" ? null : [...new Set(listOf(statement.Resource))].sort(compareTexts),
    [...new Set(listOf(statement.NotResource))].sort(compareTexts),
    conditionKey(statement),
    principalKey(statement),
  ]);
}

function conditionKey(statement: Statement): string {
  return JSON.stringify(orderConditions(statement.Condition ?? {}));
}

function principalKey(statement: Statement): string {
  return JSON.stringify([statement.Principal, statement.NotPrincipal]);
}

function shortenActions(statement: Statement, catalogue: ActionCatalogue): Statement {
  if (statement.Action === undefined) return statement;
  const patterns = listOf(statement.Action);
  const known = patterns.flatMap((pattern) => findAction(pattern, catalogue)?.name ?? []);
  const covered = new Set(expandActions(patterns, catalogue).map((action) => action.name));
  const wildcards = new Set<string>();
  const replaced = new Set<string>();
  for (const name of known.toSorted(compareTexts)) {
    if (replaced.has(name)) continue;
    const prefix = wordPrefixes(name).find((candidate) => isExact(candidate, covered, known, catalogue));
    if (prefix === undefined) continue;
    wildcards.add(prefix);
    for (const other of known) if (covers(prefix, other)) replaced.add(other);
  }
  const kept = patterns.filter((pattern) => {
    const name = findAction(pattern, catalogue)?.name;
    return name === undefined || !replaced.has(name);
  });
  return dropRepeated({ ...statement, Action: oneOrList([...kept, ...wildcards]) });
}

/** A wildcard pays when it stands for two listed actions or more, and is exact when it covers nothing that is not covered. */
function isExact(
  wildcard: string,
  covered: ReadonlySet<string>,
  known: readonly string[],
  catalogue: ActionCatalogue,
): boolean {
  return (
    known.filter((name) => covers(wildcard, name)).length > 1 &&
    expandActions([wildcard], catalogue).every((action) => covered.has(action.name))
  );
}

function covers(wildcard: string, action: string): boolean {
  return matchesWildcard(compileWildcardText(wildcard.toLowerCase()), action.toLowerCase());
}

/** `lambda:GetFunctionUrl` → `lambda:*`, `lambda:Get*`, `lambda:GetFunction*`, `lambda:GetFunctionUrl*` */
function wordPrefixes(name: string): readonly string[] {
  const [service, action] = splitAction(name);
  const words = action.match(/[A-Z]*[^A-Z]*/g)?.filter((word) => word !== "") ?? [];
  return ["", ...words].map((_, index) => `${service}:${words.slice(0, index).join("")}*`);
}
