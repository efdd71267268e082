import type { ActionCatalogue } from "../policy/action-catalogue";
import type { Problem, Staged } from "../problem";
import type { DeploySettings } from "../stack";
import { assumptionsOf } from "./assumptions";
import { type CliSteps, startKeepingCliSteps } from "./cli/keep-cli-steps";
import { type DeployedStack, readDeployed, type Unit } from "./deployed-units";
import type { DeployableStack, DeploymentPlan, PlannedResource } from "./deployment-plan";
import { makeRuleFinder, notModelled } from "./find-rule";
import { type FinishCalls, startFinishing } from "./finish-calls";
import { readAssumed, readPattern } from "./invented-id";
import { startKeepingRemovals } from "./kept-removals";
import { startKeepingResources } from "./kept-resources";
import { startKeepingUnits } from "./kept-units";
import { withOlderArtifacts } from "./older-artifacts";
import type { PlanStep } from "./plan-step";
import type { RegistryTable } from "./registry-rule";
import type { ResourceSpecTable } from "./resource-spec";
import { creationSteps, deletionSteps, type StepMaking, updateRollbackSteps, updateSteps } from "./resource-steps";
import { nameResources, type StateContext } from "./stack-state";
import { findUnseenStacks } from "./unseen-stacks";
import { startFindingAttributes } from "./used-attributes";

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

/**
 * {@link deriveCalls} for many deployments in a row: what is known of a stack before is worked out once, and so are the
 * steps that updates of it have in common.
 */
export function startDeriving(settings: DeploySettings, data: DeploymentData): DeriveCalls {
  const findRule = makeRuleFinder(data.actions, data.registry);
  const stateContext: StateContext = {
    settings,
    spec: data.resourceSpec,
    findRule,
    takenBy: startFindingAttributes(),
    keep: startKeepingResources(),
  };
  const context: DerivingContext = {
    ...stateContext,
    cliSteps: startKeepingCliSteps(settings, stateContext),
    removals: startKeepingRemovals(settings),
    finish: startFinishing(settings),
    keepUnit: startKeepingUnits(),
    planResource: startPlanningResources(),
  };
  const known = new WeakMap<DeployableStack, DeployedStack>();
  const nameOnce = (stack: DeployableStack) => {
    const deployed = known.get(stack) ?? readDeployed(nameResources(stack, null, context));
    known.set(stack, deployed);
    return deployed;
  };
  return (before, after, operations = ["create", "update"]) => {
    const create = operations.includes("create") ? nameOnce(after) : null;
    const update = operations.includes("update")
      ? updateFrom(nameOnce(before ?? withOlderArtifacts(after)), after, context)
      : null;
    const last = update?.updated ?? create ?? nameOnce(after);
    const steps = orderSteps(create, update, last, context);
    return composePlan(last, update?.deployed ?? null, steps, context);
  };
}

interface DerivingContext extends StateContext, StepMaking {
  readonly cliSteps: (stack: DeployableStack) => CliSteps;
  readonly finish: FinishCalls;
  readonly keepUnit: (unit: Unit) => Unit;
  readonly planResource: PlanResource;
}

/** The same stack before and after an update; resources that stay keep their names. */
interface Update {
  readonly deployed: DeployedStack;
  readonly updated: DeployedStack;
}

function updateFrom(deployed: DeployedStack, after: DeployableStack, context: DerivingContext): Update {
  return { deployed, updated: readDeployed(nameResources(after, deployed.state, context), context.keepUnit) };
}

/** The story of a deployment in its order; what is not wanted is `null` and left out. */
function orderSteps(
  create: DeployedStack | null,
  update: Update | null,
  last: DeployedStack,
  context: DerivingContext,
): readonly PlanStep[] {
  const cli = context.cliSteps(last.state.stack);
  return [
    ...cli.beforeStart,
    ...(create ? [...cli.beforeCreate, ...creationSteps(create, context), ...cli.afterCreate] : []),
    ...(update
      ? [...cli.beforeUpdate, ...updateSteps(update.deployed, update.updated, context), ...cli.afterUpdate]
      : []),
    ...(create ? [...deletionSteps(create, "rollback", context), ...cli.afterFailedCreate] : []),
    ...(update ? updateRollbackSteps(update.deployed, update.updated, context) : []),
    ...cli.beforeDelete,
    ...deletionSteps(last, "delete", context),
  ];
}

function composePlan(
  last: DeployedStack,
  deployed: DeployedStack | null,
  steps: readonly PlanStep[],
  { settings, finish, planResource }: DerivingContext,
): Staged<DeploymentPlan> {
  const { state, units } = last;
  const { target } = state.stack;
  const value: DeploymentPlan = {
    target,
    settings,
    resources: [...units.map(planResource), ...(deployed ? removedUnits(deployed, last).map(planRemoved) : [])],
    ...finish(steps, target),
    assumptions: assumptionsOf(
      settings,
      units.map(({ resource }) => resource.view),
    ),
    coverage: countCoverage(units),
  };
  return { value, problems: [...findUnknown(units), ...findUnseenStacks(state), ...state.problems] };
}

type PlanResource = (unit: Unit) => PlannedResource;

/** The same unit is the same resource of a plan. */
function startPlanningResources(): PlanResource {
  const planned = new WeakMap<Unit, PlannedResource>();
  return (unit) => {
    const resource = planned.get(unit) ?? planResource(unit);
    planned.set(unit, resource);
    return resource;
  };
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
function removedUnits({ units }: DeployedStack, after: DeployedStack): readonly Unit[] {
  return units.filter(({ id }) => !after.unitsById.has(id));
}

function planRemoved(unit: Unit): PlannedResource {
  return { ...planResource(unit), change: "delete" };
}

function countCoverage(units: readonly Unit[]): DeploymentPlan["coverage"] {
  const count = (certainty: string) => units.filter(({ resource }) => resource.certainty === certainty).length;
  return { documented: count("documented"), registry: count("registry"), unknown: count("unknown") };
}

function findUnknown(units: readonly Unit[]): readonly Problem[] {
  const unknown = units.filter(({ resource }) => resource.certainty === "unknown");
  return unknown.map(({ id, resource }) => notModelled(id, resource.resolved.type));
}
