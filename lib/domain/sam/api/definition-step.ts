import { invalidResource } from "../fault";
import { isTruthy, type PyDict, type PyValue } from "../py27-hash/py-value";
import type { ValueMap } from "../value";
import { isOpenApi } from "./openapi-editor";
import { isSwagger } from "./swagger-editor";

/** A property of an API on its way into the definition. */
interface DefinitionStep {
  readonly apiId: string;
  readonly definition: PyValue;
  readonly partition: string;
}

export interface HttpDefinitionStep extends DefinitionStep {
  readonly properties: ValueMap;
}

export interface RestDefinitionStep extends DefinitionStep {
  readonly settings: PyDict;
}

export function requireBody(apiId: string, property: string, definition: PyValue): void {
  if (isTruthy(definition)) return;
  throw invalidResource(
    apiId,
    `'${property}' works only with a definition in 'DefinitionBody', not in S3.`,
    `Properties.${property}`,
  );
}

/** HTTP APIs are defined in OpenAPI 3 alone. */
export function requireOpenApi(apiId: string, property: string, definition: PyValue): void {
  if (!isOpenApi(definition)) throw unfitDefinition(apiId, property, "OpenAPI 3");
}

/** REST APIs are defined in Swagger 2 or OpenAPI 3. */
export function requireSwagger(apiId: string, property: string, definition: PyValue): void {
  if (!isSwagger(definition)) throw unfitDefinition(apiId, property, "OpenAPI");
}

function unfitDefinition(apiId: string, property: string, language: string) {
  return invalidResource(
    apiId,
    `'${property}' cannot be added: 'DefinitionBody' is not a valid ${language} definition.`,
    "Properties.DefinitionBody",
  );
}
