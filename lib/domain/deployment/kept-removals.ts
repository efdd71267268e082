import type { Unit } from "./deployed-units";
import { type PlanStep, shareSteps } from "./plan-step";
import type { ResourceCore } from "./resource-core";
import type { TaggedResources } from "./tagged-resources";

/** The steps of a unit's removal: made, or those that were made for the same resource among the same tags. */
export type KeptRemovals = (
  unit: Unit,
  tagged: TaggedResources,
  make: () => readonly PlanStep[],
) => readonly PlanStep[];

interface KeptRemoval {
  readonly id: string;
  /** Of each resource that the calls are about, in their order. */
  readonly tags: readonly (Readonly<Record<string, string>> | undefined)[];
  readonly steps: readonly PlanStep[];
}

/**
 * Most of a stack is removed in the same way whatever an update changes. A resource that is kept makes the same calls;
 * the tags that they show may be another resource's, so these are compared.
 */
export function startKeepingRemovals(): KeptRemovals {
  const known = new WeakMap<ResourceCore, KeptRemoval>();
  return ({ id, resource: { core } }, tagged, make) => {
    const tags = core.removal().flatMap(({ checks }) => checks.map((check) => tagged.get(check.resources[0] ?? "")));
    const kept = known.get(core);
    if (kept?.id === id && kept.tags.every((own, index) => own === tags[index])) return kept.steps;
    const steps = shareSteps(make());
    known.set(core, { id, tags, steps });
    return steps;
  };
}
