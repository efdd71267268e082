import { isSameJson } from "../json";
import type { DeploySettings } from "../stack";
import type { Unit } from "./deployed-units";
import { type PlanStep, startSharingSteps } from "./plan-step";
import type { ResourceCore } from "./resource-core";
import type { CallSpec } from "./resource-rule";
import { type ShownTags, showResourceTags, type TaggedResources } from "./tagged-resources";
import { type StepPlace, unitStep } from "./unit-step";

/** The steps of a unit's removal at one place of a plan. */
export type RemovalSteps = (unit: Unit, place: StepPlace, tagged: TaggedResources) => readonly PlanStep[];

interface KeptRemoval {
  readonly id: string;
  /** Of each resource that the calls are about; undefined for one without tags. */
  readonly tags: readonly (readonly [arn: string, shown: ShownTags | undefined])[];
  readonly calls: readonly CallSpec[];
  readonly stepsByPlace: Map<string, readonly PlanStep[]>;
}

/**
 * Most of a stack is removed in the same way whatever an update changes. A resource that is kept makes the same calls;
 * the tags that they show may be another resource's, so these are compared. A deletion that says the same as an earlier
 * one's is the earlier one, though the resource has changed otherwise.
 */
export function startKeepingRemovals(settings: DeploySettings): RemovalSteps {
  const known = new WeakMap<ResourceCore, KeptRemoval>();
  const share = startSharingSteps();
  const keepRemoval = ({ id, resource: { core } }: Unit, tagged: TaggedResources) => {
    const kept = known.get(core);
    if (kept?.id === id && kept.tags.every(([arn, tags]) => isSameJson(tagged.get(arn), tags))) return kept;
    const removal = makeRemoval(id, core, tagged);
    known.set(core, removal);
    return removal;
  };
  return (unit, place, tagged) => {
    const { calls, stepsByPlace } = keepRemoval(unit, tagged);
    const { phase, undoes, onlyAfterFailure } = place;
    const name = `${phase} ${undoes} ${onlyAfterFailure}`;
    const kept = stepsByPlace.get(name);
    if (kept) return kept;
    const made = calls.map((call): PlanStep => ({ ...unitStep(unit, place, settings, call), isShared: true }));
    const isMetAgain = phase === "delete" && unit.resource.change !== "create";
    const steps = isMetAgain ? share(made, unit.resource.view.target) : made;
    stepsByPlace.set(name, steps);
    return steps;
  };
}

function makeRemoval(id: string, core: ResourceCore, tagged: TaggedResources): KeptRemoval {
  const arns = new Set(core.removal().flatMap(({ checks }) => checks.map(({ resources: [first = ""] }) => first)));
  return {
    id,
    tags: [...arns].map((arn) => [arn, tagged.get(arn)] as const),
    calls: showResourceTags(core.removal(), tagged),
    stepsByPlace: new Map(),
  };
}
