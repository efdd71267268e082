import { expectMap, inResource } from "../expect";
import { invalidResource } from "../fault";
import { isDict, isTruthy, PyDict, type PyValue, readText, textLike, textOf } from "../py27-hash/py-value";
import { toValue } from "../py27-hash/template-values";
import { isPyIntrinsic } from "./conditional";
import type { SwaggerEditor } from "./swagger-editor";

/** Checks `GatewayResponses` as far as no definition is needed for it. */
export function checkGatewayResponses(apiId: string, responses: PyDict): void {
  for (const [type, response] of responses.items()) {
    const where = `Properties.GatewayResponses.${textOf(type)}`;
    if (isPyIntrinsic(response)) {
      throw invalidResource(apiId, "'GatewayResponses' cannot be set by intrinsic functions.", where);
    }
    if (!isDict(response)) throw invalidResource(apiId, `The gateway response '${textOf(type)}' must be a map.`, where);
    const unknown = response
      .keys()
      .find((key) => !["ResponseParameters", "ResponseTemplates", "StatusCode"].includes(key));
    if (unknown !== undefined) {
      throw invalidResource(apiId, `The gateway response '${textOf(type)}' has no property '${unknown}'.`, where);
    }
  }
}

/** https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-swagger-extensions-gateway-responses.html */
export function addGatewayResponses(editor: SwaggerEditor, apiId: string, responses: PyDict): void {
  const generated = PyDict.empty();
  for (const [type, response] of responses.items()) {
    if (isDict(response)) generated.set(type, describeResponse(apiId, textOf(type), response));
  }
  for (const [type, response] of generated.items()) editor.gatewayResponses.set(type, response);
}

function describeResponse(apiId: string, type: string, response: PyDict): PyDict {
  const parameters = response.get("ResponseParameters") ?? PyDict.empty();
  if (isTruthy(parameters))
    expectMap(toValue(parameters), inResource(apiId, `GatewayResponses.${type}.ResponseParameters`));
  const templates = response.get("ResponseTemplates");
  const described = PyDict.empty();
  described.set("responseParameters", prefixParameters(apiId, isDict(parameters) ? parameters : PyDict.empty()));
  described.set("responseTemplates", templates !== undefined && isTruthy(templates) ? templates : PyDict.empty());
  const status = statusCode(apiId, type, response.get("StatusCode") ?? null);
  if (status !== null) described.set("statusCode", status);
  return described;
}

const prefixes = { Headers: "header.", Paths: "path.", QueryStrings: "querystring." } as const;

function prefixParameters(apiId: string, parameters: PyDict): PyDict {
  const unknown = parameters.keys().find((key) => !Object.hasOwn(prefixes, key));
  if (unknown !== undefined) {
    throw invalidResource(
      apiId,
      `Gateway responses have no response parameters '${unknown}', only Headers, Paths and QueryStrings.`,
      "Properties.GatewayResponses",
    );
  }
  const prefixed = PyDict.empty();
  for (const [group, prefix] of Object.entries(prefixes)) {
    const values: PyValue = parameters.has(group) ? (parameters.get(group) ?? null) : PyDict.empty();
    expectMap(toValue(values), inResource(apiId, `ResponseParameters.${group}`));
    for (const [key, value] of isDict(values) ? values.items() : []) {
      prefixed.set(textLike(key, `gatewayresponse.${prefix}${textOf(key)}`), value);
    }
  }
  return prefixed;
}

function statusCode(apiId: string, type: string, status: PyValue): string | null {
  const text = readText(status) ?? (typeof status === "number" ? String(status) : "");
  if (isTruthy(status) && !/^[0-9]{1,3}\n?$/.test(text)) {
    throw invalidResource(
      apiId,
      `The 'StatusCode' of the gateway response '${type}' must be a number of up to three digits.`,
      `Properties.GatewayResponses.${type}`,
    );
  }
  return text === "" ? null : text;
}
