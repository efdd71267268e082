import { invalidResource } from "../fault";
import { isIntrinsic, isNoValue } from "../intrinsics";
import {
  entryOf,
  fromTemplate,
  fromTemplateMap,
  isDict,
  isTruthy,
  type PyDict,
  type PyValue,
  TemplateText,
  toValueMap,
} from "../py27-hash/py-value";
import { readS3Location } from "../s3-location";
import { isGiven, isList, isMap, type Value, type ValueMap } from "../value";
import { readHttpAuthorizers, securitySchemeOf } from "./http-authorizer";
import { DEFAULT_PATH, isDefaultTitle, isOpenApi, OpenApiEditor } from "./openapi-editor";

interface Step {
  readonly apiId: string;
  readonly properties: ValueMap;
  readonly definition: PyValue;
  readonly partition: string;
}

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

const steps: readonly ((step: Step) => PyDict | null)[] = [
  addCors,
  addAuth,
  addTags,
  disableEndpoint,
  addTitle,
  addDescription,
];

function addCors({ apiId, properties, definition }: Step): PyDict | null {
  const given = properties.CorsConfiguration;
  if (!isGiven(given)) return null;
  requireBody(apiId, "CorsConfiguration", definition);
  const cors = readCors(apiId, given);
  requireOpenApi(apiId, "CorsConfiguration", definition);
  const { AllowOrigins: origins, AllowCredentials: credentials } = cors;
  if (credentials === true && isList(origins) && origins.length === 1 && origins[0] === "*") {
    throw invalidResource(
      apiId,
      "'AllowCredentials' of 'CorsConfiguration' needs 'AllowOrigins' other than '*'.",
      "Properties.CorsConfiguration",
    );
  }
  const editor = new OpenApiEditor(definition);
  editor.setCors(fromTemplateMap(corsExtension(cors)));
  return editor.definition();
}

const corsNames: Readonly<Record<string, string>> = {
  AllowOrigins: "allowOrigins",
  AllowHeaders: "allowHeaders",
  AllowMethods: "allowMethods",
  ExposeHeaders: "exposeHeaders",
  MaxAge: "maxAge",
  AllowCredentials: "allowCredentials",
};

function readCors(apiId: string, given: Value): ValueMap {
  if (given === true) return { AllowOrigins: ["*"] };
  if (isIntrinsic(given)) return { AllowOrigins: given };
  if (!isMap(given))
    throw invalidResource(apiId, "'CorsConfiguration' must be true or a map.", "Properties.CorsConfiguration");
  const unknown = Object.keys(given).find((key) => !Object.hasOwn(corsNames, key));
  if (unknown === undefined) return given;
  throw invalidResource(apiId, `'CorsConfiguration' has no property '${unknown}'.`, "Properties.CorsConfiguration");
}

/** The extension's own names. Where an intrinsic function chooses the settings, they are renamed inside of it. */
function corsExtension(cors: ValueMap): ValueMap {
  const { AllowOrigins: origins } = cors;
  if (isIntrinsic(origins)) {
    const renamed = renameDeep(origins);
    return isMap(renamed) ? renamed : {};
  }
  const extension: ValueMap = {};
  for (const [name, own] of Object.entries(corsNames)) {
    const value = cors[name];
    const counts =
      name === "MaxAge" ? (value ?? null) !== null : name === "AllowCredentials" ? value === true : isGiven(value);
    if (counts && value !== undefined) extension[own] = value;
  }
  return extension;
}

function renameDeep(value: Value): Value {
  if (typeof value === "string") return renameIn(value);
  if (isList(value)) return value.map(renameDeep);
  if (!isMap(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, entry]) => [renameIn(key), renameDeep(entry)]));
}

function renameIn(text: string): string {
  return Object.entries(corsNames).reduce((renamed, [name, own]) => renamed.replaceAll(name, own), text);
}

function addAuth({ apiId, properties, definition, partition }: Step): PyDict | null {
  const { Auth: auth } = properties;
  if (!isGiven(auth)) return null;
  requireBody(apiId, "Auth", definition);
  const known = ["Authorizers", "DefaultAuthorizer", "EnableIamAuthorizer"];
  const unknown = isMap(auth) ? Object.keys(auth).find((key) => !known.includes(key)) : "";
  if (!isMap(auth) || unknown !== undefined) {
    throw invalidResource(
      apiId,
      `'Auth' has no property '${unknown}'. It may hold ${known.join(", ")}.`,
      "Properties.Auth",
    );
  }
  requireOpenApi(apiId, "Auth", definition);
  const editor = new OpenApiEditor(definition);
  const authorizers = readHttpAuthorizers(apiId, auth);
  for (const authorizer of authorizers) {
    editor.setSecurityScheme(
      new TemplateText(authorizer.name),
      fromTemplateMap(securitySchemeOf(authorizer, partition)),
    );
  }
  setDefaultAuthorizer(editor, apiId, auth);
  return editor.definition();
}

function setDefaultAuthorizer(editor: OpenApiEditor, apiId: string, auth: ValueMap): void {
  const authorizer = auth.DefaultAuthorizer;
  const path = "Properties.Auth.DefaultAuthorizer";
  if (!isGiven(authorizer) || isNoValue(authorizer)) return;
  if (typeof authorizer !== "string") throw invalidResource(apiId, "'DefaultAuthorizer' must be a string.", path);
  const known = readHttpAuthorizers(apiId, auth).find(({ name }) => name === authorizer);
  if (known === undefined) {
    throw invalidResource(
      apiId,
      `The 'DefaultAuthorizer' is '${authorizer}', which 'Authorizers' does not define.`,
      path,
    );
  }
  const scopes = fromTemplate(known.config.AuthorizationScopes ?? []);
  for (const name of editor.pathNames()) editor.applyDefaultAuthorizer(name, new TemplateText(authorizer), scopes);
}

function addTags({ apiId, properties, definition }: Step): PyDict | null {
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

function disableEndpoint({ apiId, properties, definition }: Step): PyDict | null {
  const disabled = properties.DisableExecuteApiEndpoint ?? null;
  if (disabled === null) return null;
  requireBody(apiId, "DisableExecuteApiEndpoint", definition);
  const editor = new OpenApiEditor(definition);
  editor.setDisableExecuteApiEndpoint(fromTemplate(disabled));
  return editor.definition();
}

function addTitle({ apiId, properties, definition }: Step): PyDict | null {
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

function addDescription({ apiId, properties, definition }: Step): PyDict | null {
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

function requireBody(apiId: string, property: string, definition: PyValue): void {
  if (isTruthy(definition)) return;
  throw invalidResource(
    apiId,
    `'${property}' works only with a definition in 'DefinitionBody', not in S3.`,
    `Properties.${property}`,
  );
}

function requireOpenApi(apiId: string, property: string, definition: PyValue): void {
  if (isOpenApi(definition)) return;
  throw invalidResource(
    apiId,
    `'${property}' cannot be added: 'DefinitionBody' is not a valid OpenAPI 3 definition.`,
    "Properties.DefinitionBody",
  );
}

function readLocation(apiId: string, uri: Value): ValueMap {
  const { bucket, key, version } = readS3Location(uri, apiId, "DefinitionUri");
  return version === undefined ? { Bucket: bucket, Key: key } : { Bucket: bucket, Key: key, Version: version };
}
