import { isJsonObject, isSameJson, type Json, type JsonObject } from "../json";
import type { Problem, Staged } from "../problem";
import type { StackTarget } from "../stack";
import { checkLeftovers, mayHaveLeftovers } from "./check-leftovers";
import { checkReferences } from "./check-references";
import { evaluateConditions } from "./conditions";
import { keepByObject } from "./keep-by-object";
import { readParameterValues } from "./parameter-values";
import { readDependsOn } from "./read-depends-on";
import { type ReferredNames, referredNames } from "./references";
import { asText, own } from "./resolution/intrinsic";
import { emptyScope, pseudoParametersOf, type ResolutionScope } from "./resolution/scope";
import { resolveValue } from "./resolve";
import type { ResolvedOutput, ResolvedResource, ResolvedTemplate } from "./resolved-template";
import type { PositionTable } from "./template";

export type ResolveTemplate = (
  document: JsonObject,
  target: StackTarget,
  positions?: PositionTable,
) => Staged<ResolvedTemplate>;

/**
 * What of a template exists at this target, with all that is known before deployment filled in. References to resources
 * stay symbolic: their names are the deployment stage's affair. Pass the positions of the text to have lines in problems.
 */
export const resolveTemplate: ResolveTemplate = (document, target, positions) =>
  startResolving()(document, target, positions);

/**
 * {@link resolveTemplate} for a template and then its changed versions: a resource of the first that a later one has as
 * the very same object is the very same resource when resolved, unless it comes to something else under other parameters,
 * mappings or conditions.
 */
export function startResolving(): ResolveTemplate {
  const kept: Kept = {
    surroundings: startKeepingSurroundings(),
    resource: startKeepingResources(),
    outputs: startKeepingOutputs(),
    referredNames: keepByObject(referredNames),
    mayHaveLeftovers: keepByObject(mayHaveLeftovers),
  };
  return (document, target, positions) => resolve(document, target, positions, kept);
}

interface Kept {
  readonly surroundings: typeof readSurroundings;
  readonly resource: KeepResource;
  readonly outputs: typeof resolveOutputs;
  readonly referredNames: ReferredNames;
  readonly mayHaveLeftovers: typeof mayHaveLeftovers;
}

function resolve(
  document: JsonObject,
  target: StackTarget,
  positions: PositionTable | undefined,
  kept: Kept,
): Staged<ResolvedTemplate> {
  const { parameters, conditions, scope } = kept.surroundings(document, target);
  const { present, absent } = sortByCondition(section(document, "Resources"), conditions.value);
  const existing = new Set(present);
  const resources = present.map((logicalId) => {
    const written = section(section(document, "Resources"), logicalId);
    const resource = kept.resource(logicalId, written, scope, () => resolveResource(logicalId, written, scope));
    return withoutAbsent(resource, existing);
  });
  const outputs = kept.outputs(section(document, "Outputs"), scope);
  const value = { parameters: parameters.value, conditions: conditions.value, resources, absent, outputs };
  const problems = [
    ...parameters.problems,
    ...conditions.problems,
    ...checkReferences(document, value, kept.referredNames),
    ...checkLeftovers(document, value, kept.mayHaveLeftovers),
  ];
  return { value, problems: problems.map((problem) => locate(problem, positions)) };
}

/** All that a template's resources and outputs are resolved with. */
interface Surroundings {
  readonly parameters: ReturnType<typeof readParameterValues>;
  readonly conditions: ReturnType<typeof evaluateConditions>;
  readonly scope: ResolutionScope;
}

function readSurroundings(document: JsonObject, target: StackTarget): Surroundings {
  const parameters = readParameterValues(document, target);
  const constants: ResolutionScope = {
    ...emptyScope,
    parameters: Object.fromEntries(Object.entries(parameters.value).map(([name, { value }]) => [name, value])),
    pseudoParameters: pseudoParametersOf(target),
    mappings: section(document, "Mappings"),
    availabilityZones: (region) => ["a", "b", "c"].map((zone) => `${region}${zone}`),
  };
  const conditions = evaluateConditions(section(document, "Conditions"), constants);
  return { parameters, conditions, scope: { ...constants, conditions: conditions.value } };
}

/** Keeps the surroundings of the first template for all that have the very same sections, at the same target. */
function startKeepingSurroundings(): typeof readSurroundings {
  let first: { readonly document: JsonObject; readonly target: StackTarget; readonly read: Surroundings } | undefined;
  return (document, target) => {
    if (first && first.target === target && hasSameSections(first.document, document)) return first.read;
    const read = readSurroundings(document, target);
    first ??= { document, target, read };
    return read;
  };
}

function hasSameSections(a: JsonObject, b: JsonObject): boolean {
  return ["Parameters", "Mappings", "Conditions"].every((name) => own(a, name) === own(b, name));
}

/**
 * A resource whose condition is unknown counts as existing; the unknown condition is a problem of its own. A macro that is
 * called among the resources is none of them.
 */
function sortByCondition(resources: JsonObject, conditions: Readonly<Record<string, boolean>>) {
  const isAbsent = (resource: Json | undefined) => {
    const condition = isJsonObject(resource) ? resource.Condition : undefined;
    return typeof condition === "string" && own(conditions, condition) === false;
  };
  const logicalIds = Object.keys(resources).filter(
    (logicalId) => logicalId !== "Fn::Transform" && isJsonObject(resources[logicalId]),
  );
  return {
    present: logicalIds.filter((logicalId) => !isAbsent(resources[logicalId])),
    absent: logicalIds.filter((logicalId) => isAbsent(resources[logicalId])),
  };
}

type KeepResource = (
  logicalId: string,
  written: JsonObject,
  scope: ResolutionScope,
  resolve: () => ResolvedResource,
) => ResolvedResource;

/**
 * Keeps what resources come to in the first scope that it sees; under another one they are resolved anew, and most come
 * to the same.
 */
function startKeepingResources(): KeepResource {
  const known = new WeakMap<JsonObject, ResolvedResource>();
  let first: ResolutionScope | undefined;
  return (logicalId, written, scope, resolve) => {
    first ??= scope;
    const kept = known.get(written);
    if (!isSameScope(first, scope)) {
      const resolved = resolve();
      return kept && isSameJson({ ...kept }, { ...resolved }) ? kept : resolved;
    }
    if (kept?.logicalId === logicalId) return kept;
    const resolved = resolve();
    if (!kept) known.set(written, resolved);
    return resolved;
  };
}

/** What references of resources to each other come to is the same in all scopes here: they stay. */
function isSameScope(a: ResolutionScope, b: ResolutionScope): boolean {
  return (
    a === b ||
    (["parameters", "pseudoParameters", "conditions", "mappings"] as const).every((part) =>
      isSameJson(a[part], b[part]),
    )
  );
}

/** With references to resources that may be absent. */
function resolveResource(logicalId: string, written: JsonObject, scope: ResolutionScope): ResolvedResource {
  let asksForZones = false;
  const availabilityZones = (region: string) => {
    asksForZones = true;
    return scope.availabilityZones?.(region);
  };
  const resolved = resolveValue(written, { ...scope, availabilityZones });
  const resource = isJsonObject(resolved) ? resolved : {};
  const { Properties = {}, Metadata = {}, UpdatePolicy = null, CreationPolicy = null } = resource;
  return {
    logicalId,
    type: asText(resource.Type) ?? "",
    properties: isJsonObject(Properties) ? Properties : {},
    metadata: isJsonObject(Metadata) ? Metadata : {},
    dependsOn: readDependsOn(written.DependsOn),
    refersTo: referredNames([Properties, Metadata, UpdatePolicy, CreationPolicy]),
    asksForZones,
    condition: asText(written.Condition) ?? null,
    deletionPolicy: asText(resource.DeletionPolicy) ?? null,
    updateReplacePolicy: asText(resource.UpdateReplacePolicy) ?? null,
    creationPolicy: CreationPolicy,
    updatePolicy: UpdatePolicy,
  };
}

function withoutAbsent(resource: ResolvedResource, present: ReadonlySet<string>): ResolvedResource {
  const isPresent = (logicalId: string) => present.has(logicalId);
  const { dependsOn, refersTo } = resource;
  if (dependsOn.every(isPresent) && refersTo.every(isPresent)) return resource;
  return { ...resource, dependsOn: dependsOn.filter(isPresent), refersTo: refersTo.filter(isPresent) };
}

/** Keeps the outputs of the first template for all that have the very same section, in the same scope. */
function startKeepingOutputs(): typeof resolveOutputs {
  let first:
    | { readonly outputs: JsonObject; readonly scope: ResolutionScope; readonly resolved: ResolvedOutput[] }
    | undefined;
  return (outputs, scope) => {
    if (first?.outputs === outputs && first.scope === scope) return first.resolved;
    const resolved = resolveOutputs(outputs, scope);
    first ??= { outputs, scope, resolved };
    return resolved;
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
