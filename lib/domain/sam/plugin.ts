import type { Partition } from "../stack";
import type { PositionTable } from "../template/template";
import type { ExpandOptions } from "./expand-options";
import type { SamFault } from "./fault";
import type { StateKey } from "./state";
import type { Value, ValueMap } from "./value";

/** A step on the whole template around the expansion of resources; all edit the working copy in place. */
export interface TemplatePlugin {
  readonly name: string;
  /** Before any resource is expanded. A fault ends the expansion. */
  beforeTemplate?(template: ValueMap, context: PluginContext): void;
  /** Right before the properties of one SAM resource are checked and expanded. */
  beforeResource?(logicalId: string, type: string, properties: ValueMap, context: PluginContext): void;
  /** On the output, after all resources. */
  afterTemplate?(template: ValueMap, context: PluginContext): void;
}

export interface PluginContext {
  readonly options: ExpandOptions;
  /** Where values of the template stand in its text. */
  readonly positions: PositionTable;
  readonly region: string;
  readonly partition: Partition;
  readonly parameters: ValueMap;
  /** Of the template as it was read: dotted path → spelling of a float that is a whole number (`2.0`). */
  readonly floats: ReadonlyMap<string, string>;
  /** See `ExpansionContext.resolveParameters`. */
  resolveParameters(value: Value): Value;
  resolveParameters(value: Value | undefined): Value | undefined;
  /** `Fn::FindInMap` with literal keys, from the template's own `Mappings`. */
  resolveMappings(value: Value): Value;
  resolveMappings(value: Value | undefined): Value | undefined;
  /** Whether the resource is known from before, as these steps left it: they pass over it. */
  isSettled(logicalId: string): boolean;
  /** A resource to be edited, where it is none of SAM's; see `WorkingCopy.edit`. */
  edit(logicalId: string, resource: ValueMap): ValueMap;
  /** Keeps a fault for the report and goes on, where a step can check the rest of the template all the same. */
  report(fault: SamFault): void;
  state<T>(key: StateKey<T>): T;
}
