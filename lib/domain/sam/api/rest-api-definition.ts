import { invalidResource } from "../fault";
import {
  isDict,
  isText,
  isTruthy,
  PyDict,
  type PyValue,
  readText,
  textLike,
  textOf,
  toValue,
} from "../py27-hash/py-value";
import { readS3Location } from "../s3-location";
import { unescapeMediaTypes } from "./binary-media-types";
import { isPyIntrinsic } from "./conditional";
import { addGatewayResponses, checkGatewayResponses } from "./gateway-responses";
import { convertToOpenApi3 } from "./openapi-version";
import { addRestApiAuth, checkAuth } from "./rest-api-auth";
import { addPreflight, type CorsSettings } from "./swagger-cors";
import { isSwagger, SwaggerEditor } from "./swagger-editor";

/** What a REST API is made from: its definition, or where in S3 it is. */
export interface RestApiDefinition {
  readonly property: "Body" | "BodyS3Location";
  readonly content: PyValue;
}

/** The definition with all that the API's properties add to it. */
export function readDefinition(apiId: string, settings: PyDict, partition: string): RestApiDefinition {
  checkSources(apiId, settings);
  let definition = settings.get("DefinitionBody") ?? null;
  for (const step of steps) definition = step({ apiId, settings, definition, partition }) ?? definition;
  const uri = settings.get("DefinitionUri");
  if (uri !== undefined && isTruthy(uri)) return { property: "BodyS3Location", content: readLocation(apiId, uri) };
  if (!isDict(definition) || definition.size === 0) return { property: "Body", content: null };
  return { property: "Body", content: convertToOpenApi3(definition, settings.get("OpenApiVersion")) };
}

interface Step {
  readonly apiId: string;
  readonly settings: PyDict;
  readonly definition: PyValue;
  readonly partition: string;
}

/** In the order of the transform, which the order of keys in the definition follows. */
const steps: readonly ((step: Step) => PyDict | null)[] = [
  addCors,
  addAuth,
  addResponses,
  addMediaTypes,
  addModels,
  disableEndpoint,
];

function checkSources(apiId: string, settings: PyDict): void {
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

function addCors({ apiId, settings, definition }: Step): PyDict | null {
  const cors = settings.get("Cors");
  if (cors === undefined || !isTruthy(cors)) return null;
  requireBody(apiId, "Cors", definition);
  const read = readCors(apiId, cors);
  requireSwagger(apiId, "Cors", definition);
  if (read.allowCredentials && readText(read.allowOrigin) === "'*'") {
    throw invalidResource(
      apiId,
      "'AllowCredentials' of 'Cors' needs an 'AllowOrigin' other than '*'.",
      "Properties.Cors",
    );
  }
  const editor = new SwaggerEditor(definition);
  // API Gateway takes /path and /path/ for the same resource.
  const seen = new Set<string>();
  for (const path of editor.pathNames()) {
    const resource = textOf(path) === "/" ? "/" : textOf(path).replace(/\/+$/, "");
    if (seen.has(resource)) continue;
    seen.add(resource);
    if (!isTruthy(read.allowOrigin) && editor.pathItems(path).some((item) => !item.has("options"))) {
      throw invalidResource(apiId, "'AllowOrigin' of 'Cors' must not be empty.", "Properties.Cors.AllowOrigin");
    }
    addPreflight(editor, path, read);
  }
  return editor.definition();
}

const corsSettings = ["AllowMethods", "AllowHeaders", "AllowOrigin", "MaxAge", "AllowCredentials"];

function readCors(apiId: string, cors: PyValue): CorsSettings {
  const none = { allowHeaders: undefined, allowMethods: undefined, maxAge: undefined, allowCredentials: false };
  if (isText(cors) || isPyIntrinsic(cors)) return { ...none, allowOrigin: cors };
  if (!isDict(cors)) throw invalidResource(apiId, "'Cors' must be a string or a map.", "Properties.Cors");
  const unknown = cors.keys().find((key) => !corsSettings.includes(key));
  if (unknown !== undefined) throw invalidResource(apiId, `'Cors' has no property '${unknown}'.`, "Properties.Cors");
  return {
    allowOrigin: cors.has("AllowOrigin") ? (cors.get("AllowOrigin") ?? null) : "'*'",
    allowHeaders: cors.get("AllowHeaders"),
    allowMethods: cors.get("AllowMethods"),
    maxAge: cors.get("MaxAge"),
    allowCredentials: cors.get("AllowCredentials") === true,
  };
}

function addAuth({ apiId, settings, definition, partition }: Step): PyDict | null {
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

function addResponses({ apiId, settings, definition }: Step): PyDict | null {
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

function addMediaTypes({ settings, definition }: Step): PyDict | null {
  const types = settings.get("BinaryMediaTypes");
  if (types === undefined || !isTruthy(types) || !isTruthy(definition)) return null;
  const editor = new SwaggerEditor(definition);
  editor.setBinaryMediaTypes(unescapeMediaTypes(types));
  return editor.definition();
}

function addModels({ apiId, settings, definition }: Step): PyDict | null {
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

function disableEndpoint({ apiId, settings, definition }: Step): PyDict | null {
  const disabled = settings.get("DisableExecuteApiEndpoint") ?? null;
  if (disabled === null) return null;
  requireBody(apiId, "DisableExecuteApiEndpoint", definition);
  const editor = new SwaggerEditor(definition);
  editor.setDisableExecuteApiEndpoint(disabled);
  return editor.definition();
}

function requireBody(apiId: string, property: string, definition: PyValue): void {
  if (isTruthy(definition)) return;
  throw invalidResource(
    apiId,
    `'${property}' works only with a definition in 'DefinitionBody', not in S3.`,
    `Properties.${property}`,
  );
}

function requireSwagger(apiId: string, property: string, definition: PyValue): void {
  if (isSwagger(definition)) return;
  throw invalidResource(
    apiId,
    `'${property}' cannot be added: 'DefinitionBody' is not a valid OpenAPI definition.`,
    "Properties.DefinitionBody",
  );
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
