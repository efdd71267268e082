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
  // Most actions are covered by the same statements as many others, and what these leave is worked out once.
  const remainders = new Map<string, readonly Remainder[]>();
  const covering = [...statementsByAction(statements, catalogue)].toSorted(([a], [b]) => compareTexts(a, b));
  return covering.flatMap(([action, indexes]) => {
    const key = indexes.join();
    const remaining = remainders.get(key) ?? remainderOf(indexes.flatMap((index) => statements[index] ?? []));
    remainders.set(key, remaining);
    return remaining.map((part) => ({ action, ...part }));
  });
}

export function documentsOf(policies: PolicyDocument | readonly PolicyDocument[]): readonly PolicyDocument[] {
  return "Statement" in policies ? [policies] : policies;
}

function statementsByAction(
  statements: readonly Statement[],
  catalogue: ActionCatalogue,
): ReadonlyMap<string, readonly number[]> {
  const byAction = new Map<string, number[]>();
  for (const [index, statement] of statements.entries()) {
    for (const { name } of actionsOf(statement, catalogue)) {
      const known = byAction.get(name);
      if (known === undefined) byAction.set(name, [index]);
      else known.push(index);
    }
  }
  return byAction;
}

/** A part that is allowed, with the denials that reach into it. */
type Remainder = DeniedPart & Pick<Grant, "denied">;

function remainderOf(statements: readonly Statement[]): readonly Remainder[] {
  const partsWith = (effect: Statement["Effect"]) =>
    withoutCovered(statements.filter((statement) => statement.Effect === effect).flatMap(partsOf));
  const denied = partsWith("Deny");
  return partsWith("Allow").flatMap((part): readonly Remainder[] => {
    const reaching = denied.filter((deny) => partsOverlap(deny, part));
    return reaching.some((deny) => partCovers(deny, part)) ? [] : [{ ...part, denied: reaching }];
  });
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
