import { PyDict, type PyText, type PyValue, textLike, textOf } from "../py27-hash/py-value";
import { invalidDefinition } from "./conditional";
import { integrationOf } from "./definition-editor";
import type { SwaggerEditor } from "./swagger-editor";

/** `RequestModel`: the body that the method takes. */
export function addRequestModel(
  editor: SwaggerEditor,
  path: PyText,
  method: PyText,
  model: PyText,
  required: PyValue,
): void {
  const name = textLike(model, textOf(model).toLowerCase());
  for (const definition of editor.integratedMethods(path, method)) {
    if (editor.isVersion2) addBodyParameter(definition, name, required);
    else if (editor.isVersion3) setRequestBody(definition, name, required);
  }
}

function addBodyParameter(definition: PyDict, model: PyText, required: PyValue): void {
  const parameter = PyDict.of({ in: "body", name: model });
  parameter.set("schema", PyDict.made({ $ref: `#/definitions/${textOf(model)}` }));
  if (required !== null) parameter.set("required", required);
  definition.set("parameters", [...parametersOf(definition), parameter]);
}

function setRequestBody(definition: PyDict, model: PyText, required: PyValue): void {
  const schema = PyDict.made({ $ref: `#/components/schemas/${textOf(model)}` });
  const content = PyDict.made({ "application/json": PyDict.made({ schema }) });
  const body = PyDict.made({ content });
  if (required !== null) body.set("required", required);
  definition.set("requestBody", body);
}

/** What API Gateway checks of a request before it calls the integration. */
export function addRequestValidator(
  editor: SwaggerEditor,
  path: PyText,
  method: PyText,
  body: boolean,
  parameters: boolean,
): void {
  const name = validatorName(body, parameters);
  editor.addRequestValidator(name, PyDict.of({ validateRequestBody: body, validateRequestParameters: parameters }));
  for (const definition of editor.integratedMethods(path, method)) {
    definition.update(PyDict.of({ "x-amazon-apigateway-request-validator": name }));
  }
}

function validatorName(body: boolean, parameters: boolean): string {
  if (body) return parameters ? "body-and-params" : "body-only";
  return parameters ? "params-only" : "no-validation";
}

export interface RequestParameter {
  /** `method.request.header.X-Name`. */
  readonly name: PyText;
  readonly required: PyValue;
  readonly caching: boolean;
}

export function addRequestParameters(
  editor: SwaggerEditor,
  path: PyText,
  method: PyText,
  parameters: readonly RequestParameter[],
): void {
  for (const definition of editor.integratedMethods(path, method)) {
    const added = parameters.map((parameter) => {
      const [location = "", ...rest] = textOf(parameter.name).replaceAll("method.request.", "").split(".");
      if (parameter.caching) addCacheKey(definition, parameter.name);
      return PyDict.of({
        in: location === "querystring" ? "query" : textLike(parameter.name, location),
        name: textLike(parameter.name, rest.join(".")),
        required: parameter.required,
        type: "string",
      });
    });
    definition.set("parameters", [...parametersOf(definition), ...added]);
  }
}

function addCacheKey(definition: PyDict, name: PyText): void {
  const integration = integrationOf(definition);
  const keys = integration.get("cacheKeyParameters") ?? [];
  if (!Array.isArray(keys)) throw invalidDefinition("'cacheKeyParameters' in the API definition must be a list.");
  integration.set("cacheKeyParameters", [...keys, name]);
}

function parametersOf(definition: PyDict): PyValue[] {
  const parameters = definition.get("parameters") ?? [];
  if (Array.isArray(parameters)) return parameters;
  throw invalidDefinition("'parameters' of a method in the API definition must be a list.");
}
