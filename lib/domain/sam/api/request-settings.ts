import type { SamEvent } from "../event-source";
import { expectMap, inEvent } from "../expect";
import { invalidEvent } from "../fault";
import { isDict, isText, isTruthy, type PyDict, type PyValue, readText, textOf } from "../py27-hash/py-value";
import { fromTemplate } from "../py27-hash/template-values";
import { isGiven, isList, type Value } from "../value";
import { describe, type EventMethod } from "./event-auth";
import type { SwaggerEditor } from "./swagger-editor";
import { addRequestModel, addRequestParameters, addRequestValidator, type RequestParameter } from "./swagger-requests";

/** `RequestModel` and `RequestParameters` of an event. */
export function addRequestSettings(editor: SwaggerEditor, event: SamEvent, target: EventMethod, api: PyDict): void {
  const { RequestModel: model, RequestParameters: parameters } = event.properties;
  if (isGiven(model)) {
    expectMap(model, inEvent(event.eventId, "RequestModel"));
    applyModel(editor, fromTemplate(model), target, api);
  }
  if (isGiven(parameters)) {
    addRequestParameters(editor, target.path, target.method, readParameters(event.eventId, parameters));
  }
}

function applyModel(editor: SwaggerEditor, settings: PyValue, target: EventMethod, api: PyDict): void {
  if (!isDict(settings)) return;
  const model = settings.get("Model");
  if (!isTruthy(model)) return;
  const models = api.get("Models");
  const refuse = (reason: string) =>
    invalidEvent(
      target.eventId,
      `${describe(target)} cannot use the model '${readText(model) ?? "of the event"}': ${reason}`,
    );
  if (!isTruthy(models)) throw refuse("the API does not define any Models.");
  if (!isDict(models)) throw refuse("the API's Models must be a map.");
  if (!isText(model)) throw refuse("'Model' must be a string.");
  if (!isTruthy(models.get(textOf(model)))) throw refuse("the API's Models do not define it.");
  addRequestModel(editor, target.path, target.method, model, settings.get("Required") ?? null);
  const body = settings.get("ValidateBody") ?? null;
  const parameters = settings.get("ValidateParameters") ?? null;
  if (body === null && parameters === null) return;
  if (typeof (body ?? false) !== "boolean" || typeof (parameters ?? false) !== "boolean") {
    throw refuse(
      "'ValidateBody' and 'ValidateParameters' must be true or false; strings and intrinsic functions do not work.",
    );
  }
  addRequestValidator(editor, target.path, target.method, body === true, parameters === true);
}

function readParameters(eventId: string, parameters: Value): RequestParameter[] {
  if (!isList(parameters)) throw invalidEvent(eventId, "'RequestParameters' must be a list.");
  return parameters.map((parameter) => readParameter(eventId, fromTemplate(parameter)));
}

function readParameter(eventId: string, parameter: PyValue): RequestParameter {
  if (isText(parameter)) {
    checkName(eventId, textOf(parameter));
    return { name: parameter, required: false, caching: false };
  }
  const [first] = isDict(parameter) ? parameter.items() : [];
  if (first === undefined) throw invalidEvent(eventId, "Each of 'RequestParameters' must be a string or a map.");
  const [name, settings] = first;
  checkName(eventId, textOf(name));
  if (!isDict(settings) || settings.keys().some((key) => key !== "Required" && key !== "Caching")) {
    throw invalidEvent(
      eventId,
      "The settings of 'RequestParameters' must be maps, such as {Required: true, Caching: false}.",
    );
  }
  return { name, required: settings.get("Required") ?? false, caching: isTruthy(settings.get("Caching")) };
}

function checkName(eventId: string, name: string): void {
  if (/^method\.request\.(querystring|path|header)\./.test(name)) return;
  throw invalidEvent(
    eventId,
    "Names in 'RequestParameters' must begin with method.request.querystring, method.request.path or method.request.header, as in method.request.header.Authorization.",
  );
}
