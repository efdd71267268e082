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
import { type KeptRemovals, startKeepingRemovals } from "./kept-removals";
import { startKeepingResources } from "./kept-resources";
import { withOlderArtifacts } from "./older-artifacts";
import type { PlanStep } from "./plan-step";
import type { RegistryTable } from "./registry-rule";
import type { ResourceSpecTable } from "./resource-spec";
import { creationSteps, deletionSteps, updateRollbackSteps, updateSteps } from "./resource-steps";
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
    removals: startKeepingRemovals(),
    finish: startFinishing(settings),
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

interface DerivingContext extends StateContext {
  readonly cliSteps: (stack: DeployableStack) => CliSteps;
  readonly removals: KeptRemovals;
  readonly finish: FinishCalls;
}

/** The same stack before and after an update; resources that stay keep their names. */
interface Update {
  readonly deployed: DeployedStack;
  readonly updated: DeployedStack;
}

function updateFrom(deployed: DeployedStack, after: DeployableStack, context: StateContext): Update {
  return { deployed, updated: readDeployed(nameResources(after, deployed.state, context)) };
}

/** The story of a deployment in its order; what is not wanted is `null` and left out. */
function orderSteps(
  create: DeployedStack | null,
  update: Update | null,
  last: DeployedStack,
  context: DerivingContext,
): readonly PlanStep[] {
  const { settings, removals } = context;
  const cli = context.cliSteps(last.state.stack);
  return [
    ...cli.beforeStart,
    ...(create ? [...creationSteps(create, settings), ...cli.afterCreate] : []),
    ...(update
      ? [...cli.beforeUpdate, ...updateSteps(update.deployed, update.updated, settings), ...cli.afterUpdate]
      : []),
    ...(create ? [...deletionSteps(create, "rollback", settings, removals), ...cli.afterFailedCreate] : []),
    ...(update ? updateRollbackSteps(update.deployed, update.updated, settings) : []),
    ...cli.beforeDelete,
    ...deletionSteps(last, "delete", settings, removals),
  ];
}

function composePlan(
  { state, units }: DeployedStack,
  deployed: DeployedStack | null,
  steps: readonly PlanStep[],
  { settings, finish }: DerivingContext,
): Staged<DeploymentPlan> {
  const { target } = state.stack;
  const value: DeploymentPlan = {
    target,
    settings,
    resources: [...units.map(planResource), ...(deployed ? removedResources(deployed.units, units) : [])],
    ...finish(steps, target),
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

function countCoverage(units: readonly Unit[]): DeploymentPlan["coverage"] {
  const count = (certainty: string) => units.filter(({ resource }) => resource.certainty === certainty).length;
  return { documented: count("documented"), registry: count("registry"), unknown: count("unknown") };
}

function findUnknown(units: readonly Unit[]): readonly Problem[] {
  const unknown = units.filter(({ resource }) => resource.certainty === "unknown");
  return unknown.map(({ id, resource }) => notModelled(id, resource.resolved.type));
}
