import { printPython } from "../py27-hash/py-text";
import { isDict, isText, isTruthy, PyDict, type PyText, type PyValue, textLike, textOf } from "../py27-hash/py-value";
import { conditionalContents, invalidDefinition, makeConditional } from "./conditional";

export const INTEGRATION = "x-amazon-apigateway-integration";
export const ANY_METHOD = "x-amazon-apigateway-any-method";

/** What OpenAPI 2 and 3 definitions have in common: paths, methods and their integrations, each possibly conditional. */
export class DefinitionEditor {
  protected readonly doc: PyDict;
  readonly paths: PyDict;

  /** Edits a copy of the definition. */
  protected constructor(definition: PyDict) {
    this.doc = definition.deepCopy();
    this.paths = requireDict(this.doc.get("paths"), "'paths' in the API definition must be a map.");
  }

  pathNames(): PyText[] {
    return this.paths.items().map(([path]) => path);
  }

  /** The path's item, or both of its branches where it is conditional. */
  pathItems(path: PyText): PyDict[] {
    const items = conditionalContents(this.paths.get(textOf(path)));
    return items.map((item) => requireDict(item, `The value of path '${textOf(path)}' must be a map.`));
  }

  makePathConditional(path: PyText, condition: PyText): void {
    this.paths.set(path, makeConditional(condition, this.paths.get(textOf(path)) ?? null));
  }

  addPath(path: PyText, method: PyText): void {
    const item = this.paths.setDefault(path, PyDict.empty());
    requireDict(item, `The value of path '${textOf(path)}' must be a map.`);
    for (const pathItem of this.pathItems(path)) pathItem.setDefault(normalizeMethod(method), PyDict.empty());
  }

  /** True only if every branch of the path has the method, and every method an integration in some branch. */
  hasIntegration(path: PyText, method: PyText): boolean {
    const name = textOf(normalizeMethod(method));
    if (!this.paths.has(textOf(path))) return false;
    const items = conditionalContents(this.paths.get(textOf(path)));
    if (!items.every((item) => isDict(item) && item.has(name))) return false;
    return this.pathItems(path).every((item) => {
      const definition = item.get(name);
      if (!isDict(definition)) return false;
      const branches = conditionalContents(definition).map((branch) => requireMethod(branch, path, name));
      return branches.some((branch) => isTruthy(branch.get(INTEGRATION)));
    });
  }

  /** The definitions of one method that have an integration. */
  integratedMethods(path: PyText, method: PyText): PyDict[] {
    return this.methodDefinitions(path, method).filter((definition) => isTruthy(definition.get(INTEGRATION)));
  }

  methodDefinitions(path: PyText, method: PyText): PyDict[] {
    const name = textOf(normalizeMethod(method));
    return this.pathItems(path).flatMap((item) =>
      conditionalContents(item.get(name)).map((definition) => requireMethod(definition, path, name)),
    );
  }

  setTimeout(path: PyText, method: PyText, timeout: PyValue): void {
    for (const definition of this.integratedMethods(path, method))
      integrationOf(definition).set("timeoutInMillis", timeout);
  }
}

export function requireDict(value: PyValue | undefined, message: string): PyDict {
  if (!isDict(value)) throw invalidDefinition(message);
  return value;
}

export function requireMethod(definition: PyValue | undefined, path: PyText, method: string): PyDict {
  return requireDict(definition, `The definition of method '${method}' of path '${textOf(path)}' must be a map.`);
}

export function integrationOf(definition: PyDict): PyDict {
  return requireDict(definition.get(INTEGRATION), `'${INTEGRATION}' in the API definition must be a map.`);
}

export function securityOf(definition: PyDict, path: PyText, method: PyText): PyValue[] {
  const security = definition.has("security") ? definition.get("security") : [];
  if (Array.isArray(security)) return security;
  throw invalidDefinition(`'security' of method '${textOf(method)}' of path '${textOf(path)}' must be a list.`);
}

/** Lower case; `any` is an extension of API Gateway. */
export function normalizeMethod(method: PyText): PyText {
  const name = textOf(method).toLowerCase();
  return name === "any" ? ANY_METHOD : textLike(method, name);
}

export function isOpenApi3(version: PyValue | undefined): boolean {
  const text = isText(version) ? textOf(version) : printPython(version ?? null);
  return /^3(\.\d)(\.\d)?\n?$/.test(text);
}
