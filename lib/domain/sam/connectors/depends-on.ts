import { referredId } from "../intrinsics";
import { isList, isMap, mapEntryOf, type Value, type ValueMap } from "../value";

/** Makes a resource of the output wait for another one. */
export function addDependsOn(logicalId: string, dependency: string, resources: ValueMap): void {
  const resource = mapEntryOf(resources, logicalId);
  if (resource) resource.DependsOn = withEntries(listOf(resource.DependsOn), [dependency]);
}

/** What waited for the connector waits for what it became. */
export function replaceInDependsOn(connectorId: string, generatedIds: readonly string[], resources: ValueMap): void {
  for (const resource of Object.values(resources)) {
    if (!isMap(resource)) continue;
    const others = listOf(resource.DependsOn);
    const position = others.indexOf(connectorId);
    if (position < 0) continue;
    resource.DependsOn = withEntries([...others.slice(0, position), ...others.slice(position + 1)], generatedIds);
  }
}

/** The event source mapping between two resources; null where there is none, or more than one. */
export function findEventSourceMapping(sourceId: string, functionId: string, resources: ValueMap): string | null {
  const [found, another] = Object.keys(resources).filter((logicalId) => {
    const resource = resources[logicalId];
    if (!isMap(resource) || resource.Type !== "AWS::Lambda::EventSourceMapping") return false;
    const properties = mapEntryOf(resource, "Properties");
    return referredId(properties?.FunctionName) === functionId && referredId(properties?.EventSourceArn) === sourceId;
  });
  return found !== undefined && another === undefined ? found : null;
}

function listOf(value: Value | undefined): Value[] {
  if (value === undefined) return [];
  return isList(value) ? value : [value];
}

function withEntries(list: readonly Value[], added: readonly string[]): Value[] {
  return [...list, ...added.filter((entry) => !list.includes(entry))];
}
