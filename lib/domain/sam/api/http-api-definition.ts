import { invalidResource } from "../fault";
import { entryOf, isDict, isTruthy, type PyDict, type PyValue } from "../py27-hash/py-value";
import { fromTemplate, fromTemplateMap, toValueMap } from "../py27-hash/template-values";
import { readS3Location } from "../s3-location";
import { isGiven, isMap, type Value, type ValueMap } from "../value";
import { type HttpDefinitionStep, requireBody, requireOpenApi } from "./definition-step";
import { addHttpAuth } from "./http-api-auth";
import { addHttpCors } from "./http-api-cors";
import { DEFAULT_PATH, isDefaultTitle, isOpenApi, OpenApiEditor } from "./openapi-editor";

/** `Body` or `BodyS3Location` of an HTTP API: the definition with all that the API's properties add to it. */
export function readHttpDefinition(apiId: string, properties: ValueMap, body: PyValue, partition: string): ValueMap {
  const uri = properties.DefinitionUri;
  if (isGiven(uri) && isTruthy(body)) {
    throw invalidResource(apiId, "Give 'DefinitionUri' or 'DefinitionBody', not both.", "Properties.DefinitionUri");
  }
  let definition = body;
  for (const step of steps) definition = step({ apiId, properties, definition, partition }) ?? definition;
  if (isGiven(properties.FailOnWarnings) && isDict(definition)) renameDefaultPath(definition);
  if (isGiven(uri)) return { BodyS3Location: readLocation(apiId, uri) };
  if (isDict(definition) && definition.size > 0) return { Body: toValueMap(definition) };
  throw invalidResource(
    apiId,
    "An AWS::Serverless::HttpApi needs 'DefinitionUri' or 'DefinitionBody', or a function with an event of type HttpApi.",
    "Properties",
  );
}

const steps: readonly ((step: HttpDefinitionStep) => PyDict | null)[] = [
  addHttpCors,
  addHttpAuth,
  addTags,
  disableEndpoint,
  addTitle,
  addDescription,
];

function addTags({ apiId, properties, definition }: HttpDefinitionStep): PyDict | null {
  const { Tags: tags } = properties;
  if (isGiven(tags)) {
    requireBody(apiId, "Tags", definition);
    requireOpenApi(apiId, "Tags", definition);
  }
  if (!isOpenApi(definition)) return null;
  const editor = new OpenApiEditor(definition);
  editor.setTags(fromTemplateMap(httpApiTags(tags)));
  return editor.definition();
}

/** The user's tags and the mark of SAM. */
export function httpApiTags(tags: Value | undefined): ValueMap {
  return { ...(isMap(tags) ? tags : {}), "httpapi:createdBy": "SAM" };
}

function disableEndpoint({ apiId, properties, definition }: HttpDefinitionStep): PyDict | null {
  const disabled = properties.DisableExecuteApiEndpoint ?? null;
  if (disabled === null) return null;
  requireBody(apiId, "DisableExecuteApiEndpoint", definition);
  const editor = new OpenApiEditor(definition);
  editor.setDisableExecuteApiEndpoint(fromTemplate(disabled));
  return editor.definition();
}

function addTitle({ apiId, properties, definition }: HttpDefinitionStep): PyDict | null {
  if (!isGiven(properties.Name)) return null;
  requireBody(apiId, "Name", definition);
  if (!isDefaultTitle(entryOf(infoOf(apiId, definition), "title"))) {
    throw invalidResource(
      apiId,
      "'Name' cannot be set: the definition in 'DefinitionBody' has a title.",
      "Properties.Name",
    );
  }
  const editor = new OpenApiEditor(definition);
  editor.addTitle(fromTemplate(properties.Name));
  return editor.definition();
}

function addDescription({ apiId, properties, definition }: HttpDefinitionStep): PyDict | null {
  if (!isGiven(properties.Description)) return null;
  requireBody(apiId, "Description", definition);
  if (isTruthy(entryOf(infoOf(apiId, definition), "description"))) {
    throw invalidResource(
      apiId,
      "'Description' cannot be set: the definition in 'DefinitionBody' has a description.",
      "Properties.Description",
    );
  }
  const editor = new OpenApiEditor(definition);
  editor.addDescription(fromTemplate(properties.Description));
  return editor.definition();
}

function infoOf(apiId: string, definition: PyValue): PyValue {
  const info = entryOf(definition, "info") ?? null;
  if (info === null || isDict(info)) return info;
  throw invalidResource(apiId, "'info' in 'DefinitionBody' must be a map.", "Properties.DefinitionBody");
}

/** With `FailOnWarnings` the path must begin with a slash: https://github.com/aws/serverless-application-model/issues/2297 */
function renameDefaultPath(definition: PyDict): void {
  const paths = definition.get("paths");
  if (!isDict(paths) || !paths.has(DEFAULT_PATH)) return;
  const item = paths.get(DEFAULT_PATH) ?? null;
  paths.delete(DEFAULT_PATH);
  paths.set(`/${DEFAULT_PATH}`, item);
}

function readLocation(apiId: string, uri: Value): ValueMap {
  const { bucket, key, version } = readS3Location(uri, apiId, "DefinitionUri");
  return version === undefined ? { Bucket: bucket, Key: key } : { Bucket: bucket, Key: key, Version: version };
}
