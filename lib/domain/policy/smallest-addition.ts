import { compareTexts } from "./action-patterns";
import { valuesOf } from "./compile-condition";
import { compilePolicySet } from "./compile-policies";
import { listOf } from "./compile-statement";
import type { AccessRequest, PolicySet, PolicyType, StatementRef } from "./decision";
import { explainDecision } from "./explain";
import { orderConditions } from "./format";
import type { ConditionBlock, PolicyDocument, Statement } from "./policy-document";
import { versionWithVariables } from "./policy-variables";
import { contextKeyName, contextValues } from "./request-context";
import { patternCovers, widestPatterns } from "./wildcard-sets";

/** A refused request. `patterns` stand beside `resources`, one for one: the same ARNs with unknowable ids as wildcards. */
export interface DeniedRequest extends AccessRequest {
  readonly patterns: readonly string[];
}

/** `generalised` grants the patterns, `as-refused` the very ARNs that were refused. */
export type AdditionMode = "generalised" | "as-refused";

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

export interface NotLiftable {
  readonly request: DeniedRequest;
  readonly reason: "explicit-deny" | "policy-type-not-ours";
  readonly blockedBy: PolicyType;
  readonly statements: readonly StatementRef[];
}

/**
 * Allows refused requests with as little as possible: only actions and resources that no statement covers yet are added, to
 * an existing statement where that grants nothing else, otherwise in a new one. Additions carry no conditions, but
 * iam:PassRole keeps `iam:PassedToService`. Works on identity policies and the boundary; deterministic.
 *
 * @param attached how many of the first identity policies are not ours to change (AWS managed): they count, but stay as they are
 */
export function addSmallest(
  set: PolicySet,
  denied: readonly DeniedRequest[],
  mode: AdditionMode,
  attached = 0,
): SmallestAddition {
  const { needs, notLiftable } = collectNeeds(set, denied, mode);
  const identity = addToDocuments(set.identity, needs.identity, "identity", attached);
  const boundary = set.boundary === null ? null : addToDocuments([set.boundary], needs.boundary, "boundary", 0);
  return {
    set: { ...set, identity: identity.documents, boundary: boundary?.documents[0] ?? null },
    additions: [...identity.additions, ...(boundary?.additions ?? [])],
    notLiftable,
  };
}

/** One action on one resource pattern that must become allowed. */
interface Need {
  readonly action: string;
  readonly resource: string;
  readonly condition: ConditionBlock | null;
}

interface Needs {
  readonly identity: readonly Need[];
  readonly boundary: readonly Need[];
}

function collectNeeds(
  set: PolicySet,
  denied: readonly DeniedRequest[],
  mode: AdditionMode,
): { readonly needs: Needs; readonly notLiftable: readonly NotLiftable[] } {
  const compiled = compilePolicySet(set);
  const identity: Need[] = [];
  const boundary: Need[] = [];
  const notLiftable: NotLiftable[] = [];
  for (const request of denied) {
    const { decision, policyTypes } = explainDecision(compiled, request);
    if (decision.blockedBy === null) continue;
    const lacking = policyTypes.filter((type) => type.outcome === "doesNotAllow");
    const foreign = lacking.find((type) => type.policyType !== "identity" && type.policyType !== "boundary");
    if (decision.decision === "explicitDeny") {
      const { blockedBy, statements } = decision;
      notLiftable.push({ request, reason: "explicit-deny", blockedBy, statements });
    } else if (foreign !== undefined) {
      notLiftable.push({ request, reason: "policy-type-not-ours", blockedBy: foreign.policyType, statements: [] });
    } else {
      for (const { policyType, uncoveredResources } of lacking) {
        const needs = policyType === "identity" ? identity : boundary;
        needs.push(...needsOf(request, uncoveredResources, mode));
      }
    }
  }
  return { needs: { identity, boundary }, notLiftable };
}

function needsOf(request: DeniedRequest, uncovered: readonly string[], mode: AdditionMode): readonly Need[] {
  const condition = conditionOf(request);
  return uncovered.map((refused) => {
    const pattern = mode === "generalised" ? request.patterns[request.resources.indexOf(refused)] : undefined;
    const lifts = pattern !== undefined && patternCovers(pattern, refused);
    return { action: request.action, resource: lifts ? pattern : refused, condition };
  });
}

const passedToService = "iam:PassedToService";

/** Passing a role to one service must not become passing it to any: the one condition that an addition keeps. */
function conditionOf(request: DeniedRequest): ConditionBlock | null {
  if (request.action.toLowerCase() !== "iam:passrole") return null;
  const services = contextValues(request.context, contextKeyName(passedToService));
  const service = services?.length === 1 ? services[0] : undefined;
  return service === undefined ? null : { StringEquals: { [passedToService]: service } };
}

interface Grown {
  readonly documents: readonly PolicyDocument[];
  readonly additions: readonly Addition[];
}

function addToDocuments(
  documents: readonly PolicyDocument[],
  needs: readonly Need[],
  policyType: PolicyType,
  attached: number,
): Grown {
  let grown: Grown = { documents, additions: [] };
  for (const group of groupNeeds(needs)) grown = addGroup(grown, group, policyType, attached);
  return grown;
}

/** Actions that are needed on the same resources under the same condition: one statement. */
interface NeedGroup {
  readonly actions: readonly string[];
  readonly resources: readonly string[];
  readonly condition: ConditionBlock | null;
}

function groupNeeds(needs: readonly Need[]): readonly NeedGroup[] {
  const byAction = new Map<string, { action: string; condition: ConditionBlock | null; resources: Set<string> }>();
  for (const { action, resource, condition } of needs) {
    const key = JSON.stringify([action.toLowerCase(), condition]);
    const entry = byAction.get(key) ?? { action, condition, resources: new Set<string>() };
    entry.resources.add(resource);
    byAction.set(key, entry);
  }
  const groups = new Map<
    string,
    { actions: string[]; resources: readonly string[]; condition: ConditionBlock | null }
  >();
  for (const { action, condition, resources } of byAction.values()) {
    const sorted = widestPatterns([...resources]).toSorted(compareTexts);
    const key = JSON.stringify([sorted, condition]);
    const group = groups.get(key) ?? { actions: [], resources: sorted, condition };
    group.actions.push(action);
    groups.set(key, group);
  }
  return [...groups.values()].map((group) => ({ ...group, actions: group.actions.toSorted(compareTexts) }));
}

function addGroup(grown: Grown, group: NeedGroup, policyType: PolicyType, attached: number): Grown {
  const { documents } = grown;
  for (const [policy, document] of documents.entries()) {
    if (policy < attached) continue;
    for (const [index, statement] of document.Statement.entries()) {
      const joined = joinStatement(statement, group);
      if (joined === null) continue;
      const ref: StatementRef = { policyType, policy, statement: index, sid: statement.Sid ?? null };
      return {
        documents: documents.with(policy, { ...document, Statement: document.Statement.with(index, joined) }),
        additions: [...grown.additions, { ref, kind: "joined-statement", ...group }],
      };
    }
  }
  const policy = Math.max(attached, documents.length - 1);
  const last = documents[policy] ?? { Version: versionWithVariables, Statement: [] };
  const added = { ...last, Statement: [...last.Statement, newStatement(group)] };
  const ref: StatementRef = { policyType, policy, statement: last.Statement.length, sid: null };
  return {
    documents: [...documents.slice(0, policy), added],
    additions: [...grown.additions, { ref, kind: "new-statement", ...group }],
  };
}

/** The statement with the group taken in; `null` where it differs in more than actions or in more than resources. */
function joinStatement(statement: Statement, group: NeedGroup): Statement | null {
  if (statement.Effect !== "Allow" || statement.NotAction !== undefined || statement.NotResource !== undefined)
    return null;
  const actions = listOf(statement.Action);
  const resources = listOf(statement.Resource);
  const sameActions = sameTexts(lowerCase(actions), lowerCase(group.actions));
  const sameResources = sameTexts(resources, group.resources);
  if (sameCondition(statement.Condition, group.condition)) {
    if (sameResources) return { ...statement, Action: union(actions, group.actions) };
    if (sameActions) return { ...statement, Resource: union(resources, group.resources) };
    return null;
  }
  const condition = sameActions && sameResources ? joinPassedServices(statement.Condition, group.condition) : null;
  return condition === null ? null : { ...statement, Condition: condition };
}

/** Two conditions that name nothing but services a role is passed to, as one. */
function joinPassedServices(a: ConditionBlock | undefined, b: ConditionBlock | null): ConditionBlock | null {
  const services = [passedServices(a ?? null), passedServices(b)];
  if (services.includes(null)) return null;
  return { StringEquals: { [passedToService]: [...new Set(services.flatMap((list) => list ?? []))] } };
}

function passedServices(block: ConditionBlock | null): readonly string[] | null {
  const keys = block?.["StringEquals"];
  if (block === null || keys === undefined || Object.keys(block).length !== 1 || Object.keys(keys).length !== 1)
    return null;
  const value = keys[passedToService];
  return value === undefined ? null : valuesOf(value);
}

function newStatement(group: NeedGroup): Statement {
  return {
    Effect: "Allow",
    Action: single(group.actions),
    Resource: single(group.resources),
    ...(group.condition === null ? {} : { Condition: group.condition }),
  };
}

function sameCondition(block: ConditionBlock | undefined, condition: ConditionBlock | null): boolean {
  return JSON.stringify(orderConditions(block ?? {})) === JSON.stringify(orderConditions(condition ?? {}));
}

function lowerCase(texts: readonly string[]): readonly string[] {
  return texts.map((text) => text.toLowerCase());
}

function sameTexts(a: readonly string[], b: readonly string[]): boolean {
  const inA = new Set(a);
  const inB = new Set(b);
  return inA.size === inB.size && a.every((text) => inB.has(text));
}

function union(a: readonly string[], b: readonly string[]): readonly string[] {
  return [...new Set([...a, ...b])];
}

function single(texts: readonly string[]): string | readonly string[] {
  return texts.length === 1 ? (texts[0] ?? []) : texts;
}
