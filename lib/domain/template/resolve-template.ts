import { isJsonObject, type Json, type JsonObject } from "../json";
import type { Problem, Staged } from "../problem";
import type { StackTarget } from "../stack";
import { checkLeftovers } from "./check-leftovers";
import { checkReferences } from "./check-references";
import { evaluateConditions } from "./conditions";
import { readParameterValues } from "./parameter-values";
import { readDependsOn } from "./read-depends-on";
import { collectReferences } from "./references";
import { asText, own } from "./resolution/intrinsic";
import { emptyScope, pseudoParametersOf, type ResolutionScope } from "./resolution/scope";
import { resolveValue } from "./resolve";
import type { ResolvedOutput, ResolvedResource, ResolvedTemplate } from "./resolved-template";
import type { PositionTable } from "./template";

/**
 * What of a template exists at this target, with all that is known before deployment filled in. References to resources
 * stay symbolic: their names are the deployment stage's affair. Pass the positions of the text to have lines in problems.
 */
export function resolveTemplate(
  document: JsonObject,
  target: StackTarget,
  positions?: PositionTable,
): Staged<ResolvedTemplate> {
  const parameters = readParameterValues(document, target);
  const constants: ResolutionScope = {
    ...emptyScope,
    parameters: Object.fromEntries(Object.entries(parameters.value).map(([name, { value }]) => [name, value])),
    pseudoParameters: pseudoParametersOf(target),
    mappings: section(document, "Mappings"),
    availabilityZones: (region) => ["a", "b", "c"].map((zone) => `${region}${zone}`),
  };
  const conditions = evaluateConditions(section(document, "Conditions"), constants);
  const scope = { ...constants, conditions: conditions.value };
  const { present, absent } = sortByCondition(section(document, "Resources"), conditions.value);
  const existing = new Set(present);
  const resources = present.map((logicalId) => resolveResource(logicalId, document, existing, scope));
  const outputs = resolveOutputs(section(document, "Outputs"), scope);
  const value = { parameters: parameters.value, conditions: conditions.value, resources, absent, outputs };
  const problems = [
    ...parameters.problems,
    ...conditions.problems,
    ...checkReferences(document, value),
    ...checkLeftovers(document, value),
  ];
  return { value, problems: problems.map((problem) => locate(problem, positions)) };
}

/** A resource whose condition is unknown counts as existing; the unknown condition is a problem of its own. */
function sortByCondition(resources: JsonObject, conditions: Readonly<Record<string, boolean>>) {
  const isAbsent = (resource: Json | undefined) => {
    const condition = isJsonObject(resource) ? resource.Condition : undefined;
    return typeof condition === "string" && own(conditions, condition) === false;
  };
  const logicalIds = Object.keys(resources).filter((logicalId) => isJsonObject(resources[logicalId]));
  return {
    present: logicalIds.filter((logicalId) => !isAbsent(resources[logicalId])),
    absent: logicalIds.filter((logicalId) => isAbsent(resources[logicalId])),
  };
}

function resolveResource(
  logicalId: string,
  document: JsonObject,
  present: ReadonlySet<string>,
  scope: ResolutionScope,
): ResolvedResource {
  const written = section(section(document, "Resources"), logicalId);
  const resolved = resolveValue(written, scope);
  const resource = isJsonObject(resolved) ? resolved : {};
  const { Properties = {}, Metadata = {}, UpdatePolicy = null, CreationPolicy = null } = resource;
  const referred = collectReferences([Properties, Metadata, UpdatePolicy, CreationPolicy]).map(({ name }) => name);
  return {
    logicalId,
    type: asText(resource.Type) ?? "",
    properties: isJsonObject(Properties) ? Properties : {},
    metadata: isJsonObject(Metadata) ? Metadata : {},
    dependsOn: readDependsOn(written.DependsOn).filter((other) => present.has(other)),
    refersTo: [...new Set(referred)].filter((other) => present.has(other)),
    condition: asText(written.Condition) ?? null,
    deletionPolicy: asText(resource.DeletionPolicy) ?? null,
    updateReplacePolicy: asText(resource.UpdateReplacePolicy) ?? null,
    creationPolicy: CreationPolicy,
    updatePolicy: UpdatePolicy,
  };
}

function resolveOutputs(outputs: JsonObject, scope: ResolutionScope): ResolvedOutput[] {
  return Object.keys(outputs).flatMap((name) => {
    const output = section(outputs, name);
    const condition = asText(output.Condition);
    if (condition !== undefined && own(scope.conditions, condition) === false) return [];
    const exported = section(output, "Export").Name;
    const exportName = exported === undefined ? null : resolveValue(exported, scope);
    return [{ name, value: resolveValue(output.Value ?? null, scope), exportName }];
  });
}

function section(parent: JsonObject, name: string): JsonObject {
  const value = own(parent, name);
  return isJsonObject(value) ? value : {};
}

function locate(problem: Problem, positions: PositionTable | undefined): Problem {
  const position = problem.path === undefined ? null : (positions?.find(problem.path) ?? null);
  return position ? { ...problem, line: position.line, column: position.column } : problem;
}
