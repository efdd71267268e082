import type { ResolvedResource } from "../template/resolved-template";
import type { DeployableStack } from "./deployment-plan";
import type { AssumedTexts } from "./mark-assumed-texts";
import { sameJson } from "./read-property";
import type { StackState, StateResource } from "./stack-state";

/** Whether what is known of a deployed resource still holds; `find` answers with the new stack's resources. */
export type IsKept = (
  resolved: ResolvedResource,
  deployed: StateResource,
  find: (logicalId: string) => StateResource | undefined,
) => boolean;

/**
 * A resource is kept where an update changes nothing that it was worked out from: its own template, where the stack is,
 * the resources that it refers to, the attributes that others take of it, and which of its texts are assumed. A resource
 * whose rule looks at the rest of the stack may depend on anything in it, and so may a nested stack: they are never kept.
 */
export function findKept(
  before: StackState,
  after: DeployableStack,
  assumedTexts: AssumedTexts,
  usedAttributes: ReadonlyMap<string, readonly string[]>,
): IsKept {
  const isSamePlace = before.stack.target === after.target;
  if (!isSamePlace || !sameJson(before.stack.resolved.conditions, after.resolved.conditions)) return () => false;
  const coresBefore = new Map(before.resources.map(({ logicalId, core }) => [logicalId, core]));
  const reassumed = differingTexts(before.assumedTexts, assumedTexts);
  return (resolved, deployed, find) => {
    const { logicalId, core } = deployed;
    return (
      deployed.resolved === resolved &&
      !Object.hasOwn(after.nested, logicalId) &&
      sameTexts(core.source.usedAttributes, usedAttributes.get(logicalId) ?? []) &&
      [...core.refersTo].every((id) => find(id)?.core === coresBefore.get(id)) &&
      !reassumed.some((text) => core.plainText().includes(text)) &&
      !core.looksAround()
    );
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
