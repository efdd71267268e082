import { invalidResource } from "../fault";
import { isDict, isText, isTruthy, type PyDict, type PyValue, readText, textOf } from "../py27-hash/py-value";
import { isPyIntrinsic } from "./conditional";
import { type RestDefinitionStep, requireBody, requireSwagger } from "./definition-step";
import { addPreflight, type CorsSettings } from "./swagger-cors";
import { SwaggerEditor } from "./swagger-editor";

/** `Cors`: every path answers preflight requests. */
export function addRestCors({ apiId, settings, definition }: RestDefinitionStep): PyDict | null {
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
