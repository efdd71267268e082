import { apiPropertiesState } from "../api/api-properties";
import type { PluginContext, TemplatePlugin } from "../plugin";
import { Py27KeyOrder } from "../py27-hash/key-order";
import type { PyDict } from "../py27-hash/py-value";
import { fromTemplateMap } from "../py27-hash/template-values";
import { resourcesOf } from "../sam-template";
import { defineState } from "../state";
import { entryOf, isMap, mapEntryOf, type ValueMap } from "../value";

/**
 * Where a template has an API, the transform goes through resources and events in the order of a Python 2.7 dict.
 * Paths enter an API's definition in that order, and the hash of the definition depends on it.
 */
export const orderAsPython: TemplatePlugin = {
  name: "python-order",
  beforeTemplate(template, context) {
    const resources = resourcesOf(template);
    const at = (path: string) => ({ path, positions: context.positions, floats: context.floats });
    for (const logicalId of Object.keys(resources)) {
      const resource = resources[logicalId];
      if (!isMap(resource) || !isApi(resource) || !isMap(resource.Properties)) continue;
      context
        .state(apiPropertiesState)
        .set(logicalId, fromTemplateMap(resource.Properties, at(`Resources.${logicalId}.Properties`)));
    }
    if (!needsOrder(template, resources)) return;
    const order = context.state(pythonOrder);
    order.globals = fromTemplateMap(mapEntryOf(mapEntryOf(template, "Globals"), "Api") ?? {}, at("Globals.Api"));
    order.resources = pythonKeyOrder(Object.keys(resources));
    sortKeys(resources, order.resources);
    for (const logicalId of Object.keys(resources)) {
      const events = eventsOf(resources[logicalId]);
      if (events === undefined || context.isSettled(logicalId)) continue;
      const eventOrder = pythonKeyOrder(Object.keys(events));
      order.events.set(logicalId, eventOrder);
      sortKeys(events, eventOrder);
    }
  },
};

/** Connectors taken out of other resources are added all at once, which can change the order of all. */
export const orderConnectorsAsPython: TemplatePlugin = {
  name: "python-order-of-connectors",
  beforeTemplate(template, context) {
    const order = context.state(pythonOrder).resources;
    if (order === null) return;
    const resources = resourcesOf(template);
    const known = new Set(order.keys());
    order.merge(Object.keys(resources).filter((logicalId) => !known.has(logicalId)));
    sortKeys(resources, order);
  },
};

interface PythonOrder {
  /** Null where the transform keeps the template's own order. */
  resources: Py27KeyOrder | null;
  readonly events: Map<string, Py27KeyOrder>;
  globals: PyDict | null;
}

export const pythonOrder = defineState<PythonOrder>(() => ({ resources: null, events: new Map(), globals: null }));

/** Sets a resource, and puts the resources into the order that follows. */
export function setResource(template: ValueMap, logicalId: string, resource: ValueMap, context: PluginContext): void {
  const resources = resourcesOf(template);
  resources[logicalId] = resource;
  const order = context.state(pythonOrder).resources;
  if (order === null) return;
  order.add(logicalId);
  sortKeys(resources, order);
}

export function deleteResource(template: ValueMap, logicalId: string, context: PluginContext): void {
  const resources = resourcesOf(template);
  delete resources[logicalId];
  const order = context.state(pythonOrder).resources;
  if (order === null) return;
  order.remove(logicalId);
  sortKeys(resources, order);
}

/** Events that a step has gone through are written back together, which can change the order of all. */
export function writeBackEvents(
  functionId: string,
  events: ValueMap,
  written: readonly string[],
  context: PluginContext,
): void {
  const order = context.state(pythonOrder).events.get(functionId);
  if (order === undefined) return;
  order.merge(written);
  sortKeys(events, order);
}

/** Puts a map's keys into the order, in place. */
function sortKeys(map: ValueMap, order: Py27KeyOrder): void {
  const entries = order.keys().flatMap((key) => {
    const value = entryOf(map, key);
    return value === undefined ? [] : [{ key, value }];
  });
  for (const { key } of entries) delete map[key];
  for (const { key, value } of entries) map[key] = value;
}

/** The keys in the order of a dict that they are added to one by one. */
export function pythonKeyOrder(keys: readonly string[]): Py27KeyOrder {
  const order = new Py27KeyOrder();
  for (const key of keys) order.add(key);
  return order;
}

function isApi(resource: ValueMap): boolean {
  return resource.Type === "AWS::Serverless::Api" || resource.Type === "AWS::Serverless::HttpApi";
}

function eventsOf(resource: unknown): ValueMap | undefined {
  if (!isMap(resource)) return undefined;
  if (resource.Type !== "AWS::Serverless::Function" && resource.Type !== "AWS::Serverless::StateMachine")
    return undefined;
  return mapEntryOf(mapEntryOf(resource, "Properties"), "Events");
}

/** A REST API or an event of one; or an HTTP API whose methods have a default authorizer. */
function needsOrder(template: ValueMap, resources: ValueMap): boolean {
  const all = Object.values(resources);
  if (all.some((resource) => isMap(resource) && resource.Type === "AWS::Serverless::Api")) return true;
  if (all.some((resource) => hasEvent(resource, "Api"))) return true;
  const shared = Boolean(
    entryOf(mapEntryOf(mapEntryOf(mapEntryOf(template, "Globals"), "HttpApi"), "Auth"), "DefaultAuthorizer"),
  );
  return all.some((resource) => {
    if (!isMap(resource)) return false;
    if (resource.Type === "AWS::Serverless::Function") return shared && hasEvent(resource, "HttpApi");
    if (resource.Type !== "AWS::Serverless::HttpApi") return false;
    return shared || Boolean(entryOf(mapEntryOf(mapEntryOf(resource, "Properties"), "Auth"), "DefaultAuthorizer"));
  });
}

function hasEvent(resource: unknown, type: string): boolean {
  return Object.values(eventsOf(resource) ?? {}).some((event) => isMap(event) && event.Type === type);
}
