import type { Partition } from "../stack";
import type { FunctionEventSource, StateMachineEventSource } from "./event-source";
import type { ExpandOptions } from "./expand-options";
import type { PropertyTable } from "./property";
import type { Resource } from "./resource";
import type { StateKey } from "./state";
import type { Value, ValueMap } from "./value";

/**
 * How one SAM resource type is expanded. The loop has checked that `Properties` is a map, that every property is in
 * `properties` and fits; {@link ResourceTypeRule.expand} throws a `SamFault` (see `fault.ts`) for anything else.
 */
export interface ResourceTypeRule {
  /** `AWS::Serverless::Function`. */
  readonly type: string;
  readonly properties: PropertyTable;
  /** A property that the table does not know is passed over instead of refused. */
  readonly ignoresUnknown?: boolean;
  /** Properties that a template may refer to on this resource (`!Ref Orders.Alias`), with the generated type meant. */
  readonly referable?: Readonly<Record<string, string>>;
  expand(resource: SamResource, context: ExpansionContext): Expansion;
}

/** A SAM resource of the template. `properties` and `attributes` belong to the working copy and may be edited. */
export interface SamResource {
  readonly logicalId: string;
  readonly type: string;
  /** As in the working copy, after plugins and Globals. Absent is `undefined`; `null` counts as absent. */
  readonly properties: ValueMap;
  readonly dependsOn: Value | undefined;
  /** `DeletionPolicy`, `UpdatePolicy`, `Condition`, `UpdateReplacePolicy`, `Metadata`, as far as given. */
  readonly attributes: ValueMap;
}

export interface Expansion {
  readonly resources: readonly Resource[];
  /** Set when the resource itself changes its logical id (layer versions): every reference follows. */
  readonly renamedTo?: string;
}

/** What one expansion knows and shares. */
export interface ExpansionContext {
  readonly options: ExpandOptions;
  readonly region: string;
  readonly partition: Partition;
  /** The template after plugins, before resources. Event sources edit API properties in it, for the API's turn. */
  readonly source: ValueMap;
  /** `Resources` of {@link ExpansionContext.source}. */
  readonly sourceResources: ValueMap;
  /** `Resources` of the output as they are so far: SAM resources not yet expanded, and generated ones. For reading: what a rule changes, it sets anew. */
  readonly outputResources: ValueMap;
  /** A resource of {@link ExpansionContext.source} other than the one at hand, to be edited; see `WorkingCopy.edit`. */
  edit(logicalId: string, resource: ValueMap): ValueMap;
  /** `Conditions` of the output; rules may add to it. */
  readonly conditions: ValueMap;
  /** Parameter values: given, else defaults, with `AWS::Region` and `AWS::Partition`. */
  readonly parameters: ValueMap;
  /** Of the template as it was read: dotted path → spelling of a float that is a whole number (`2.0`). */
  readonly floats: ReadonlyMap<string, string>;
  /** Replaces `Ref` and `${…}` of known parameters. Edits maps and lists in place, and returns what stands at the top. */
  resolveParameters(value: Value): Value;
  resolveParameters(value: Value | undefined): Value | undefined;
  /** The same for `Fn::FindInMap` with literal keys. */
  resolveMappings(value: Value): Value;
  resolveMappings(value: Value | undefined): Value | undefined;
  /** The ARN for a managed policy's name; a name that is not known, or an ARN, comes back as it is. */
  managedPolicyArn(name: string): string;
  /** `arn:<partition>:iam::aws:policy/<name>`, whether known or not. */
  awsManagedPolicyArn(name: string): string;
  /** State shared by all resources of one expansion, made on first use: `context.state(usagePlans)`. */
  state<T>(key: StateKey<T>): T;
  /** The event sources of functions, and of state machines, by type. */
  readonly functionEvents: ReadonlyMap<string, FunctionEventSource>;
  readonly stateMachineEvents: ReadonlyMap<string, StateMachineEventSource>;
}
