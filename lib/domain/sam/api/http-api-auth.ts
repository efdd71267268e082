import { invalidResource } from "../fault";
import { isNoValue } from "../intrinsics";
import { type PyDict, TemplateText } from "../py27-hash/py-value";
import { fromTemplate, fromTemplateMap } from "../py27-hash/template-values";
import { isGiven, isMap, type ValueMap } from "../value";
import { type HttpDefinitionStep, requireBody, requireOpenApi } from "./definition-step";
import { readHttpAuthorizers, securitySchemeOf } from "./http-authorizer";
import { OpenApiEditor } from "./openapi-editor";

/** `Auth`: the API's authorizers, and the one that secures every method by default. */
export function addHttpAuth({ apiId, properties, definition, partition }: HttpDefinitionStep): PyDict | null {
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
