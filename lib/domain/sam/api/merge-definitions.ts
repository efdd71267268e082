import { invalidResource } from "../fault";
import { isDict, isTruthy, PyDict, type PyValue, textOf } from "../py27-hash/py-value";
import { normalizeMethod, requireDict } from "./definition-editor";
import type { EventMethod } from "./event-auth";

/** `MergeDefinitions`: what an event generates for its method is laid over what the template's definition says of it. */
export function mergeMethod(written: PyValue, generated: PyDict, target: EventMethod): PyDict {
  const path = textOf(target.path);
  const definition = requireDict(written, "'DefinitionBody' must be a map.").copy();
  const paths = mapAt(definition.get("paths"), target, "paths");
  const item = mapAt(paths.get(path), target, `paths.${path}`);
  const method = mapAt(item.get(textOf(target.method)), target, `paths.${path}.${textOf(target.method)}`);
  const generatedItem = requireDict(generated.get("paths"), "'paths' must be a map.").get(path);
  const generatedMethod = requireDict(generatedItem, `'${path}' must be a map.`).get(
    textOf(normalizeMethod(target.method)),
  );
  const merged = PyDict.made({});
  for (const [key, value] of method.items()) merged.set(key, value);
  for (const [key, value] of isDict(generatedMethod) ? generatedMethod.items() : []) merged.set(key, value);
  if (!paths.has(path)) paths.set(target.path, PyDict.made({}));
  requireDict(paths.get(path), `'${path}' must be a map.`).set(target.method, merged);
  return definition;
}

function mapAt(value: PyValue | undefined, target: EventMethod, place: string): PyDict {
  if (value === undefined || !isTruthy(value)) return PyDict.made({});
  if (isDict(value)) return value;
  throw invalidResource(target.apiId, `'${place}' in 'DefinitionBody' must be a map.`, "Properties.DefinitionBody");
}
