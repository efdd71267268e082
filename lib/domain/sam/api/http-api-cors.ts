import { invalidResource } from "../fault";
import { isIntrinsic } from "../intrinsics";
import type { PyDict } from "../py27-hash/py-value";
import { fromTemplateMap } from "../py27-hash/template-values";
import { isGiven, isList, isMap, type Value, type ValueMap } from "../value";
import { type HttpDefinitionStep, requireBody, requireOpenApi } from "./definition-step";
import { OpenApiEditor } from "./openapi-editor";

/** `CorsConfiguration`: https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-cors.html */
export function addHttpCors({ apiId, properties, definition }: HttpDefinitionStep): PyDict | null {
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
