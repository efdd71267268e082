import { isDict, isTruthy, PyDict, type PyValue, textOf } from "../py27-hash/py-value";
import { invalidDefinition } from "./conditional";
import { isOpenApi3, requireDict } from "./definition-editor";

/**
 * Turns what the transform wrote in the words of OpenAPI 2 into those of OpenAPI 3, if the definition says that it is
 * one, or says nothing and `OpenApiVersion` does. Edits the definition in place.
 */
export function convertToOpenApi3(definition: PyDict, requested: PyValue | undefined): PyDict {
  if ((definition.get("swagger") ?? null) !== null) return definition;
  const version = definition.has("openapi") ? definition.get("openapi") : requested;
  if (!isTruthy(version) || !isOpenApi3(version)) return definition;
  moveToComponents(definition, "securityDefinitions", "securitySchemes");
  moveToComponents(definition, "definitions", "schemas");
  convertPreflights(definition);
  return definition;
}

function moveToComponents(definition: PyDict, from: string, to: string): void {
  const content = definition.get(from);
  if (content === undefined || !isTruthy(content)) return;
  const existing = definition.get("components");
  const components = isDict(existing) && existing.size > 0 ? existing : PyDict.empty();
  components.set(to, content);
  definition.set("components", components);
  definition.delete(from);
}

function convertPreflights(definition: PyDict): void {
  if (!isTruthy(definition.get("paths"))) return;
  const paths = requireDict(definition.get("paths"), "'paths' in the API definition must be a map.");
  for (const [path, value] of paths.items()) {
    const item = requireDict(value, `The value of path '${textOf(path)}' must be a map.`);
    if (!isTruthy(item.get("options"))) continue;
    const where = `The 'options' method of path '${textOf(path)}'`;
    const options = requireDict(item.get("options"), `${where} must be a map.`);
    // The order of the copy decides in which order keys are removed.
    for (const key of options.copy().keys()) {
      if (key === "produces" || key === "consumes") options.delete(key);
      if (key === "responses") wrapHeaders(options.get(key), where);
    }
  }
}

/** Headers of the 200 response hold a schema in OpenAPI 3. */
function wrapHeaders(responses: PyValue | undefined, where: string): void {
  const headers = deepGet(responses, ["200", "headers"], where);
  if (!isTruthy(headers)) return;
  const map = requireDict(headers, `The headers of ${where} must be a map.`);
  for (const [name, header] of map.items()) map.set(name, PyDict.of({ schema: header }));
}

function deepGet(value: PyValue | undefined, keys: readonly string[], where: string): PyValue | undefined {
  let current = value;
  for (const key of keys) {
    if (current === undefined || current === null) return undefined;
    if (!isDict(current))
      throw invalidDefinition(`${where} has responses of which '${key}' cannot be read: its parent must be a map.`);
    current = current.get(key);
  }
  return current;
}
