import {
  entryOf,
  isDict,
  isEqual,
  isText,
  isTruthy,
  PyDict,
  type PyText,
  type PyValue,
  textOf,
} from "../py27-hash/py-value";
import { invalidDefinition } from "./conditional";
import { requireDict, securityOf } from "./definition-editor";
import type { SwaggerEditor } from "./swagger-editor";

/** Authorizer name → the scopes that it asks for. */
export type AuthorizerScopes = ReadonlyMap<string, PyValue>;

/** Secures every method of the path that does not choose an authorizer, or `NONE`, itself. */
export function applyDefaultAuthorizer(
  editor: SwaggerEditor,
  path: PyText,
  authorizer: PyText,
  scopes: AuthorizerScopes,
  includingPreflight: boolean,
): void {
  const isAuthorizer = (name: string) => name === "AWS_IAM" || scopes.has(name);
  for (const [method, definition] of editor.allIntegratedMethods(path)) {
    if (!includingPreflight && textOf(method) === "options") continue;
    const existing = readSecurity(definition, path, method);
    const chosen = existing.filter((entry) => entry.keys().some(isAuthorizer));
    const others = existing.filter((entry) => !entry.keys().some(isAuthorizer));
    const none = others.findIndex((entry) => entry.has("NONE"));
    const byDefault = requirement(authorizer, scopes.get(textOf(authorizer)));
    const security =
      none === -1
        ? [...others, ...(chosen.length > 0 ? chosen : [byDefault])]
        : others.filter((_, index) => index !== none);
    if (security.length > 0) writeSecurity(editor, definition, security);
  }
}

/** Asks for an API key on every method of the path that does not decline it itself. */
export function applyDefaultApiKey(editor: SwaggerEditor, path: PyText, includingPreflight: boolean): void {
  for (const [method, definition] of editor.allIntegratedMethods(path)) {
    const existing = readSecurity(definition, path, method);
    const others = existing.filter((entry) => !entry.has("api_key") && !entry.has("api_key_false"));
    const declined = existing.some((entry) => entry.has("api_key_false"));
    const exempt = textOf(method) === "options" && !includingPreflight;
    const security = declined || exempt ? others : [...others, requirement("api_key")];
    if (!isEqual(security, existing)) definition.set("security", security);
  }
}

/** What an event's `Auth` says about the method that it adds. `authorizers` are those of the API. */
export function applyMethodAuth(
  editor: SwaggerEditor,
  path: PyText,
  method: PyText,
  auth: PyDict,
  authorizers: PyValue | undefined,
): void {
  const authorizer = auth.get("Authorizer");
  if (isTruthy(authorizer)) {
    if (!isText(authorizer)) {
      throw invalidDefinition(
        `The authorizer of method '${textOf(method)}' of path '${textOf(path)}' must be a string.`,
      );
    }
    addMethodAuthorizer(editor, path, method, authorizer, entryOf(auth, "AuthorizationScopes"), authorizers);
  }
  const keyRequired = entryOf(auth, "ApiKeyRequired");
  if (keyRequired !== undefined) addMethodApiKey(editor, path, method, isTruthy(keyRequired));
}

function addMethodAuthorizer(
  editor: SwaggerEditor,
  path: PyText,
  method: PyText,
  authorizer: PyText,
  scopes: PyValue | undefined,
  authorizers: PyValue | undefined,
): void {
  const name = textOf(authorizer);
  for (const definition of editor.integratedMethods(path, method)) {
    const existing = securityOf(definition, path, method);
    const entry = requirement(authorizer);
    if (name !== "NONE" && isDict(authorizers) && authorizers.size > 0) {
      const config = authorizers.has(name) ? authorizers.get(name) : PyDict.empty();
      const own = entryOf(requireDict(config, `The authorizer '${name}' must be a map.`), "AuthorizationScopes");
      const wanted = scopes ?? own;
      if (authorizers.has(name) && wanted !== undefined) entry.set(authorizer, wanted);
    }
    writeSecurity(editor, definition, [...existing, entry]);
  }
}

function addMethodApiKey(editor: SwaggerEditor, path: PyText, method: PyText, required: boolean): void {
  for (const definition of editor.integratedMethods(path, method)) {
    if (required) editor.addApiKeySecurityDefinition();
    // The mark keeps a default of the API from being applied; it goes when the default is.
    const entry = requirement(required ? "api_key" : "api_key_false");
    definition.set("security", [...securityOf(definition, path, method), entry]);
  }
}

function requirement(name: PyText, scopes: PyValue = []): PyDict {
  const entry = PyDict.empty();
  entry.set(name, scopes);
  return entry;
}

function readSecurity(definition: PyDict, path: PyText, method: PyText): PyDict[] {
  const where = `'security' of method '${textOf(method)}' of path '${textOf(path)}'`;
  return securityOf(definition, path, method).map((entry) =>
    requireDict(entry, `Each entry of ${where} must be a map.`),
  );
}

function writeSecurity(editor: SwaggerEditor, definition: PyDict, security: PyValue[]): void {
  definition.set("security", security);
  const [first] = security;
  if (isDict(first) && first.has("AWS_IAM")) editor.addIamSecurityDefinition();
}
