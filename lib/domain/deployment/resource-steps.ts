import type { DeploySettings } from "../stack";
import type { Phase } from "./api-call";
import { zoneCalls } from "./availability-zones";
import type { DeployedStack, Unit } from "./deployed-units";
import { dynamicReferenceCalls } from "./dynamic-references";
import type { RemovalSteps } from "./kept-removals";
import { nameMade } from "./named-in-event";
import type { PlanStep } from "./plan-step";
import type { CallSpec, ResourceUpdate } from "./resource-rule";
import { CreatedResource, UpdatedResource } from "./resource-view";
import { readSsmParameter } from "./ssm-parameters";
import type { StackState } from "./stack-state";
import { eitherTagged, showResourceTags, type TaggedResources } from "./tagged-resources";
import { checkTypedParameter } from "./typed-parameters";
import { unitStep } from "./unit-step";

/** What every step of a deployment needs to know beside the stacks. */
export interface StepMaking {
  readonly settings: DeploySettings;
  readonly removals: RemovalSteps;
}

interface StepContext extends StepMaking {
  readonly tagged: TaggedResources;
}

/** Everything of a stack made for the first time, in waves. */
export function creationSteps({ units, tagged }: DeployedStack, making: StepMaking): readonly PlanStep[] {
  const context = { ...making, tagged };
  return units.flatMap((unit) => createUnit(unit, "create", context));
}

/** Everything removed, in reverse, except what its deletion policy keeps. */
export function deletionSteps(
  { state, units, tagged }: DeployedStack,
  phase: "delete" | "rollback",
  making: StepMaking,
): readonly PlanStep[] {
  const context = { ...making, tagged };
  const undoes = phase === "rollback" ? "create" : null;
  const deleted = units.toReversed().filter((unit) => !isKept(unit, state, phase));
  return deleted.flatMap((unit) => deleteUnit(unit, phase, context, undoes));
}

/**
 * In order of dependencies what is new, changed and replaced; then, in the clean-up, what is gone and what was replaced.
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/using-cfn-updating-stacks-update-behaviors.html
 */
export function updateSteps(before: DeployedStack, after: DeployedStack, making: StepMaking): readonly PlanStep[] {
  const context = { ...making, tagged: eitherTagged(before.tagged, after.tagged) };
  const unitsAfter = after.units;
  const changes = unitsAfter.flatMap((unit): readonly PlanStep[] => {
    const { change, update } = unit.resource;
    if (change === "create") return createUnit(unit, "update", context);
    if (change === "replace") return createUnit(unit, "replace", context);
    if (change !== "update" || !update) return [];
    return [
      ...readSteps(unit, "update", context),
      ...parameterSteps(unit, "update", context),
      ...updateUnit(unit, update, "update", context),
    ];
  });
  const replaced = unitsAfter.filter(
    ({ resource }) => resource.change === "replace" && !keepsReplaced(resource.resolved),
  );
  const cleanUpReplaced = replaced.reverse().flatMap(({ id }) => {
    const unit = before.unitsById.get(id);
    return unit ? deleteUnit(unit, "replace", context) : [];
  });
  const removed = before.units.filter(({ id }) => !after.unitsById.has(id)).reverse();
  const cleanUpRemoved = removed
    .filter(({ resource }) => !keepsOnDelete(resource.resolved.deletionPolicy))
    .flatMap((unit) => deleteUnit(unit, "update", context));
  return [...changes, ...cleanUpReplaced, ...cleanUpRemoved];
}

/** The way back from a failed update: changed resources are changed back, new ones deleted. */
export function updateRollbackSteps(
  before: DeployedStack,
  after: DeployedStack,
  making: StepMaking,
): readonly PlanStep[] {
  const context = { ...making, tagged: eitherTagged(after.tagged, before.tagged) };
  const backwards = after.units.toReversed();
  const reverted = backwards.flatMap((unit): readonly PlanStep[] => {
    if (unit.resource.change !== "update") return [];
    const earlier = before.unitsById.get(unit.id)?.resource.view;
    if (!(earlier instanceof CreatedResource)) return [];
    const reversal = new UpdatedResource(earlier.source, unit.resource.view);
    return updateUnit(unit, reversal, "rollback", context, "update");
  });
  const made = backwards.filter(({ resource }) => resource.change === "create" || resource.change === "replace");
  const undone = made
    .filter(({ resource }) => resource.resolved.deletionPolicy !== "Retain")
    .flatMap((unit) => deleteUnit(unit, "rollback", context, "update"));
  return [...reverted, ...undone];
}

function createUnit(unit: Unit, phase: Phase, context: StepContext): readonly PlanStep[] {
  const { rule, view } = unit.resource;
  const calls = [...nameMade(rule.create(view), view), ...readForOutputs(unit)];
  const step = stepOf(unit, phase, context);
  const creation = showResourceTags(calls, context.tagged, view.identity.arn).map(step);
  // A creation of one call leaves nothing behind when it is refused.
  const place = { phase, undoes: null, onlyAfterFailure: true };
  const cleanUp = calls.length > 1 ? context.removals(unit, place, context.tagged) : [];
  return [
    ...readSteps(unit, phase, context),
    ...parameterSteps(unit, phase, context),
    ...zoneCalls(unit.resource.resolved).map(step),
    ...dynamicReferenceCalls(view).map(step),
    ...creation,
    ...cleanUp,
  ];
}

/**
 * CloudFormation asks for an attribute when it comes to a resource that takes it; if it may not, that resource is the one
 * that fails: "Unable to retrieve Arn attribute for AWS::Logs::LogGroup, with error message Access denied …".
 * https://github.com/awslabs/aws-solutions-constructs/issues/1261
 */
function readSteps(unit: Unit, phase: Phase, context: StepContext): readonly PlanStep[] {
  return unit.reads.flatMap(({ resource: { logicalId, resolved, rule, view, certainty }, attribute }) => {
    const cause = `Fn::GetAtt ${logicalId}.${attribute}`;
    const calls = (rule.read?.(view) ?? []).map((call) => ({
      ...call,
      checks: call.checks.map((check) => ({ ...check, cause })),
    }));
    const step = stepOf(unit, phase, context);
    return showResourceTags(calls, context.tagged).map((call) => ({
      ...step(call),
      resourceType: resolved.type,
      certainty,
    }));
  });
}

/** A nested stack's parameters of SSM types are read, and values of AWS's types looked for, when it is made or changed. */
function parameterSteps(unit: Unit, phase: Phase, context: StepContext): readonly PlanStep[] {
  const { target } = unit.resource.view;
  const calls = [
    ...unit.nestedParameters.map((parameter) => readSsmParameter(parameter, target)),
    ...unit.nestedTypes.map(checkTypedParameter),
  ];
  return calls.map(stepOf(unit, phase, context));
}

/** The type's read calls where outputs alone take an attribute, told with the resource itself. */
function readForOutputs({ resource: { rule, view }, isReadByOthers }: Unit): readonly CallSpec[] {
  return view.usedAttributes.length > 0 && !isReadByOthers ? (rule.read?.(view) ?? []) : [];
}

function updateUnit(
  unit: Unit,
  update: ResourceUpdate,
  phase: Phase,
  context: StepContext,
  undoes: PlanStep["undoes"] = null,
): readonly PlanStep[] {
  const { rule, resolved } = unit.resource;
  const zones = phase === "rollback" ? [] : zoneCalls(resolved);
  const calls = [...zones, ...dynamicReferenceCalls(update), ...(rule.update?.(update) ?? [])];
  return showResourceTags(calls, context.tagged).map(stepOf(unit, phase, context, undoes));
}

function deleteUnit(
  unit: Unit,
  phase: Phase,
  context: StepContext,
  undoes: PlanStep["undoes"] = null,
): readonly PlanStep[] {
  return context.removals(unit, { phase, undoes, onlyAfterFailure: false }, context.tagged);
}

function stepOf(unit: Unit, phase: Phase, { settings }: StepContext, undoes: PlanStep["undoes"] = null) {
  return (call: CallSpec) => unitStep(unit, { phase, undoes, onlyAfterFailure: false }, settings, call);
}

/**
 * Kept by its own deletion policy, or because it stands in a nested stack that is kept.
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-attribute-deletionpolicy.html
 */
function isKept(unit: Unit, state: StackState, phase: "delete" | "rollback"): boolean {
  const policies = [unit.resource.resolved.deletionPolicy, ...parentPolicies(unit.id, state)];
  return policies.some((policy) => policy === "Retain" || (phase === "delete" && keepsOnDelete(policy)));
}

function parentPolicies(id: string, state: StackState): readonly (string | null)[] {
  const [first = "", ...rest] = id.split("/");
  if (rest.length === 0) return [];
  const parent = state.resources.find(({ logicalId }) => logicalId === first);
  const nested = state.nested[first];
  return [parent?.resolved.deletionPolicy ?? null, ...(nested ? parentPolicies(rest.join("/"), nested) : [])];
}

function keepsOnDelete(policy: string | null): boolean {
  return policy === "Retain" || policy === "RetainExceptOnCreate";
}

function keepsReplaced({ updateReplacePolicy }: Unit["resource"]["resolved"]): boolean {
  return updateReplacePolicy === "Retain";
}
