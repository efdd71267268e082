import type { Template } from "../template/template";
import type { ExpandOptions } from "./expand-options";
import type { FaultReport } from "./fault-report";
import { awsManagedPolicyArn } from "./managed-policies";
import { findManagedPolicyArn } from "./managed-policy-names/find-managed-policy-arn";
import { resolveMappings, resolveParameters } from "./parameter-resolver";
import type { PluginContext } from "./plugin";
import { functionEventSources, stateMachineEventSources } from "./registry";
import type { ExpansionContext } from "./resource-type";
import { resourcesOf } from "./sam-template";
import type { SettledResources } from "./settled-resources";
import { makeStateStore } from "./state";
import { copyValue, isMap, type Value, type ValueMap } from "./value";
import type { WorkingCopy } from "./working-copy";

export interface WorkingContext extends PluginContext, ExpansionContext {
  readonly output: ValueMap;
  /** The output begins as what the steps on the whole template left; from here on, its parts are replaced, not edited. */
  startOutput(): void;
  finishOutput(): ValueMap;
  /** Whether the step reached beyond the one resource that it was given: for what others read, or for what it wrote. */
  watch<T>(step: () => T): { readonly result: T; readonly reached: boolean };
}

export function makeContext(
  copy: WorkingCopy,
  settled: SettledResources,
  template: Template,
  options: ExpandOptions,
  report: FaultReport,
): WorkingContext {
  const source = copy.document;
  const parameters = readParameters(source, options);
  const mappings = isMap(source.Mappings) ? source.Mappings : {};
  const store = makeStateStore();
  let output: ValueMap = {};
  let conditions: ValueMap = {};
  let reached = false;

  function reach<T>(part: T): T {
    reached = true;
    return part;
  }

  function resolve(value: Value): Value;
  function resolve(value: Value | undefined): Value | undefined;
  function resolve(value: Value | undefined): Value | undefined {
    return value === undefined ? undefined : resolveParameters(value, parameters);
  }
  function resolveFromMappings(value: Value): Value;
  function resolveFromMappings(value: Value | undefined): Value | undefined;
  function resolveFromMappings(value: Value | undefined): Value | undefined {
    return value === undefined ? undefined : resolveMappings(value, mappings);
  }

  return {
    get options() {
      return reach(options);
    },
    positions: template.positions,
    region: options.region,
    partition: options.partition,
    parameters,
    floats: template.floats ?? new Map(),
    get source() {
      return reach(source);
    },
    get sourceResources() {
      return reach(resourcesOf(source));
    },
    get output() {
      return reach(output);
    },
    get outputResources() {
      return reach(resourcesOf(output));
    },
    get conditions() {
      return reach(conditions);
    },
    resolveParameters: resolve,
    resolveMappings: resolveFromMappings,
    managedPolicyArn: (name) => managedPolicyArn(name, options),
    awsManagedPolicyArn: (name) => awsManagedPolicyArn(options.partition, name),
    state: (key) => reach(store.get(key)),
    edit: (logicalId, resource) => reach(copy.edit(logicalId, resource)),
    isSettled: (logicalId) => settled.has(logicalId),
    report: (fault) => reach(report.add(fault, null)),
    functionEvents: new Map(functionEventSources.map((event) => [event.type, event])),
    stateMachineEvents: new Map(stateMachineEventSources.map((event) => [event.type, event])),
    startOutput() {
      conditions = isMap(source.Conditions) ? { ...source.Conditions } : {};
      output = { ...source, Resources: { ...resourcesOf(source) } };
      if (isMap(source.Conditions)) output.Conditions = conditions;
    },
    watch(step) {
      reached = false;
      return { result: step(), reached };
    },
    finishOutput() {
      if (Object.keys(conditions).length > 0) output.Conditions = conditions;
      return output;
    },
  };
}

/** Given values, then defaults. https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/pseudo-parameter-reference.html */
function readParameters(source: ValueMap, options: ExpandOptions): ValueMap {
  const values: ValueMap = { ...options.parameters };
  const declared = isMap(source.Parameters) ? source.Parameters : {};
  for (const name of Object.keys(declared)) {
    const parameter = declared[name];
    if (Object.hasOwn(values, name) || !isMap(parameter) || parameter.Default === undefined) continue;
    values[name] = copyValue(parameter.Default);
  }
  values["AWS::Region"] ??= options.region;
  values["AWS::Partition"] ??= options.partition;
  return values;
}

function managedPolicyArn(name: string, options: ExpandOptions): string {
  const known = findManagedPolicyArn(options.partition, name);
  if (known !== undefined || name.startsWith("arn:")) return known ?? name;
  const { managedPolicies = {} } = options;
  return Object.hasOwn(managedPolicies, name) ? (managedPolicies[name] ?? name) : name;
}
