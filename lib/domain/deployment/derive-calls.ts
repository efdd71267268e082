import type { ActionCatalogue } from "../policy/action-catalogue";
import type { Problem, Staged } from "../problem";
import type { DeploySettings } from "../stack";
import { assumptionsOf } from "./assumptions";
import { beforeUpdateSteps, changeSetSteps, waitingSteps } from "./cli/change-set-steps";
import { packageSteps } from "./cli/package-steps";
import { failedStackRemoval, removalSteps } from "./cli/removal-steps";
import { orderUnits, type Unit } from "./deployed-units";
import type { DeployableStack, DeploymentPlan, PlannedResource } from "./deployment-plan";
import { makeRuleFinder, notModelled } from "./find-rule";
import { finishCalls } from "./finish-calls";
import { inventedIdsIn, readAssumed, readPattern } from "./invented-id";
import { withOlderArtifacts } from "./older-artifacts";
import type { PlanStep } from "./plan-step";
import type { RegistryTable } from "./registry-rule";
import type { ResourceSpecTable } from "./resource-spec";
import { creationSteps, deletionSteps, updateRollbackSteps, updateSteps } from "./resource-steps";
import { nameResources, type StackState, type StateContext } from "./stack-state";
import { findUnseenStacks } from "./unseen-stacks";

export interface DeploymentData {
  readonly resourceSpec: ResourceSpecTable;
  readonly actions: ActionCatalogue;
  readonly registry?: RegistryTable;
}

/** What of a plan is wanted: a first deployment with its rollback, an update with its rollback. The delete belongs to both. */
export type Operation = "create" | "update";

export type DeriveCalls = (
  before: DeployableStack | null,
  after: DeployableStack,
  operations?: readonly Operation[],
) => Staged<DeploymentPlan>;

/**
 * Every call that deploying `after` causes, in every phase. The update goes from `before`; without one, from the same
 * stack with other artifacts, as a plain code change does.
 */
export function deriveCalls(
  before: DeployableStack | null,
  after: DeployableStack,
  settings: DeploySettings,
  data: DeploymentData,
): Staged<DeploymentPlan> {
  return startDeriving(settings, data)(before, after);
}

/** {@link deriveCalls} for many deployments in a row: what is known of a stack before is worked out once. */
export function startDeriving(settings: DeploySettings, data: DeploymentData): DeriveCalls {
  const findRule = makeRuleFinder(data.actions, data.registry);
  const context: StateContext = { settings, spec: data.resourceSpec, findRule };
  const states = new WeakMap<DeployableStack, StackState>();
  const nameOnce = (stack: DeployableStack) => {
    const state = states.get(stack) ?? nameResources(stack, null, context);
    states.set(stack, state);
    return state;
  };
  return (before, after, operations = ["create", "update"]) => {
    const created = nameOnce(after);
    const update = operations.includes("update")
      ? compareStates(nameOnce(before ?? withOlderArtifacts(after)), after, context)
      : null;
    const steps = orderSteps(operations.includes("create") ? created : null, update, created, context);
    return composePlan(update?.updated ?? created, update?.deployed ?? null, steps, context);
  };
}

/** The same stack before and after an update; resources that stay keep their names. */
interface UpdateStates {
  readonly deployed: StackState;
  readonly updated: StackState;
}

function compareStates(deployed: StackState, after: DeployableStack, context: StateContext): UpdateStates {
  return { deployed, updated: nameResources(after, deployed, context) };
}

/** The story of a deployment in its order; what is not wanted is `null` and left out. */
function orderSteps(
  create: StackState | null,
  update: UpdateStates | null,
  { stack }: StackState,
  context: StateContext,
): readonly PlanStep[] {
  const { settings } = context;
  const last = update?.updated ?? create;
  return [
    ...packageSteps(stack, settings, context),
    ...changeSetSteps(stack, settings),
    ...(create ? [...creationSteps(create, settings), ...waitingSteps(stack, "create")] : []),
    ...(update
      ? [
          ...beforeUpdateSteps(stack),
          ...updateSteps(update.deployed, update.updated, settings),
          ...waitingSteps(stack, "update"),
        ]
      : []),
    ...(create ? [...deletionSteps(create, "rollback", settings), ...failedStackRemoval(stack)] : []),
    ...(update ? updateRollbackSteps(update.deployed, update.updated, settings) : []),
    ...removalSteps(stack, settings),
    ...(last ? deletionSteps(last, "delete", settings) : []),
  ];
}

function composePlan(
  state: StackState,
  deployed: StackState | null,
  steps: readonly PlanStep[],
  { settings }: StateContext,
): Staged<DeploymentPlan> {
  const units = orderUnits(state);
  const { target } = state.stack;
  const value: DeploymentPlan = {
    target,
    settings,
    resources: [...units.map(planResource), ...(deployed ? removedResources(orderUnits(deployed), units) : [])],
    calls: finishCalls(steps, target, settings),
    inventedIds: collectInventedIds(steps),
    assumptions: assumptionsOf(
      settings,
      units.map(({ resource }) => resource.view),
    ),
    coverage: countCoverage(units),
  };
  return { value, problems: [...findUnknown(units), ...findUnseenStacks(state), ...state.problems] };
}

function planResource({ id, resource, dependsOn, wave }: Unit): PlannedResource {
  const { identity } = resource.view;
  return {
    logicalId: id,
    type: resource.resolved.type,
    physicalId: readAssumed(identity.physicalId),
    physicalIdPattern: readPattern(identity.physicalId),
    arn: identity.arn === null ? null : readAssumed(identity.arn),
    dependsOn,
    wave,
    certainty: resource.certainty,
    change: resource.change,
  };
}

/** What the update takes out of the stack. */
function removedResources(before: readonly Unit[], after: readonly Unit[]): readonly PlannedResource[] {
  const kept = new Set(after.map(({ id }) => id));
  return before.filter(({ id }) => !kept.has(id)).map((unit) => ({ ...planResource(unit), change: "delete" }));
}

function collectInventedIds(steps: readonly PlanStep[]): readonly string[] {
  const resources = steps.flatMap(({ call }) => call.checks.flatMap((check) => check.resources));
  return [...new Set(resources.flatMap(inventedIdsIn))];
}

function countCoverage(units: readonly Unit[]): DeploymentPlan["coverage"] {
  const count = (certainty: string) => units.filter(({ resource }) => resource.certainty === certainty).length;
  return { documented: count("documented"), registry: count("registry"), unknown: count("unknown") };
}

function findUnknown(units: readonly Unit[]): readonly Problem[] {
  const unknown = units.filter(({ resource }) => resource.certainty === "unknown");
  return unknown.map(({ id, resource }) => notModelled(id, resource.resolved.type));
}
