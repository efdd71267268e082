import { isDict, isTruthy, PyDict, type PyText, type PyValue, textLike, textOf } from "../py27-hash/py-value";
import { conditionalContents, invalidDefinition } from "./conditional";
import {
  DefinitionEditor,
  INTEGRATION,
  isOpenApi3,
  normalizeMethod,
  requireDict,
  requireMethod,
} from "./definition-editor";

/** Edits the definition of a REST API: OpenAPI 2, or OpenAPI 3 if the template says so. */
export class SwaggerEditor extends DefinitionEditor {
  private securityDefinitions: PyValue;
  readonly gatewayResponses: PyDict;
  readonly resourcePolicy: PyDict;
  private models: PyValue;

  constructor(definition: PyValue | undefined) {
    if (!isSwagger(definition)) {
      throw invalidDefinition(
        "'DefinitionBody' is missing or is not a valid OpenAPI definition: it needs 'swagger' or 'openapi', and 'paths'.",
      );
    }
    super(definition);
    this.securityDefinitions = contentOr(this.doc.get("securityDefinitions"), PyDict.empty());
    this.gatewayResponses = requireDict(
      contentOr(this.doc.get("x-amazon-apigateway-gateway-responses"), PyDict.empty()),
      "'x-amazon-apigateway-gateway-responses' in the API definition must be a map.",
    );
    this.resourcePolicy = requireDict(
      contentOr(this.doc.get("x-amazon-apigateway-policy"), PyDict.empty()),
      "'x-amazon-apigateway-policy' in the API definition must be a map.",
    );
    this.models = this.doc.get("definitions") ?? PyDict.empty();
    for (const path of this.pathNames()) this.pathItems(path);
  }

  /** The edited definition, as a copy. */
  definition(): PyDict {
    if (isTruthy(this.securityDefinitions)) this.doc.set("securityDefinitions", this.securityDefinitions);
    if (isTruthy(this.gatewayResponses)) this.doc.set("x-amazon-apigateway-gateway-responses", this.gatewayResponses);
    if (isTruthy(this.models)) this.doc.set("definitions", this.models);
    return this.doc.deepCopy();
  }

  /** Every method of a path that has an integration, with its definitions in all branches. */
  *allIntegratedMethods(path: PyText): Generator<[method: PyText, definition: PyDict]> {
    for (const item of this.pathItems(path)) {
      for (const [name, method] of item.items()) {
        if (["summary", "description", "parameters"].includes(textOf(name))) continue;
        for (const content of conditionalContents(method)) {
          const definition = requireMethod(content, path, textOf(name));
          if (isTruthy(definition.get(INTEGRATION))) yield [normalizeMethod(name), definition];
        }
      }
    }
  }

  /** Adds a security definition, whether or not one of that name exists. */
  setSecurityDefinition(name: PyText, definition: PyDict): void {
    this.securityDefinitionMap().set(name, definition);
  }

  /** `AWS_IAM` as an authorizer of methods. */
  addIamSecurityDefinition(): void {
    this.addSecurityDefinition("AWS_IAM", {
      "x-amazon-apigateway-authtype": "awsSigv4",
      type: "apiKey",
      name: "Authorization",
      in: "header",
    });
  }

  addApiKeySecurityDefinition(): void {
    this.addSecurityDefinition("api_key", { type: "apiKey", name: "x-api-key", in: "header" });
  }

  private addSecurityDefinition(name: string, content: Readonly<Record<string, string>>): void {
    const definitions = this.securityDefinitionMap();
    if (!definitions.has(name)) definitions.update(PyDict.of({ [name]: PyDict.of(content) }));
  }

  private securityDefinitionMap(): PyDict {
    if (!isTruthy(this.securityDefinitions)) this.securityDefinitions = PyDict.empty();
    return requireDict(this.securityDefinitions, "'securityDefinitions' in the API definition must be a map.");
  }

  addModels(models: PyDict): void {
    if (!isTruthy(this.models)) this.models = PyDict.empty();
    const definitions = requireDict(this.models, "'definitions' in the API definition must be a map.");
    for (const [name, schema] of models.items()) {
      if (!isDict(schema) || !isTruthy(schema.get("type"))) {
        throw invalidDefinition(`The schema of model '${textOf(name)}' in 'Models' has no 'type'.`);
      }
      definitions.set(lowerCase(name), schema);
    }
  }

  setBinaryMediaTypes(types: PyValue): void {
    this.doc.set("x-amazon-apigateway-binary-media-types", types);
  }

  writeResourcePolicy(): void {
    this.doc.set("x-amazon-apigateway-policy", this.resourcePolicy);
  }

  /** In OpenAPI 3 the setting belongs to each server, otherwise to the definition. */
  setDisableExecuteApiEndpoint(disabled: PyValue): void {
    const version = this.doc.get("openapi");
    if (!isTruthy(version) || !isOpenApi3(version)) {
      disableEndpoint(this.doc, disabled);
      return;
    }
    const servers = this.doc.has("servers") ? this.doc.get("servers") : [PyDict.empty()];
    if (!Array.isArray(servers)) throw invalidDefinition("'servers' in the API definition must be a list.");
    for (const server of servers)
      disableEndpoint(requireDict(server, "Each of 'servers' in the API definition must be a map."), disabled);
    this.doc.set("servers", servers);
  }

  /** The names under `x-amazon-apigateway-request-validators`, created when a method needs them. */
  addRequestValidator(name: string, validator: PyDict): void {
    const key = "x-amazon-apigateway-request-validators";
    if (!isTruthy(this.doc.get(key))) this.doc.set(key, PyDict.empty());
    const validators = requireDict(this.doc.get(key), `'${key}' in the API definition must be a map.`);
    if (!isTruthy(validators.get(name))) validators.update(PyDict.of({ [name]: validator }));
  }

  /** True for OpenAPI 2. */
  get isVersion2(): boolean {
    return (this.doc.get("swagger") ?? null) !== null;
  }

  get isVersion3(): boolean {
    return isTruthy(this.doc.get("openapi")) && isOpenApi3(this.doc.get("openapi"));
  }
}

/** The smallest definition that the transform starts from. */
export function emptySwagger(): PyDict {
  const info = PyDict.of({ version: "1.0", title: PyDict.made({ Ref: "AWS::StackName" }) });
  return PyDict.of({ swagger: "2.0", info, paths: PyDict.empty() });
}

export function isSwagger(definition: PyValue | undefined): definition is PyDict {
  if (!isDict(definition) || !isDict(definition.get("paths"))) return false;
  if (isTruthy(definition.get("swagger"))) return true;
  return isTruthy(definition.get("openapi")) && isOpenApi3(definition.get("openapi"));
}

function lowerCase(text: PyText): PyText {
  return textLike(text, textOf(text).toLowerCase());
}

function contentOr(value: PyValue | undefined, otherwise: PyDict): PyValue {
  return value !== undefined && isTruthy(value) ? value : otherwise;
}

function disableEndpoint(holder: PyDict, disabled: PyValue): void {
  const key = "x-amazon-apigateway-endpoint-configuration";
  requireDict(holder.setDefault(key, PyDict.made({})), `'${key}' in the API definition must be a map.`).set(
    "disableExecuteApiEndpoint",
    disabled,
  );
}
