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
import { nameResources, type StateContext } from "./stack-state";

export interface DeploymentData {
  readonly resourceSpec: ResourceSpecTable;
  readonly actions: ActionCatalogue;
  readonly registry?: RegistryTable;
}

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
  const context: StateContext = {
    settings,
    spec: data.resourceSpec,
    findRule: makeRuleFinder(data.actions, data.registry),
  };
  const created = nameResources(after, null, context);
  const deployed = nameResources(before ?? withOlderArtifacts(after), null, context);
  const updated = nameResources(after, deployed, context);
  const steps = [
    ...packageSteps(after, settings, context),
    ...changeSetSteps(after, settings),
    ...creationSteps(created, settings),
    ...waitingSteps(after, "create"),
    ...beforeUpdateSteps(after),
    ...updateSteps(deployed, updated, settings),
    ...waitingSteps(after, "update"),
    ...deletionSteps(created, "rollback", settings),
    ...failedStackRemoval(after),
    ...updateRollbackSteps(deployed, updated, settings),
    ...removalSteps(after, settings),
    ...deletionSteps(updated, "delete", settings),
  ];
  const units = orderUnits(updated);
  const value: DeploymentPlan = {
    target: after.target,
    settings,
    resources: [...units.map(planResource), ...removedResources(orderUnits(deployed), units)],
    calls: finishCalls(steps, after.target, settings),
    inventedIds: collectInventedIds(steps),
    assumptions: assumptionsOf(
      settings,
      units.map(({ resource }) => resource.view),
    ),
    coverage: countCoverage(units),
  };
  return { value, problems: findUnknown(units) };
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
