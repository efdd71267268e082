import { isSameJson, type Json } from "../json";
import type { ResolvedResource } from "../template/resolved-template";
import type { DeployableStack } from "./deployment-plan";
import type { AssumedTexts } from "./mark-assumed-texts";
import { sameJson } from "./read-property";
import type { Reference } from "./resource-core";
import type { StackState, StateResource } from "./stack-state";

/** Whether what is known of a deployed resource still holds. */
export type IsKept = (resolved: ResolvedResource, deployed: StateResource) => boolean;

/** What the new stack has to say of its resources. */
export interface Answers {
  find(logicalId: string): StateResource | undefined;
  /** What a reference comes to; `attribute` is `null` for a `Ref`. */
  refer(logicalId: string, attribute: string | null): Json | undefined;
}

/**
 * A resource is kept where an update changes nothing that it was worked out from: its own template, where the stack is,
 * what its references come to, the attributes that others take of it, and which of its texts are assumed. A resource
 * whose rule looks at the rest of the stack may depend on anything in it, and so may a nested stack: they are never kept.
 */
export function findKept(
  before: StackState,
  after: DeployableStack,
  assumedTexts: AssumedTexts,
  usedAttributes: ReadonlyMap<string, readonly string[]>,
  { find, refer }: Answers,
): IsKept {
  const isSamePlace = before.stack.target === after.target;
  if (!isSamePlace || !sameJson(before.stack.resolved.conditions, after.resolved.conditions)) return () => false;
  const reassumed = differingTexts(before.assumedTexts, assumedTexts);
  const answersTheSame = ({ logicalId, attribute, value }: Reference) =>
    find(logicalId)?.core === before.byId.get(logicalId)?.core || isSameJson(refer(logicalId, attribute), value);
  return (resolved, deployed) => {
    const { logicalId, core } = deployed;
    return (
      deployed.resolved === resolved &&
      !Object.hasOwn(after.nested, logicalId) &&
      sameTexts(core.source.usedAttributes, usedAttributes.get(logicalId) ?? []) &&
      core.references.every(answersTheSame) &&
      !reassumed.some((text) => core.plainText().includes(text)) &&
      !core.looksAround()
    );
  };
}

/** A kept resource is the very same object in every update of its stack. */
export function startKeepingResources(): (deployed: StateResource) => StateResource {
  const known = new WeakMap<StateResource, StateResource>();
  return (deployed) => {
    const kept = known.get(deployed) ?? { ...deployed, change: "none", update: null };
    known.set(deployed, kept);
    return kept;
  };
}

/** Texts that are assumed before or after only, or marked otherwise. */
function differingTexts(before: AssumedTexts, after: AssumedTexts): readonly string[] {
  const texts = new Set([...before.keys(), ...after.keys()]);
  return [...texts].filter((text) => before.get(text) !== after.get(text));
}

function sameTexts(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((text, index) => text === b[index]);
}
