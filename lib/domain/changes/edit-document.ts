import { isJsonObject, type Json, type JsonObject } from "../json";

/** Small edits of a template document, each returning a new one; the catalogue's changes are written with them. */

export interface NamedResource {
  readonly logicalId: string;
  readonly type: string;
  readonly resource: JsonObject;
  readonly properties: JsonObject;
}

export function listResources(document: JsonObject): readonly NamedResource[] {
  return Object.entries(sectionOf(document, "Resources")).flatMap(([logicalId, resource]) => {
    if (!isJsonObject(resource) || typeof resource.Type !== "string") return [];
    const properties = isJsonObject(resource.Properties) ? resource.Properties : {};
    return [{ logicalId, type: resource.Type, resource, properties }];
  });
}

/** The first resource of one of the types that holds; `null` where there is none. */
export function findResource(
  document: JsonObject,
  types: string | readonly string[],
  holds: (found: NamedResource) => boolean = () => true,
): NamedResource | null {
  const wanted = [types].flat();
  return listResources(document).find((found) => wanted.includes(found.type) && holds(found)) ?? null;
}

/** The value at the end of a path of object keys, or undefined. */
export function readPath(value: Json | undefined, path: readonly string[]): Json | undefined {
  return path.reduce<Json | undefined>((inner, key) => (isJsonObject(inner) ? inner[key] : undefined), value);
}

/** The object with the value set at the path; objects on the way are made where they are missing. */
export function setPath(value: Json | undefined, path: readonly string[], leaf: Json): JsonObject {
  const [key, ...rest] = path;
  const object = isJsonObject(value) ? value : {};
  if (key === undefined) return object;
  return { ...object, [key]: rest.length === 0 ? leaf : setPath(object[key], rest, leaf) };
}

export function setProperty(document: JsonObject, logicalId: string, path: readonly string[], leaf: Json): JsonObject {
  return setPath(document, ["Resources", logicalId, "Properties", ...path], leaf);
}

export function addResource(document: JsonObject, logicalId: string, resource: JsonObject): JsonObject {
  return setPath(document, ["Resources", logicalId], resource);
}

/** Adds a resource that refers to another one: under the same condition, or it would refer to nothing. */
export function addBeside(
  document: JsonObject,
  { resource: other }: NamedResource,
  logicalId: string,
  resource: JsonObject,
): JsonObject {
  const { Condition: condition } = other;
  return addResource(document, logicalId, condition === undefined ? resource : { ...resource, Condition: condition });
}

export function removeResource(document: JsonObject, logicalId: string): JsonObject {
  const { [logicalId]: _removed, ...kept } = sectionOf(document, "Resources");
  return { ...document, Resources: kept };
}

/** A logical id that the template does not use yet. */
export function freeLogicalId(document: JsonObject, wanted: string): string {
  const taken = sectionOf(document, "Resources");
  let candidate = wanted;
  for (let number = 2; Object.hasOwn(taken, candidate); number++) candidate = `${wanted}${number}`;
  return candidate;
}

export function sectionOf(document: JsonObject, name: string): JsonObject {
  const section = document[name];
  return isJsonObject(section) ? section : {};
}
