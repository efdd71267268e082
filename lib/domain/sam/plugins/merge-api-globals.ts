import { apiPropertiesState } from "../api/api-properties";
import { isPyIntrinsic } from "../api/conditional";
import { isOpenApi3 } from "../api/definition-editor";
import type { TemplatePlugin } from "../plugin";
import { printPython } from "../py27-hash/py-text";
import { isDict, isText, isTruthy, type PyDict, type PyValue } from "../py27-hash/py-value";
import { toValue } from "../py27-hash/template-values";
import { samEntries } from "../sam-template";
import { isList, isMap, type Value } from "../value";
import { pythonOrder } from "./python-order";

/** Does to the REST APIs' own properties what the step for Globals, which stands before, does to the working copy. */
export const mergeApiGlobals: TemplatePlugin = {
  name: "api-globals",
  beforeTemplate(template, context) {
    const { globals } = context.state(pythonOrder);
    const known = context.state(apiPropertiesState);
    for (const { logicalId, resource } of samEntries(template, new Set(["AWS::Serverless::Api"]))) {
      const properties = known.get(logicalId);
      if (properties === undefined) continue;
      const merged =
        globals === null || globals.size === 0
          ? properties
          : mergeDicts(withoutIgnored(globals, resource.IgnoreGlobals ?? null), properties);
      alignOpenApiVersion(merged);
      const version = merged.get("OpenApiVersion");
      if (version !== undefined && isMap(resource.Properties)) resource.Properties.OpenApiVersion = toValue(version);
      known.set(logicalId, merged);
    }
  },
};

function withoutIgnored(globals: PyDict, ignored: Value): PyDict {
  if (!isList(ignored) && ignored !== "*") return globals;
  const rest = globals.deepCopy();
  for (const name of ignored === "*" ? rest.keys() : ignored) if (typeof name === "string") rest.delete(name);
  return rest;
}

function merge(shared: PyValue, local: PyValue): PyValue {
  if (Array.isArray(shared) && Array.isArray(local)) return [...shared, ...local];
  if (isDict(shared) && isDict(local) && !isPyIntrinsic(shared) && !isPyIntrinsic(local))
    return mergeDicts(shared, local);
  return local;
}

function mergeDicts(shared: PyDict, local: PyDict): PyDict {
  const merged = shared.copy();
  for (const [key, value] of local.items()) {
    const existing = merged.get(typeof key === "string" ? key : key.text);
    merged.set(key, existing === undefined ? value : merge(existing, value));
  }
  return merged;
}

/** A definition that the transform writes is OpenAPI 3 where `OpenApiVersion` says so. */
function alignOpenApiVersion(properties: PyDict): void {
  const version = properties.get("OpenApiVersion");
  if (version === undefined || !properties.has("__MANAGE_SWAGGER") || !isOpenApi3(version)) return;
  if (!isText(version)) properties.set("OpenApiVersion", printPython(version));
  const definition = properties.get("DefinitionBody");
  if (!isDict(definition)) return;
  definition.set("openapi", properties.get("OpenApiVersion") ?? null);
  if (isTruthy(definition.get("swagger"))) definition.delete("swagger");
}
