import type {
  PropertySpec,
  PropertyType,
  ResourceSpec,
  ResourceSpecTable,
  UpdateBehaviour,
} from "../domain/deployment/resource-spec";
import { readGenerated } from "./generated-file";

/** As generated: what most properties share is left out, and each distinct set of facts is kept once. */
export interface CompactResourceSpec {
  readonly version: string;
  /** required, update behaviour, type */
  readonly propertySpecs: readonly (readonly [boolean, UpdateBehaviour, PropertyType])[];
  readonly types: Readonly<Record<string, CompactType>>;
}

export interface CompactType extends Omit<ResourceSpec, "properties"> {
  /** property → index of its facts */
  readonly properties: Readonly<Record<string, number>>;
}

let loaded: ResourceSpecTable | undefined;

export function loadResourceSpec(): ResourceSpecTable {
  loaded ??= expandSpec(readGenerated("resource-spec.json"));
  return loaded;
}

function expandSpec({ version, propertySpecs, types }: CompactResourceSpec): ResourceSpecTable {
  const facts = propertySpecs.map(([required, update, type]): PropertySpec => ({ required, update, type }));
  const expanded: Record<string, ResourceSpec> = {};
  for (const [typeName, type] of Object.entries(types)) {
    const properties: Record<string, PropertySpec> = {};
    for (const [name, index] of Object.entries(type.properties)) {
      const spec = facts[index];
      if (spec) properties[name] = spec;
    }
    expanded[typeName] = { ...type, properties };
  }
  return { version, types: expanded };
}
