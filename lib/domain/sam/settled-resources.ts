import { isJsonObject, isSameJson, type Json, type JsonObject } from "../json";
import type { Template } from "../template/template";
import { connectorType } from "./connectors/connector-properties";
import type { ExpandOptions } from "./expand-options";
import { entryOf, isMap, type Value, type ValueMap } from "./value";

/** A SAM resource whose expansion stands: it looked at nothing but the resource itself, and changed nothing else. */
export interface SettledResource {
  readonly logicalId: string;
  /** As in the working copy, after the steps on the whole template and before it was expanded. */
  readonly source: ValueMap;
  readonly became: ExpandedResource;
}

/** What a SAM resource became, as it goes into the output. */
export interface ExpandedResource {
  readonly resources: readonly { readonly logicalId: string; readonly type: string; readonly entry: ValueMap }[];
  /** See `Expansion.renamedTo`. */
  readonly renamedTo: string | undefined;
  /** What a reference such as `Orders.Alias` means, by property. */
  readonly generated: ReadonlyMap<string, string>;
}

export type SettledResources = ReadonlyMap<string, SettledResource>;

export const noneSettled: SettledResources = new Map();

export interface KeepSettled {
  /** Of this template's resources, those that are known, by logical id. */
  find(template: Template, options: ExpandOptions): SettledResources;
  keep(template: Template, options: ExpandOptions, settled: readonly SettledResource[]): void;
}

/**
 * Keeps resources that settle in the first template for all others that have the very same object under the same id. An
 * expansion reads, beside its resource, `Globals`, parameters, mappings, floats, region and partition: they must be the same.
 */
export function startKeepingSettled(): KeepSettled {
  const known = new WeakMap<JsonObject, SettledResource>();
  let first: Surroundings | undefined;
  return {
    find(template, options) {
      first ??= readSurroundings(template, options);
      const { Resources: resources } = template.document;
      if (!isJsonObject(resources) || !isSame(first, readSurroundings(template, options))) return noneSettled;
      // Connectors reach into every other resource.
      if (Object.values(resources).some(isConnected)) return noneSettled;
      const found = new Map<string, SettledResource>();
      for (const [logicalId, resource] of Object.entries(resources)) {
        const settled = isJsonObject(resource) ? known.get(resource) : undefined;
        if (settled?.logicalId === logicalId) found.set(logicalId, settled);
      }
      return found;
    },
    keep(template, options, settled) {
      const { Resources: resources } = template.document;
      if (!first || !isJsonObject(resources) || !isSame(first, readSurroundings(template, options))) return;
      for (const resource of settled) {
        const written = resources[resource.logicalId];
        if (isJsonObject(written) && !hasSeveralEvents(resource.source)) known.set(written, resource);
      }
    },
  };
}

interface Surroundings {
  /** The very same objects, or absent in both. */
  readonly parts: readonly unknown[];
  readonly values: Json;
}

function readSurroundings({ document, floats }: Template, options: ExpandOptions): Surroundings {
  const { region, partition, parameters, managedPolicies } = options;
  return {
    parts: [document.Globals, document.Parameters, document.Mappings, floats, managedPolicies],
    values: { region, partition, parameters },
  };
}

function isSame(a: Surroundings, b: Surroundings): boolean {
  return a.parts.every((part, index) => part === b.parts[index]) && isSameJson(a.values, b.values);
}

function isConnected(resource: Json): boolean {
  return isJsonObject(resource) && (resource.Type === connectorType || resource.Connectors !== undefined);
}

/** Their order counts, and may follow from the whole template; see `plugins/python-order.ts`. */
function hasSeveralEvents(source: Value): boolean {
  const events = entryOf(entryOf(source, "Properties"), "Events");
  return isMap(events) && Object.keys(events).length > 1;
}
