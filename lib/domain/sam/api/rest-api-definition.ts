import { invalidResource } from "../fault";
import { isDict, isText, isTruthy, PyDict, type PyValue, readText, textLike } from "../py27-hash/py-value";
import { toValue } from "../py27-hash/template-values";
import { readS3Location } from "../s3-location";
import { unescapeMediaTypes } from "./binary-media-types";
import { type RestDefinitionStep, requireBody, requireSwagger } from "./definition-step";
import { addGatewayResponses, checkGatewayResponses } from "./gateway-responses";
import { convertToOpenApi3 } from "./openapi-version";
import { addRestApiAuth, checkAuth } from "./rest-api-auth";
import { addRestCors } from "./rest-api-cors";
import { SwaggerEditor } from "./swagger-editor";

/** What a REST API is made from: its definition, or where in S3 it is. */
export interface RestApiDefinition {
  readonly property: "Body" | "BodyS3Location";
  readonly content: PyValue;
}

/** The definition with all that the API's properties add to it. */
export function readDefinition(apiId: string, settings: PyDict, partition: string): RestApiDefinition {
  let definition = settings.get("DefinitionBody") ?? null;
  for (const step of steps) definition = step({ apiId, settings, definition, partition }) ?? definition;
  const uri = settings.get("DefinitionUri");
  if (uri !== undefined && isTruthy(uri)) return { property: "BodyS3Location", content: readLocation(apiId, uri) };
  if (!isDict(definition) || definition.size === 0) return { property: "Body", content: null };
  return { property: "Body", content: convertToOpenApi3(definition, settings.get("OpenApiVersion")) };
}

/** In the order of the transform, which the order of keys in the definition follows. */
const steps: readonly ((step: RestDefinitionStep) => PyDict | null)[] = [
  addRestCors,
  addAuth,
  addResponses,
  addMediaTypes,
  addModels,
  disableEndpoint,
];

/** Where the definition comes from must be clear before anything is added to it. */
export function checkSources(apiId: string, settings: PyDict): void {
  const hasUri = isTruthy(settings.get("DefinitionUri"));
  if (hasUri && isTruthy(settings.get("DefinitionBody"))) {
    throw invalidResource(apiId, "Give 'DefinitionUri' or 'DefinitionBody', not both.", "Properties.DefinitionUri");
  }
  if (hasUri && isTruthy(settings.get("MergeDefinitions"))) {
    throw invalidResource(
      apiId,
      "'MergeDefinitions' needs 'DefinitionBody'; it does not work with 'DefinitionUri'.",
      "Properties.MergeDefinitions",
    );
  }
  const version = settings.get("OpenApiVersion");
  if (isTruthy(version) && !/^[2-3](\.\d)(\.\d)?\n?$/.test(readText(version) ?? "")) {
    throw invalidResource(apiId, "'OpenApiVersion' must be a version such as 3.0.1.", "Properties.OpenApiVersion");
  }
}

function addAuth({ apiId, settings, definition, partition }: RestDefinitionStep): PyDict | null {
  const auth = settings.get("Auth");
  if (!isTruthy(auth)) return null;
  requireBody(apiId, "Auth", definition);
  if (!isDict(auth)) throw invalidResource(apiId, "'Auth' must be a map.", "Properties.Auth");
  checkAuth(apiId, auth);
  requireSwagger(apiId, "Auth", definition);
  const editor = new SwaggerEditor(definition);
  addRestApiAuth(editor, apiId, auth, settings.get("StageName") ?? null, partition);
  return convertToOpenApi3(editor.definition(), settings.get("OpenApiVersion"));
}

function addResponses({ apiId, settings, definition }: RestDefinitionStep): PyDict | null {
  const responses = settings.get("GatewayResponses");
  if (!isTruthy(responses)) return null;
  requireBody(apiId, "GatewayResponses", definition);
  if (!isDict(responses))
    throw invalidResource(apiId, "'GatewayResponses' must be a map.", "Properties.GatewayResponses");
  checkGatewayResponses(apiId, responses);
  requireSwagger(apiId, "GatewayResponses", definition);
  const editor = new SwaggerEditor(definition);
  addGatewayResponses(editor, apiId, responses);
  return editor.definition();
}

function addMediaTypes({ settings, definition }: RestDefinitionStep): PyDict | null {
  const types = settings.get("BinaryMediaTypes");
  if (types === undefined || !isTruthy(types) || !isTruthy(definition)) return null;
  const editor = new SwaggerEditor(definition);
  editor.setBinaryMediaTypes(unescapeMediaTypes(types));
  return editor.definition();
}

function addModels({ apiId, settings, definition }: RestDefinitionStep): PyDict | null {
  const models = settings.get("Models");
  if (!isTruthy(models)) return null;
  requireBody(apiId, "Models", definition);
  requireSwagger(apiId, "Models", definition);
  if (!isDict(models) || !models.values().every(isDict)) {
    throw invalidResource(apiId, "'Models' must be a map of schemas.", "Properties.Models");
  }
  const editor = new SwaggerEditor(definition);
  editor.addModels(models);
  return convertToOpenApi3(editor.definition(), settings.get("OpenApiVersion"));
}

function disableEndpoint({ apiId, settings, definition }: RestDefinitionStep): PyDict | null {
  const disabled = settings.get("DisableExecuteApiEndpoint") ?? null;
  if (disabled === null) return null;
  requireBody(apiId, "DisableExecuteApiEndpoint", definition);
  const editor = new SwaggerEditor(definition);
  editor.setDisableExecuteApiEndpoint(disabled);
  return editor.definition();
}

function readLocation(apiId: string, uri: PyValue): PyDict {
  const location = PyDict.empty();
  if (isDict(uri)) {
    readS3Location(toValue(uri), apiId, "DefinitionUri");
    for (const key of ["Bucket", "Key", "Version"]) if (uri.has(key)) location.set(key, uri.get(key) ?? null);
    return location;
  }
  const { bucket, key, version } = readS3Location(toValue(uri), apiId, "DefinitionUri");
  const source = isText(uri) ? uri : "";
  const part = (value: unknown) => textLike(source, String(value));
  location.set("Bucket", part(bucket));
  location.set("Key", part(key));
  if (version !== undefined) location.set("Version", part(version));
  return location;
}
