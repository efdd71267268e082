import { invalidResource } from "../fault";
import { isTruthy, type PyDict, type PyValue } from "../py27-hash/py-value";
import { isSwagger } from "./swagger-editor";

/** A property of a REST API on its way into the definition. */
export interface RestDefinitionStep {
  readonly apiId: string;
  readonly settings: PyDict;
  readonly definition: PyValue;
  readonly partition: string;
}

export function requireBody(apiId: string, property: string, definition: PyValue): void {
  if (isTruthy(definition)) return;
  throw invalidResource(
    apiId,
    `'${property}' works only with a definition in 'DefinitionBody', not in S3.`,
    `Properties.${property}`,
  );
}

export function requireSwagger(apiId: string, property: string, definition: PyValue): void {
  if (isSwagger(definition)) return;
  throw invalidResource(
    apiId,
    `'${property}' cannot be added: 'DefinitionBody' is not a valid OpenAPI definition.`,
    "Properties.DefinitionBody",
  );
}
