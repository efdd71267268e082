import { referredId } from "../intrinsics";
import { isList, isMap, mapEntryOf, type Value, type ValueMap } from "../value";

/** Makes a resource of the output wait for another one. */
export function addDependsOn(logicalId: string, dependency: string, resources: ValueMap): void {
  const resource = mapEntryOf(resources, logicalId);
  if (resource) wait(logicalId, withEntries(listOf(resource.DependsOn), [dependency]), resources);
}

/** What waited for the connector waits for what it became. */
export function replaceInDependsOn(connectorId: string, generatedIds: readonly string[], resources: ValueMap): void {
  for (const [logicalId, resource] of Object.entries(resources)) {
    if (!isMap(resource)) continue;
    const others = listOf(resource.DependsOn);
    const position = others.indexOf(connectorId);
    if (position < 0) continue;
    const left = [...others.slice(0, position), ...others.slice(position + 1)];
    wait(logicalId, withEntries(left, generatedIds), resources);
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

function wait(logicalId: string, dependsOn: Value, resources: ValueMap): void {
  resources[logicalId] = { ...mapEntryOf(resources, logicalId), DependsOn: dependsOn };
}

function listOf(value: Value | undefined): Value[] {
  if (value === undefined) return [];
  return isList(value) ? value : [value];
}

function withEntries(list: readonly Value[], added: readonly string[]): Value[] {
  return [...list, ...added.filter((entry) => !list.includes(entry))];
}
