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
import { makeStateStore } from "./state";
import { copyMap, copyValue, isMap, type Value, type ValueMap } from "./value";

export interface WorkingContext extends PluginContext, ExpansionContext {
  readonly output: ValueMap;
  /** The output begins as a copy of what the steps on the whole template left. */
  startOutput(): void;
  finishOutput(): ValueMap;
}

export function makeContext(
  source: ValueMap,
  template: Template,
  options: ExpandOptions,
  report: FaultReport,
): WorkingContext {
  const parameters = readParameters(source, options);
  const mappings = isMap(source.Mappings) ? source.Mappings : {};
  const store = makeStateStore();
  let output: ValueMap = {};
  let conditions: ValueMap = {};

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
    options,
    positions: template.positions,
    region: options.region,
    partition: options.partition,
    parameters,
    floats: template.floats ?? new Map(),
    source,
    get sourceResources() {
      return resourcesOf(source);
    },
    get output() {
      return output;
    },
    get outputResources() {
      return resourcesOf(output);
    },
    get conditions() {
      return conditions;
    },
    resolveParameters: resolve,
    resolveMappings: resolveFromMappings,
    managedPolicyArn: (name) => managedPolicyArn(name, options),
    awsManagedPolicyArn: (name) => awsManagedPolicyArn(options.partition, name),
    state: (key) => store.get(key),
    report: (fault) => report.add(fault, null),
    functionEvents: new Map(functionEventSources.map((event) => [event.type, event])),
    stateMachineEvents: new Map(stateMachineEventSources.map((event) => [event.type, event])),
    startOutput() {
      output = copyMap(source);
      conditions = isMap(output.Conditions) ? output.Conditions : {};
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
