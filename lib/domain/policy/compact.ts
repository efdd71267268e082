import type { ActionCatalogue } from "./action-catalogue";
import { splitAction } from "./action-patterns";
import { type CompactionStep, compactionSteps } from "./compaction-steps";
import { groupBy } from "./group-by";
import type { PolicyDocument, Statement } from "./policy-document";
import { policyQuotas, policySize } from "./size";
import { listOf, oneOrList } from "./text-list";

export interface Compaction {
  readonly document: PolicyDocument;
  /** The steps that made it shorter, in order. */
  readonly steps: readonly CompactionStep["name"][];
  /** Characters that count against the quota. */
  readonly size: number;
  readonly fits: boolean;
}

/** Shortens a document without changing what it grants, no further than the limit asks for. */
export function compactPolicy(document: PolicyDocument, catalogue: ActionCatalogue, limit: number): Compaction {
  let current = document;
  const steps: CompactionStep["name"][] = [];
  for (const step of compactionSteps) {
    if (policySize(current) <= limit) break;
    const next = step.apply(current, catalogue);
    if (policySize(next) >= policySize(current)) continue;
    current = next;
    steps.push(step.name);
  }
  const size = policySize(current);
  return { document: current, steps, size, fits: size <= limit };
}

export interface FittedIdentity {
  readonly documents: readonly PolicyDocument[];
  readonly steps: readonly CompactionStep["name"][];
  /** False when more managed policies are needed than a role takes. */
  readonly fits: boolean;
}

/**
 * Identity policies that each fit into a managed policy: compacted, then split over several, since the policies of a role
 * count together. What is granted stays the same.
 */
export function fitIdentityPolicies(documents: readonly PolicyDocument[], catalogue: ActionCatalogue): FittedIdentity {
  const limit = policyQuotas.managed;
  const compacted = documents.map((document) => compactPolicy(document, catalogue, limit));
  const split = compacted.flatMap(({ document, fits }) => (fits ? [document] : splitDocument(document, limit)));
  return {
    documents: split,
    steps: [...new Set(compacted.flatMap((compaction) => compaction.steps))],
    fits:
      split.length <= policyQuotas.managedPoliciesOfRole && split.every((document) => policySize(document) <= limit),
  };
}

export interface FittedBoundary {
  readonly document: PolicyDocument;
  readonly outcome: "fits" | "compacted" | "widened" | "impossible";
  readonly steps: readonly CompactionStep["name"][];
  /** What the boundary allows beyond the one that was given; empty unless it was widened. */
  readonly widenings: readonly Widening[];
}

export interface Widening {
  readonly statement: number;
  readonly element: "Action" | "Resource";
  readonly from: readonly string[];
  readonly to: string;
}

/**
 * A boundary is one managed policy, so it cannot be split: it is compacted, then widened, a service's actions in one Allow
 * statement at a time and resources last, with every widening listed. `impossible` when even that is too long.
 */
export function fitBoundary(document: PolicyDocument, catalogue: ActionCatalogue): FittedBoundary {
  const limit = policyQuotas.managed;
  if (policySize(document) <= limit) return { document, outcome: "fits", steps: [], widenings: [] };
  const compaction = compactPolicy(document, catalogue, limit);
  if (compaction.fits) return { ...compaction, outcome: "compacted", widenings: [] };
  let current = compaction.document;
  const widenings: Widening[] = [];
  while (policySize(current) > limit) {
    const widened = widenMost(current);
    if (widened === null) return { document, outcome: "impossible", steps: [], widenings: [] };
    current = widened.document;
    widenings.push(widened.widening);
  }
  return { document: current, outcome: "widened", steps: compaction.steps, widenings };
}

function splitDocument(document: PolicyDocument, limit: number): readonly PolicyDocument[] {
  const withStatements = (statements: readonly Statement[]): PolicyDocument => ({ ...document, Statement: statements });
  const parts: Statement[][] = [];
  for (const statement of document.Statement.flatMap((whole) => splitStatement(whole, limit, withStatements))) {
    const room = parts.find((part) => policySize(withStatements([...part, statement])) <= limit);
    if (room === undefined) parts.push([statement]);
    else room.push(statement);
  }
  return parts.map(withStatements);
}

/** A statement that alone is too long is halved along its longer list; actions times resources stay the same together. */
function splitStatement(
  statement: Statement,
  limit: number,
  withStatements: (statements: readonly Statement[]) => PolicyDocument,
): readonly Statement[] {
  if (policySize(withStatements([statement])) <= limit) return [statement];
  const lengthOf = (element: "Action" | "Resource") => JSON.stringify(listOf(statement[element])).length;
  const element = lengthOf("Action") >= lengthOf("Resource") ? "Action" : "Resource";
  const texts = listOf(statement[element]);
  if (texts.length < 2) return [statement];
  const middle = Math.ceil(texts.length / 2);
  // A Sid must be unique in its document; the second half goes without.
  const { Sid: _sid, ...unnamed } = statement;
  return [
    { ...statement, [element]: oneOrList(texts.slice(0, middle)) },
    { ...unnamed, [element]: oneOrList(texts.slice(middle)) },
  ].flatMap((half) => splitStatement(half, limit, withStatements));
}

/** A widening and the statement that comes of it. */
interface Candidate {
  readonly widening: Widening;
  readonly widened: Statement;
  /** Characters that it saves. */
  readonly saving: number;
}

/** The widening that saves most; actions before resources, because a boundary's worth is in its resources and conditions. */
function widenMost(
  document: PolicyDocument,
): { readonly document: PolicyDocument; readonly widening: Widening } | null {
  for (const widen of [widenActions, widenResources]) {
    const best = document.Statement.flatMap(widen).reduce<Candidate | null>(
      (most, candidate) => (candidate.saving > (most?.saving ?? 0) ? candidate : most),
      null,
    );
    if (best === null) continue;
    const statements = document.Statement.with(best.widening.statement, best.widened);
    return { document: { ...document, Statement: statements }, widening: best.widening };
  }
  return null;
}

function widenActions(statement: Statement, index: number): readonly Candidate[] {
  if (statement.Effect !== "Allow" || statement.Action === undefined) return [];
  const patterns = listOf(statement.Action);
  return [...groupBy(patterns, (pattern) => splitAction(pattern)[0])].map(([service, from]) => {
    const to = service === "*" ? "*" : `${service}:*`;
    const kept = patterns.filter((pattern) => splitAction(pattern)[0] !== service);
    const widened = { ...statement, Action: oneOrList([...kept, to]) };
    return {
      widening: { statement: index, element: "Action", from, to },
      widened,
      saving: savingOf(statement, widened),
    };
  });
}

function widenResources(statement: Statement, index: number): readonly Candidate[] {
  if (statement.Effect !== "Allow" || statement.Resource === undefined) return [];
  const widened = { ...statement, Resource: "*" };
  const widening: Widening = { statement: index, element: "Resource", from: listOf(statement.Resource), to: "*" };
  return [{ widening, widened, saving: savingOf(statement, widened) }];
}

function savingOf(statement: Statement, widened: Statement): number {
  return JSON.stringify(statement).length - JSON.stringify(widened).length;
}
