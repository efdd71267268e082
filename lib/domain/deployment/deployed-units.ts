import { listSsmParameters, type SsmParameter } from "./ssm-parameters";
import type { StackState, StateResource } from "./stack-state";
import { collectTagged, type TaggedResources } from "./tagged-resources";
import { listTypedParameters, type TypedParameter } from "./typed-parameters";

/** A stack with all that is in it, in the order of its creation. */
export interface DeployedStack {
  readonly state: StackState;
  readonly units: readonly Unit[];
  readonly unitsById: ReadonlyMap<string, Unit>;
  readonly tagged: TaggedResources;
}

/** @param keep the unit itself, or an earlier one that is the same */
export function readDeployed(state: StackState, keep: (unit: Unit) => Unit = (unit) => unit): DeployedStack {
  const units = orderUnits(state).map(keep);
  return { state, units, unitsById: new Map(units.map((unit) => [unit.id, unit])), tagged: collectTagged(state) };
}

/** A resource among all those of a stack and its nested stacks. */
export interface Unit {
  /** Logical id; a nested stack's resources carry its id before theirs: `Jobs/Worker`. */
  readonly id: string;
  readonly resource: StateResource;
  /** Ids of units that must exist before. */
  readonly dependsOn: readonly string[];
  /** Resources of its stack that it takes attributes of, each with the first one. */
  readonly reads: readonly ReadResource[];
  /** Some other resource takes an attribute of it. */
  readonly isReadByOthers: boolean;
  /** Of the nested stack that it stands for: what CloudFormation reads from SSM before it makes or changes that stack. */
  readonly nestedParameters: readonly SsmParameter[];
  /** Of the nested stack that it stands for: what CloudFormation looks for once it works on that stack. */
  readonly nestedTypes: readonly TypedParameter[];
  /** 0-based: units of one wave are made at the same time. */
  readonly wave: number;
}

export interface ReadResource {
  readonly resource: StateResource;
  readonly attribute: string;
}

/**
 * Every resource with the wave in which CloudFormation creates it: as soon as all that it depends on exists. A nested
 * stack's resources follow the call that creates the stack, and what depends on the nested stack waits for all of them.
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-attribute-dependson.html
 */
function orderUnits(state: StackState): readonly Unit[] {
  const unordered = flatten(state, "", []);
  const dependencies = new Map(unordered.map(({ id, dependsOn }) => [id, dependsOn]));
  const waves = new Map<string, number>();
  const underway = new Set<string>();
  const waveOf = (id: string): number => {
    const known = waves.get(id);
    if (known !== undefined || underway.has(id)) return known ?? 0;
    underway.add(id);
    const wave = Math.max(-1, ...(dependencies.get(id) ?? []).map(waveOf)) + 1;
    underway.delete(id);
    waves.set(id, wave);
    return wave;
  };
  const units = unordered.map((unit) => ({ ...unit, wave: waveOf(unit.id) }));
  return units.sort((left, right) => left.wave - right.wave);
}

function flatten(state: StackState, prefix: string, parents: readonly string[]): readonly Omit<Unit, "wave">[] {
  const read = new Set(state.resources.flatMap(({ takes }) => takes.map(({ logicalId }) => logicalId)));
  return state.resources.flatMap((resource) => {
    const { resolved, logicalId } = resource;
    const needed = [...new Set([...resolved.dependsOn, ...resolved.refersTo])].filter((other) => other !== logicalId);
    const dependsOn = needed.flatMap((other) => [`${prefix}${other}`, ...insideOf(state, prefix, other)]);
    const id = `${prefix}${logicalId}`;
    const nested = state.nested[logicalId];
    return [
      {
        id,
        resource,
        dependsOn: [...parents, ...dependsOn],
        reads: listReads(resource, state),
        isReadByOthers: read.has(logicalId),
        nestedParameters: nested ? listSsmParameters(nested.stack.resolved) : [],
        nestedTypes: nested ? listTypedParameters(nested.stack.resolved) : [],
      },
      ...(nested ? flatten(nested, `${id}/`, [id]) : []),
    ];
  });
}

function insideOf(state: StackState, prefix: string, logicalId: string): readonly string[] {
  const nested = state.nested[logicalId];
  return nested ? flatten(nested, `${prefix}${logicalId}/`, []).map(({ id }) => id) : [];
}

function listReads({ takes }: StateResource, state: StackState): readonly ReadResource[] {
  const firsts = takes.filter(
    ({ logicalId }, index) => takes.findIndex((taken) => taken.logicalId === logicalId) === index,
  );
  return firsts.flatMap(({ logicalId, attribute }) => {
    const resource = state.byId.get(logicalId);
    return resource ? [{ resource, attribute }] : [];
  });
}
