import { loadAwsServiceSpecSync } from "@aws-cdk/aws-service-spec";
import type { Property, Resource, SpecDatabase } from "@aws-cdk/service-spec-types";
import type { CompactResourceSpec, CompactType } from "../../lib/data/resource-spec";
import type {
  PropertyType,
  Replacement,
  ResourceSpec,
  UpdateBehaviour,
} from "../../lib/domain/deployment/resource-spec";
import { Interner, packageVersion } from "./package-file";

/** The CloudFormation resource specification, as @aws-cdk/aws-service-spec (Apache-2.0) carries it. */
export function makeResourceSpec(): CompactResourceSpec {
  const database = loadAwsServiceSpecSync();
  const propertySpecs = new Interner<[boolean, UpdateBehaviour, PropertyType]>();
  const types: Record<string, CompactType> = {};
  for (const resource of database.all("resource")) {
    types[resource.cloudFormationType] = describeResource(database, resource, propertySpecs);
  }
  return {
    version: `aws-service-spec ${packageVersion("@aws-cdk/aws-service-spec")}`,
    propertySpecs: propertySpecs.values,
    types,
  };
}

function describeResource(
  database: SpecDatabase,
  resource: Resource,
  propertySpecs: Interner<[boolean, UpdateBehaviour, PropertyType]>,
): CompactType {
  const properties: Record<string, number> = {};
  for (const [name, property] of Object.entries(resource.properties)) {
    properties[name] = propertySpecs.indexOf([property.required ?? false, updateOf(property), typeOf(property.type)]);
  }
  const primaryIdentifier = resource.primaryIdentifier ?? [];
  return {
    properties,
    nestedReplacements: findNestedReplacements(database, resource),
    attributes: Object.keys(resource.attributes),
    primaryIdentifier,
    refIdentifier: resource.cfnRefIdentifier ?? primaryIdentifier,
    arnTemplate: resource.arnTemplate ?? null,
    tags: describeTags(resource),
    stateful: resource.isStateful ?? false,
  };
}

function updateOf(property: Property): UpdateBehaviour {
  if (property.causesReplacement === "yes") return "always";
  return property.causesReplacement === "maybe" ? "maybe" : "in-place";
}

function typeOf(type: Property["type"]): PropertyType {
  switch (type.type) {
    case "string":
    case "date-time":
    case "null":
      return "string";
    case "number":
    case "integer":
      return "number";
    case "boolean":
    case "map":
    case "json":
      return type.type;
    case "array":
      return "list";
    case "tag":
    case "ref":
      return "object";
    case "union":
      return type.types[0] ? typeOf(type.types[0]) : "json";
  }
}

/** Paths below properties that do not replace as a whole; a type that holds itself is followed once. */
function findNestedReplacements(database: SpecDatabase, resource: Resource): Record<string, Replacement> {
  const found: Record<string, Replacement> = {};
  for (const path of resource.additionalReplacementProperties ?? []) found[path.join(".")] = "always";

  const visitProperties = (properties: Resource["properties"], prefix: string, inside: ReadonlySet<string>): void => {
    for (const [name, property] of Object.entries(properties)) {
      const path = prefix === "" ? name : `${prefix}.${name}`;
      const update = updateOf(property);
      if (update !== "in-place" && prefix !== "") found[path] = update;
      if (update !== "always") visitType(property.type, path, inside);
    }
  };
  const visitType = (type: Property["type"], path: string, inside: ReadonlySet<string>): void => {
    if (type.type === "array" || type.type === "map") visitType(type.element, `${path}.*`, inside);
    if (type.type === "union") for (const one of type.types) visitType(one, path, inside);
    if (type.type !== "ref") return;
    const definition = database.get("typeDefinition", type.reference.$ref);
    if (!inside.has(definition.$id)) {
      visitProperties(definition.properties, path, new Set([...inside, definition.$id]));
    }
  };
  visitProperties(resource.properties, "", new Set());
  return found;
}

const tagForms = { standard: "list", map: "map", asg: "auto-scaling-list" } as const;

function describeTags({ tagInformation }: Resource): ResourceSpec["tags"] {
  if (!tagInformation) return null;
  return { property: tagInformation.tagPropertyName, form: tagForms[tagInformation.variant] };
}
