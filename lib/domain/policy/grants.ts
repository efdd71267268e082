import type { ActionCatalogue } from "./action-catalogue";
import { compareTexts, expandActions, expandNotActions } from "./action-patterns";
import { orderConditions } from "./format";
import type { ConditionBlock, PolicyDocument, Statement } from "./policy-document";
import { listOf } from "./text-list";
import { patternCovers, patternsOverlap, widestPatterns } from "./wildcard-sets";

/** What a policy allows, one action of the catalogue at a time. */
export interface Grant {
  /** In AWS's spelling: `s3:GetObject`. */
  readonly action: string;
  /** A resource pattern as policies write it; `*` for a statement with NotResource. */
  readonly resource: string;
  /** The patterns of NotResource, which the grant leaves out. */
  readonly except: readonly string[];
  readonly condition: ConditionBlock | null;
  /** Denials that reach into the grant without taking all of it. */
  readonly denied: readonly DeniedPart[];
}

export interface DeniedPart {
  readonly resource: string;
  readonly except: readonly string[];
  readonly condition: ConditionBlock | null;
}

/**
 * The Allow statements of a policy, or of several that count together, as triples of action, resource pattern and condition:
 * sorted, each once, without those that another triple or an unconditional Deny covers whole.
 */
export function grants(
  policies: PolicyDocument | readonly PolicyDocument[],
  catalogue: ActionCatalogue,
): readonly Grant[] {
  const statements = documentsOf(policies).flatMap((document) => document.Statement);
  const allowed = triplesByAction(
    statements.filter((statement) => statement.Effect === "Allow"),
    catalogue,
  );
  const denied = triplesByAction(
    statements.filter((statement) => statement.Effect === "Deny"),
    catalogue,
  );
  return [...allowed]
    .toSorted(([a], [b]) => compareTexts(a, b))
    .flatMap(([action, parts]) => {
      const remaining = withoutCovered(parts).flatMap((part) => {
        const reaching = withoutCovered(denied.get(action) ?? []).filter((deny) => partsOverlap(deny, part));
        return reaching.some((deny) => partCovers(deny, part)) ? [] : [{ action, ...part, denied: reaching }];
      });
      return remaining.toSorted((a, b) => compareTexts(partKey(a), partKey(b)));
    });
}

export function documentsOf(policies: PolicyDocument | readonly PolicyDocument[]): readonly PolicyDocument[] {
  return "Statement" in policies ? [policies] : policies;
}

function triplesByAction(statements: readonly Statement[], catalogue: ActionCatalogue): Map<string, DeniedPart[]> {
  const byAction = new Map<string, DeniedPart[]>();
  for (const statement of statements) {
    const parts = partsOf(statement);
    for (const { name } of actionsOf(statement, catalogue)) {
      const known = byAction.get(name);
      if (known === undefined) byAction.set(name, [...parts]);
      else known.push(...parts);
    }
  }
  return byAction;
}

function actionsOf(statement: Statement, catalogue: ActionCatalogue) {
  return statement.NotAction === undefined
    ? expandActions(listOf(statement.Action), catalogue)
    : expandNotActions(listOf(statement.NotAction), catalogue);
}

function partsOf(statement: Statement): readonly DeniedPart[] {
  const block = statement.Condition === undefined ? {} : orderConditions(statement.Condition);
  const condition = Object.keys(block).length === 0 ? null : block;
  if (statement.NotResource !== undefined) {
    return [{ resource: "*", except: widestPatterns(listOf(statement.NotResource)).toSorted(compareTexts), condition }];
  }
  return listOf(statement.Resource).map((resource) => ({ resource, except: [], condition }));
}

/** The parts that no other covers, sorted; of two that cover each other, the first in the order stays. */
function withoutCovered(parts: readonly DeniedPart[]): readonly DeniedPart[] {
  const sorted = [...new Map(parts.map((part) => [partKey(part), part]))]
    .toSorted(([a], [b]) => compareTexts(a, b))
    .map(([, part]) => part);
  return sorted.filter((part, index) =>
    sorted.every(
      (other, position) =>
        position === index || !partCovers(other, part) || (position > index && partCovers(part, other)),
    ),
  );
}

/** Whether all that `narrow` holds is held by `wide`. A yes is certain. */
export function partCovers(wide: DeniedPart, narrow: DeniedPart): boolean {
  return (
    patternCovers(wide.resource, narrow.resource) &&
    wide.except.every(
      (hole) => narrow.except.some((other) => patternCovers(other, hole)) || !patternsOverlap(hole, narrow.resource),
    ) &&
    (wide.condition === null || JSON.stringify(wide.condition) === JSON.stringify(narrow.condition))
  );
}

/** Whether both can hold the same request. A no is certain. */
export function partsOverlap(a: DeniedPart, b: DeniedPart): boolean {
  return (
    patternsOverlap(a.resource, b.resource) &&
    !a.except.some((hole) => patternCovers(hole, b.resource)) &&
    !b.except.some((hole) => patternCovers(hole, a.resource))
  );
}

function partKey(part: DeniedPart): string {
  return JSON.stringify([part.resource, part.except, part.condition]);
}
