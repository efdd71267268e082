import { PyDict, type PyText, type PyValue, textOf } from "../py27-hash/py-value";
import { invalidDefinition, makeConditional, makeSub } from "./conditional";
import { INTEGRATION, normalizeMethod, requireMethod } from "./definition-editor";
import type { SwaggerEditor } from "./swagger-editor";

export interface LambdaIntegration {
  readonly uri: PyValue;
  /** Name of the function's condition. */
  readonly condition: PyValue | undefined;
  /** Role with which API Gateway invokes the function. */
  readonly credentials: PyValue | undefined;
  readonly streaming: boolean;
}

export interface StateMachineIntegration {
  readonly condition: PyValue | undefined;
  readonly credentials: PyValue;
  readonly requestTemplates: PyDict;
}

/** A Lambda proxy integration at a path and method that has none yet. */
export function addLambdaIntegration(
  editor: SwaggerEditor,
  path: PyText,
  method: PyText,
  integration: LambdaIntegration,
): void {
  const name = prepareMethod(editor, path, method);
  const { condition } = integration;
  for (const item of editor.pathItems(path)) {
    const definition = requireMethod(item.get(textOf(name)), path, textOf(name));
    const proxy = PyDict.of({ type: "aws_proxy", httpMethod: "POST" });
    proxy.set("uri", condition === undefined ? integration.uri : makeConditional(condition, integration.uri));
    if (integration.streaming) proxy.set("responseTransferMode", "STREAM");
    if (integration.credentials !== undefined) proxy.set("credentials", integration.credentials);
    definition.set(INTEGRATION, proxy);
    definition.setDefault("responses", PyDict.empty());
    if (condition !== undefined) item.set(name, makeConditional(condition, definition));
  }
}

/** Starts an execution of a state machine at a path and method that has no integration yet. */
export function addStateMachineIntegration(
  editor: SwaggerEditor,
  path: PyText,
  method: PyText,
  integration: StateMachineIntegration,
): void {
  const name = prepareMethod(editor, path, method);
  const { condition } = integration;
  for (const item of editor.pathItems(path)) {
    const definition = requireMethod(item.get(textOf(name)), path, textOf(name));
    const start = PyDict.of({ type: "aws", httpMethod: "POST" });
    const uri = makeSub("arn:${AWS::Partition}:apigateway:${AWS::Region}:states:action/StartExecution");
    start.set("uri", condition === undefined ? uri : makeConditional(condition, uri));
    start.set("responses", byStatus("statusCode", { "200": "200", "400": "400" }));
    start.set("credentials", integration.credentials);
    definition.set(INTEGRATION, start);
    definition.setDefault("responses", byStatus("description", { "200": "OK", "400": "Bad Request" }));
    start.update(PyDict.made({ requestTemplates: integration.requestTemplates }));
    if (condition !== undefined) item.set(name, makeConditional(condition, definition));
  }
}

function prepareMethod(editor: SwaggerEditor, path: PyText, method: PyText): PyText {
  const name = normalizeMethod(method);
  if (editor.hasIntegration(path, name)) {
    throw invalidDefinition(`Method '${textOf(name)}' of path '${textOf(path)}' already has an integration.`);
  }
  editor.addPath(path, name);
  return name;
}

function byStatus(key: string, values: Readonly<Record<string, string>>): PyDict {
  const dict = PyDict.empty();
  for (const [status, value] of Object.entries(values)) dict.set(status, PyDict.of({ [key]: value }));
  return dict;
}
