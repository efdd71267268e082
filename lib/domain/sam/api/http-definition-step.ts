import { invalidResource } from "../fault";
import { isTruthy, type PyValue } from "../py27-hash/py-value";
import type { ValueMap } from "../value";
import { isOpenApi } from "./openapi-editor";

/** A property of an HTTP API on its way into the definition. */
export interface HttpDefinitionStep {
  readonly apiId: string;
  readonly properties: ValueMap;
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

export function requireOpenApi(apiId: string, property: string, definition: PyValue): void {
  if (isOpenApi(definition)) return;
  throw invalidResource(
    apiId,
    `'${property}' cannot be added: 'DefinitionBody' is not a valid OpenAPI 3 definition.`,
    "Properties.DefinitionBody",
  );
}
