import { compilePolicySet } from "./compile-policies";
import type { PolicySet, PolicyType, StatementRef } from "./decision";
import { joinStatement } from "./join-statement";
import {
  type AdditionMode,
  type CollectedNeeds,
  type CollectNeeds,
  type DeniedRequest,
  groupNeeds,
  type Need,
  type NeedGroup,
  type NotLiftable,
  startCollecting,
} from "./needed-grants";
import type { ConditionBlock, PolicyDocument, Statement } from "./policy-document";
import { versionWithVariables } from "./policy-variables";
import { oneOrList } from "./text-list";

export type { AdditionMode, DeniedRequest, NotLiftable };

export interface SmallestAddition {
  /** The policies with the additions; the documents that needed none are the ones that were given. */
  readonly set: PolicySet;
  readonly additions: readonly Addition[];
  /** Refusals that no addition to an identity policy or boundary lifts. */
  readonly notLiftable: readonly NotLiftable[];
}

/** What one statement gained: a new statement, or an existing one that took actions or resources in. */
export interface Addition {
  readonly ref: StatementRef;
  readonly kind: "new-statement" | "joined-statement";
  readonly actions: readonly string[];
  readonly resources: readonly string[];
  readonly condition: ConditionBlock | null;
}

/**
 * Allows refused requests with as little as possible: only actions and resources that no statement covers yet are added, to
 * an existing statement where that grants nothing else, otherwise in a new one. Additions carry no conditions, but
 * iam:PassRole keeps `iam:PassedToService`. Works on identity policies and the boundary; deterministic.
 *
 * @param attached how many of the first identity policies are not ours to change (AWS managed): they count, and stay as they are
 */
export function addSmallest(
  set: PolicySet,
  denied: readonly DeniedRequest[],
  mode: AdditionMode,
  attached = 0,
): SmallestAddition {
  return startAdding(set, mode, attached)(denied);
}

/** {@link addSmallest} for one refusal after the other of the same policies, which are compiled once, when they are needed. */
export function startAdding(
  set: PolicySet,
  mode: AdditionMode,
  attached: number,
): (denied: readonly DeniedRequest[]) => SmallestAddition {
  let collect: CollectNeeds | undefined;
  return (denied) => {
    collect ??= startCollecting(compilePolicySet(set), mode);
    return addTo(set, attached, collect(denied));
  };
}

function addTo(
  set: PolicySet,
  attached: number,
  { identity: needed, boundary: neededInBoundary, notLiftable }: CollectedNeeds,
): SmallestAddition {
  const identity = addToDocuments(set.identity.slice(attached), needed, "identity");
  const boundary = set.boundary === null ? null : addToDocuments([set.boundary], neededInBoundary, "boundary");
  return {
    set: {
      ...set,
      identity: [...set.identity.slice(0, attached), ...identity.documents],
      boundary: boundary?.documents[0] ?? null,
    },
    additions: [...identity.additions.map((addition) => moveOn(addition, attached)), ...(boundary?.additions ?? [])],
    notLiftable,
  };
}

function moveOn(addition: Addition, attached: number): Addition {
  return { ...addition, ref: { ...addition.ref, policy: addition.ref.policy + attached } };
}

interface Grown {
  readonly documents: readonly PolicyDocument[];
  readonly additions: readonly Addition[];
}

function addToDocuments(documents: readonly PolicyDocument[], needs: readonly Need[], policyType: PolicyType): Grown {
  const start: Grown = { documents, additions: [] };
  return groupNeeds(needs).reduce(
    (grown, group) => joinSomewhere(grown, group, policyType) ?? addStatement(grown, group, policyType),
    start,
  );
}

/** `null` when no statement can take the group in without granting more. */
function joinSomewhere({ documents, additions }: Grown, group: NeedGroup, policyType: PolicyType): Grown | null {
  const wanted = newStatement(group);
  for (const [policy, document] of documents.entries()) {
    for (const [index, statement] of document.Statement.entries()) {
      const joined = joinStatement(statement, wanted);
      if (joined === null) continue;
      const ref: StatementRef = { policyType, policy, statement: index, sid: statement.Sid ?? null };
      return {
        documents: documents.with(policy, { ...document, Statement: document.Statement.with(index, joined) }),
        additions: [...additions, { ref, kind: "joined-statement", ...group }],
      };
    }
  }
  return null;
}

/** The new statement goes to the end of the last document, or of a first one where there is none. */
function addStatement({ documents, additions }: Grown, group: NeedGroup, policyType: PolicyType): Grown {
  const last = documents.at(-1) ?? { Version: versionWithVariables, Statement: [] };
  const ref: StatementRef = {
    policyType,
    policy: Math.max(0, documents.length - 1),
    statement: last.Statement.length,
    sid: null,
  };
  return {
    documents: [...documents.slice(0, -1), { ...last, Statement: [...last.Statement, newStatement(group)] }],
    additions: [...additions, { ref, kind: "new-statement", ...group }],
  };
}

function newStatement({ actions, resources, condition }: NeedGroup): Statement {
  return {
    Effect: "Allow",
    Action: oneOrList(actions),
    Resource: oneOrList(resources),
    ...(condition === null ? {} : { Condition: condition }),
  };
}
