import { isTruthy, PyDict, type PyText, type PyValue } from "../py27-hash/py-value";
import { ANY_METHOD, INTEGRATION } from "./definition-editor";
import type { SwaggerEditor } from "./swagger-editor";

/** `Cors` of a REST API. Values are API Gateway's: texts within single quotes, or intrinsic functions. */
export interface CorsSettings {
  readonly allowOrigin: PyValue;
  readonly allowHeaders: PyValue | undefined;
  readonly allowMethods: PyValue | undefined;
  readonly maxAge: PyValue | undefined;
  readonly allowCredentials: boolean;
}

/**
 * An `OPTIONS` method on the path that answers preflight requests, unless it has one.
 * https://docs.aws.amazon.com/apigateway/latest/developerguide/how-to-cors.html
 */
export function addPreflight(editor: SwaggerEditor, path: PyText, cors: CorsSettings): void {
  let allowMethods = isTruthy(cors.allowMethods) ? cors.allowMethods : undefined;
  for (const item of editor.pathItems(path)) {
    if (item.has("options")) continue;
    // The methods of the first branch of a conditional path serve for the second, too.
    allowMethods ??= `'${methodsOf(item).join(",")}'`;
    item.set("options", preflight({ ...cors, allowMethods }));
  }
}

const HTTP_METHODS = ["OPTIONS", "GET", "HEAD", "POST", "PUT", "DELETE", "PATCH"];

function methodsOf(item: PyDict): string[] {
  if (item.has(ANY_METHOD)) return [...HTTP_METHODS].sort();
  return [...new Set([...item.keys(), "options"].map((name) => name.toUpperCase()))].sort();
}

function preflight(cors: CorsSettings): PyDict {
  const headers = headersOf(cors);
  const parameters = PyDict.empty();
  const responseHeaders = PyDict.empty();
  for (const { name, type, value } of headers) {
    parameters.set(`method.response.header.${name}`, value);
    responseHeaders.set(name, PyDict.made({ type }));
  }
  const response = PyDict.of({
    statusCode: "200",
    responseParameters: parameters,
    responseTemplates: PyDict.made({ "application/json": "{}\n" }),
  });
  return PyDict.of({
    summary: "CORS support",
    consumes: ["application/json"],
    produces: ["application/json"],
    [INTEGRATION]: PyDict.of({
      type: "mock",
      requestTemplates: PyDict.made({ "application/json": '{\n  "statusCode" : 200\n}\n' }),
      responses: PyDict.of({ default: response }),
    }),
    responses: PyDict.of({
      "200": PyDict.of({ description: "Default response for CORS method", headers: responseHeaders }),
    }),
  });
}

interface Header {
  readonly name: string;
  readonly type: "string" | "integer";
  readonly value: PyValue;
}

function headersOf(cors: CorsSettings): Header[] {
  const headers: Header[] = [{ name: "Access-Control-Allow-Origin", type: "string", value: cors.allowOrigin }];
  const add = (name: string, type: Header["type"], value: PyValue | undefined, given: boolean) => {
    if (given && value !== undefined) headers.push({ name, type, value });
  };
  add("Access-Control-Allow-Headers", "string", cors.allowHeaders, isTruthy(cors.allowHeaders));
  add("Access-Control-Allow-Methods", "string", cors.allowMethods, isTruthy(cors.allowMethods));
  // Zero is a valid age.
  add("Access-Control-Max-Age", "integer", cors.maxAge, cors.maxAge !== null);
  add("Access-Control-Allow-Credentials", "string", "'true'", cors.allowCredentials);
  return headers;
}
