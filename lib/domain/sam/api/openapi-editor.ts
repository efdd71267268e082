import {
  entryOf,
  isDict,
  isEqual,
  isTruthy,
  PyDict,
  type PyText,
  type PyValue,
  readText,
  textOf,
} from "../py27-hash/py-value";
import { conditionalContents, invalidDefinition, makeConditional } from "./conditional";
import {
  ANY_METHOD,
  DefinitionEditor,
  INTEGRATION,
  integrationOf,
  isOpenApi3,
  normalizeMethod,
  requireDict,
  requireMethod,
  securityOf,
} from "./definition-editor";

export const DEFAULT_PATH = "$default";

/** Edits the OpenAPI 3 definition of an HTTP API. */
export class OpenApiEditor extends DefinitionEditor {
  private readonly securitySchemes: PyDict;
  private tags: PyValue;
  private readonly info: PyDict;

  constructor(definition: PyValue | undefined) {
    if (!isOpenApi(definition)) {
      throw invalidDefinition("'DefinitionBody' is not a valid OpenAPI 3 definition: it needs 'openapi' and 'paths'.");
    }
    super(definition);
    const components = this.doc.get("components") ?? null;
    if (components !== null && !isDict(components))
      throw invalidDefinition("'components' in the API definition must be a map.");
    this.securitySchemes = mapOr(entryOf(components, "securitySchemes"), "components.securitySchemes");
    this.info = mapOr(this.doc.get("info"), "info");
    const tags = this.doc.get("tags");
    this.tags = tags !== undefined && isTruthy(tags) ? tags : [];
  }

  /** The edited definition, as a copy. */
  definition(): PyDict {
    if (isTruthy(this.tags)) this.doc.set("tags", this.tags);
    if (this.securitySchemes.size > 0) {
      if (!isTruthy(this.doc.get("components"))) this.doc.set("components", PyDict.empty());
      const components = this.doc.get("components");
      if (isDict(components)) components.set("securitySchemes", this.securitySchemes);
    }
    if (this.info.size > 0) this.doc.set("info", this.info);
    return this.doc.deepCopy();
  }

  /** A Lambda proxy integration, unless the path and method have one. */
  addLambdaIntegration(path: PyText, method: PyText, functionUri: PyValue, condition: PyValue | undefined): void {
    const name = normalizeMethod(method);
    if (this.hasIntegration(path, name)) return;
    this.addPath(path, name);
    const uri = condition === undefined ? functionUri : makeConditional(condition, functionUri);
    for (const item of this.pathItems(path)) {
      if ((item.get(textOf(name)) ?? null) === null) item.set(name, PyDict.empty());
      const definition = requireMethod(item.get(textOf(name)), path, textOf(name));
      definition.set(
        INTEGRATION,
        PyDict.of({ type: "aws_proxy", httpMethod: "POST", payloadFormatVersion: "2.0", uri }),
      );
      if (textOf(path) === DEFAULT_PATH && textOf(name) === ANY_METHOD) definition.set("isDefaultRoute", true);
      definition.setDefault("responses", PyDict.empty());
      if (condition !== undefined) item.set(name, makeConditional(condition, definition));
    }
  }

  /** True if every integration of the path and method invokes this function by its ARN (and not by an alias). */
  integratesOnly(path: string, method: string, functionId: string): boolean {
    if (!this.hasIntegration(path, method)) return false;
    return this.methodDefinitions(path, method).every((definition) => {
      const integration = definition.get(INTEGRATION) ?? PyDict.empty();
      const uri = requireDict(integration, `'${INTEGRATION}' in the API definition must be a map.`).get("uri");
      if (!isDict(uri)) return false;
      return conditionalContents(uri).every((branch) => {
        const arn = readText(entryOf(branch, "Fn::Sub")) ?? "";
        return /([A-Za-z0-9]+)\.Arn/.exec(arn)?.[1] === functionId;
      });
    });
  }

  addPathParameters(path: PyText, method: PyText, names: readonly string[]): void {
    for (const definition of this.integratedMethods(path, method)) {
      const parameters = definition.setDefault("parameters", []);
      if (!Array.isArray(parameters))
        throw invalidDefinition("'parameters' of a method in the API definition must be a list.");
      for (const name of names) {
        const known = parameters.find((parameter) => readText(entryOf(parameter, "name")) === name);
        const parameter = isDict(known) ? known : PyDict.of({ name });
        parameter.set("in", "path");
        parameter.set("required", true);
        if (known === undefined) parameters.push(parameter);
      }
    }
  }

  setPayloadFormatVersion(path: PyText, method: PyText, version: PyValue): void {
    for (const definition of this.integratedMethods(path, method)) {
      integrationOf(definition).set("payloadFormatVersion", version);
    }
  }

  setSecurityScheme(name: PyText, scheme: PyDict): void {
    this.securitySchemes.set(name, scheme);
  }

  /** Secures every method of the path that has no security of its own. */
  applyDefaultAuthorizer(path: PyText, authorizer: PyText, scopes: PyValue): void {
    for (const item of this.pathItems(path)) {
      for (const [name, method] of item.items()) {
        const normalized = textOf(normalizeMethod(name));
        if (normalized === "parameters" || normalized === "options") continue;
        if (!item.has(normalized))
          throw invalidDefinition(
            `There is no method '${normalized}' in path '${textOf(path)}' of the API definition.`,
          );
        for (const content of conditionalContents(method)) {
          const definition = requireMethod(content, path, textOf(name));
          if (!isTruthy(definition.get(INTEGRATION)) || isTruthy(definition.get("security"))) continue;
          definition.set("security", [requirement(authorizer, scopes)]);
        }
      }
    }
  }

  addMethodAuthorizer(path: PyText, method: PyText, authorizer: PyText, scopes: PyValue): void {
    for (const definition of this.integratedMethods(path, method)) {
      definition.set("security", [...securityOf(definition, path, method), requirement(authorizer, scopes)]);
    }
  }

  /** Tags in API Gateway's extension of OpenAPI; a tag of the definition takes the new value. */
  setTags(tags: PyDict): void {
    for (const [name, value] of tags.items()) {
      if (!Array.isArray(this.tags)) throw invalidDefinition("'tags' in the API definition must be a list.");
      const known = this.tags.find((tag) => readText(entryOf(tag, "name")) === textOf(name));
      const tag = isDict(known) ? known : PyDict.of({ name });
      tag.set("x-amazon-apigateway-tag-value", value);
      if (known === undefined) this.tags = [...this.tags, tag];
    }
  }

  setDisableExecuteApiEndpoint(disabled: PyValue): void {
    const key = "x-amazon-apigateway-endpoint-configuration";
    const servers = this.doc.get("servers") ?? [PyDict.empty()];
    if (!Array.isArray(servers)) throw invalidDefinition("'servers' in the API definition must be a list.");
    for (const server of servers) {
      const holder = requireDict(server, "Each of 'servers' in the API definition must be a map.");
      const configuration = mapOr(holder.get(key), key);
      configuration.set("disableExecuteApiEndpoint", disabled);
      holder.set(key, configuration);
    }
    this.doc.set("servers", servers);
  }

  /** Writes over what the definition says of CORS. */
  setCors(settings: PyDict): void {
    const key = "x-amazon-apigateway-cors";
    const cors = mapOr(this.doc.get(key), key);
    cors.update(settings);
    this.doc.set(key, cors);
  }

  addDescription(description: PyValue): void {
    if (!isTruthy(this.info.get("description"))) this.info.set("description", description);
  }

  addTitle(title: PyValue): void {
    if (isDefaultTitle(this.info.get("title"))) this.info.set("title", title);
  }
}

/** The smallest definition that the transform starts from. */
export function emptyOpenApi(): PyDict {
  const info = PyDict.of({ version: "1.0", title: PyDict.made({ Ref: "AWS::StackName" }) });
  return PyDict.of({ openapi: "3.0.1", info, paths: PyDict.empty() });
}

export function isDefaultTitle(title: PyValue | undefined): boolean {
  return title !== undefined && isEqual(title, PyDict.made({ Ref: "AWS::StackName" }));
}

export function isOpenApi(definition: PyValue | undefined): definition is PyDict {
  if (!isDict(definition) || !isDict(definition.get("paths"))) return false;
  return isTruthy(definition.get("openapi")) && isOpenApi3(definition.get("openapi"));
}

function requirement(authorizer: PyText, scopes: PyValue): PyDict {
  const entry = PyDict.made({});
  entry.set(authorizer, scopes);
  return entry;
}

function mapOr(value: PyValue | undefined, name: string): PyDict {
  if (value === undefined || !isTruthy(value)) return PyDict.empty();
  return requireDict(value, `'${name}' in the API definition must be a map.`);
}
