import type { Json, JsonObject } from "../json";
import { isJsonArray, isJsonObject } from "../json";
import type { Problem } from "../problem";
import type { DeploySettings, StackTarget } from "../stack";
import { emptyScope, pseudoParametersOf, type ResolutionScope } from "../template/resolution/scope";
import { resolveValue } from "../template/resolve";
import type { ResolvedResource } from "../template/resolved-template";
import type { Certainty } from "./api-call";
import { identifyBySpec } from "./default-identity";
import type { DeployableStack } from "./deployment-plan";
import { inventId } from "./invented-id";
import { findKept } from "./kept-resources";
import { type AssumedTexts, findAssumedTexts, makeMarker } from "./mark-assumed-texts";
import { dependsOnParameters, prepareNested, takesParentsNames } from "./prepare-stack";
import { compareResource, type ResourceChange } from "./resource-changes";
import { makeCore, type Reference, type ResourceCore } from "./resource-core";
import type { Identity, ResourceRule, ResourceUpdate, ResourceView } from "./resource-rule";
import { findResourceSpec, type ResourceSpecTable } from "./resource-spec";
import { readTags } from "./resource-tags";
import { CreatedResource, UpdatedResource, type ViewSource } from "./resource-view";
import { type AttributesTakenBy, collectUsedAttributes, type TakenAttribute } from "./used-attributes";

/** A resource of a stack with its name known and its properties free of references. */
export interface StateResource {
  readonly logicalId: string;
  readonly resolved: ResolvedResource;
  readonly rule: ResourceRule;
  readonly certainty: Certainty;
  readonly view: ResourceView;
  /** Compared with the stack before; `null` for a resource that is new. */
  readonly change: ResourceChange;
  /** The view for in-place updates; `null` for a new resource and for one that is kept as it is. */
  readonly update: ResourceUpdate | null;
  /** Attributes of other resources of its stack that its properties take. */
  readonly takes: readonly TakenAttribute[];
  readonly core: ResourceCore;
}

export interface StackState {
  readonly stack: DeployableStack;
  readonly assumedTexts: AssumedTexts;
  readonly resources: readonly StateResource[];
  readonly byId: ReadonlyMap<string, StateResource>;
  /** States of nested stacks whose templates are known, by logical id. */
  readonly nested: Readonly<Record<string, StackState>>;
  /** What is wrong with nested stacks for the values that their parameters turned out to have. */
  readonly problems: readonly Problem[];
  /** Values of parameters handed to nested stacks, outputs and the like are resolved with this. */
  resolve(value: Json): Json;
}

export interface FoundRule {
  readonly rule: ResourceRule;
  readonly certainty: Certainty;
}

export interface StateContext {
  readonly settings: DeploySettings;
  readonly spec: ResourceSpecTable;
  findRule(type: string): FoundRule;
  readonly takenBy: AttributesTakenBy;
  /** A deployed resource as it is after an update that leaves it alone. */
  keep(deployed: StateResource): StateResource;
}

/**
 * Names everything in a stack. With a stack before, resources that are kept keep their names and ids, and a replaced one
 * gets new ones; names are made on demand, since a property of one resource holds the name of another. A nested stack is
 * named with the resource that stands for it: its parameters may be names of its parent's resources, and other resources
 * of the parent may take its outputs. `given` are the resources of its parents that it may hear of in that way.
 */
export function nameResources(
  stack: DeployableStack,
  before: StackState | null,
  context: StateContext,
  given: readonly ResourceView[] = [],
): StackState {
  const { settings, spec } = context;
  const usedAttributes = collectUsedAttributes(stack.resolved, context.takenBy);
  const byId = new Map(stack.resolved.resources.map((resource) => [resource.logicalId, resource]));
  const memo = new Map<string, StateResource>();
  let heard: Reference[] = [];
  const underway = new Set<string>();
  const scope: ResolutionScope = {
    ...emptyScope,
    conditions: stack.resolved.conditions,
    pseudoParameters: pseudoParametersOf(stack.target),
    ref: (logicalId) => hear(logicalId, null),
    getAtt: hear,
    importValue: (name) => inventId(`${stack.target.account}/import/${name}`, { alphabet: "lower", length: 12 }),
  };
  const nested = new Map<string, StackState>();
  const problems: Problem[] = [];
  const assumedTexts = findAssumedTexts(stack);
  const markText = makeMarker(assumedTexts);
  const isKept = before ? findKept(before, stack, assumedTexts, usedAttributes, { find, refer }) : () => false;
  const resolve = (value: Json) => fillUnknown(resolveValue(value, scope), stack.target, markText);
  const all = () => [...byId.keys()].flatMap((logicalId) => find(logicalId)?.view ?? []);
  const known = () => [...all(), ...[...nested.values()].flatMap(viewsInside), ...given];

  const resources = [...byId.keys()].flatMap((logicalId) => find(logicalId) ?? []);
  return { stack, assumedTexts, resources, byId: memo, nested: Object.fromEntries(nested), problems, resolve };

  /** Undefined for an unknown id, and inside a circle of references, which the template stage has reported. */
  function find(logicalId: string): StateResource | undefined {
    const known = memo.get(logicalId);
    const resolved = byId.get(logicalId);
    if (known || !resolved || underway.has(logicalId)) return known;
    underway.add(logicalId);
    const resource = keepResource(resolved) ?? nameResource(resolved);
    underway.delete(logicalId);
    memo.set(logicalId, resource);
    return resource;
  }

  /** The resource as it was before; `null` where anything that it depends on has changed. */
  function keepResource(resolved: ResolvedResource): StateResource | null {
    const deployed = before?.byId.get(resolved.logicalId);
    return deployed && isKept(resolved, deployed) ? context.keep(deployed) : null;
  }

  function nameResource(resolved: ResolvedResource): StateResource {
    const { logicalId, type } = resolved;
    const found = context.findRule(type);
    const { value: filled, references } = noteReferences(() => ({
      properties: resolve(resolved.properties),
      updatePolicy: resolved.updatePolicy === null ? null : resolve(resolved.updatePolicy),
    }));
    const properties: JsonObject = isJsonObject(filled.properties) ? filled.properties : {};
    const sameId = before?.byId.get(logicalId);
    const deployed = sameId?.resolved.type === type ? sameId : undefined;
    let hasLooked = false;
    const look = (found: () => readonly ResourceView[]) => () => {
      hasLooked = true;
      return found();
    };
    const earlier = deployed ? generationOf(deployed.view) : 0;
    const ownSpec = findResourceSpec(type, spec);
    const tags = readTags(properties, ownSpec, settings.stackTags);
    const source = (generation: number): ViewSource => {
      let identity: Identity | undefined;
      const makeIdentity = () => {
        const view = new CreatedResource(source(generation));
        return found.rule.identify?.(view) ?? identifyBySpec(view);
      };
      return {
        logicalId,
        type,
        rule: found.rule,
        spec: ownSpec,
        target: stack.target,
        settings,
        properties,
        tags,
        generation,
        usedAttributes: usedAttributes.get(logicalId) ?? [],
        updatePolicy: filled.updatePolicy,
        identity: () => {
          identity ??= makeIdentity();
          return identity;
        },
        all: look(all),
        known: look(known),
      };
    };
    const describe = (generation: number) => {
      const view = new CreatedResource(source(generation));
      return { view, core: makeCore(view, view.source, references, () => hasLooked) };
    };
    const inner = nameNested(resolved, properties);
    const takes = context.takenBy(resolved.properties).filter((taken) => taken.logicalId !== logicalId);
    if (!deployed) {
      return { logicalId, resolved, ...found, ...describe(0), change: "create", update: null, takes };
    }
    const update = new UpdatedResource(source(earlier), deployed.view);
    const own = compareResource(update, found.rule, ownSpec);
    const change = own === "none" && hasChanged(inner, before?.nested[logicalId]) ? "update" : own;
    const described = describe(change === "replace" ? earlier + 1 : earlier);
    return { logicalId, resolved, ...found, ...described, change, update, takes };
  }

  /** What references come to while something is filled in; what they name is filled in on its own account. */
  function noteReferences<T>(fill: () => T): { readonly value: T; readonly references: readonly Reference[] } {
    const outer = heard;
    heard = [];
    const value = fill();
    const references = heard;
    heard = outer;
    return { value, references };
  }

  function hear(logicalId: string, attribute: string | null): Json | undefined {
    const value = refer(logicalId, attribute);
    heard.push({ logicalId, attribute, value });
    return value;
  }

  function refer(logicalId: string, attribute: string | null): Json | undefined {
    const resource = find(logicalId);
    if (attribute === null) return refValue(resource);
    return outputOf(nested.get(logicalId), attribute) ?? attributeValue(resource, attribute);
  }

  function nameNested(
    { logicalId, properties, refersTo }: ResolvedResource,
    named: JsonObject,
  ): StackState | undefined {
    const inner = Object.hasOwn(stack.nested, logicalId) ? stack.nested[logicalId] : undefined;
    if (!inner) return undefined;
    const prepared = prepareNested(inner, logicalId, stack.target, named);
    if (takesParentsNames(properties)) problems.push(...prepared.problems.filter(dependsOnParameters));
    const handed = refersTo.flatMap((other) => [find(other)?.view ?? [], viewsInside(nested.get(other))].flat());
    const state = nameResources(prepared.value, before?.nested[logicalId] ?? null, context, [...handed, ...given]);
    nested.set(logicalId, state);
    problems.push(...state.problems);
    return state;
  }
}

function viewsInside(state: StackState | undefined): readonly ResourceView[] {
  if (!state) return [];
  return [...state.resources.map(({ view }) => view), ...Object.values(state.nested).flatMap(viewsInside)];
}

/** A nested stack is updated when anything in it changes, though its parent's template says the same. */
function hasChanged(nested: StackState | undefined, before: StackState | undefined): boolean {
  if (!nested || !before) return false;
  const lost = before.resources.some(
    ({ logicalId }) => !nested.resources.some((other) => other.logicalId === logicalId),
  );
  return lost || nested.resources.some(({ change }) => change !== "none");
}

/** `Outputs.Url` of a nested stack whose template is known. */
function outputOf(nested: StackState | undefined, attribute: string): Json | undefined {
  const name = attribute.startsWith("Outputs.") ? attribute.slice("Outputs.".length) : undefined;
  const output = nested?.stack.resolved.outputs.find((candidate) => candidate.name === name);
  return output && nested?.resolve(output.value);
}

function generationOf(view: ResourceView): number {
  return view instanceof CreatedResource ? view.source.generation : 0;
}

function refValue(resource: StateResource | undefined): Json | undefined {
  return resource && (resource.view.identity.ref ?? resource.view.identity.physicalId);
}

function attributeValue(resource: StateResource | undefined, attribute: string): Json | undefined {
  if (!resource) return undefined;
  const { attributes } = resource.view.identity;
  const value = Object.hasOwn(attributes, attribute) ? attributes[attribute] : undefined;
  return value ?? resource.view.invent(attribute, { alphabet: "lower", length: 12 });
}

/** What is still unknown (an imported value's part, a macro's result) becomes a plausible text, so that ARNs can be made. */
function fillUnknown(value: Json, target: StackTarget, markText: (text: string) => string): Json {
  if (typeof value === "string") return markText(value);
  if (isJsonArray(value)) return value.map((item) => fillUnknown(item, target, markText));
  if (!isJsonObject(value)) return value;
  const [key, ...others] = Object.keys(value);
  const isIntrinsic = key === "Ref" || (key?.startsWith("Fn::") && key !== "Fn::Transform");
  if (isIntrinsic && others.length === 0) {
    return inventId(`${target.stackName}/${JSON.stringify(value)}`, { alphabet: "lower", length: 12 });
  }
  const entries = Object.entries(value).map(([name, inner]) => [name, fillUnknown(inner, target, markText)] as const);
  return Object.fromEntries(entries);
}
