import { expectList, expectMap, inEvent, inResource } from "../expect";
import { invalidEvent } from "../fault";
import {
  entryOf,
  isDict,
  isTruthy,
  type PyDict,
  type PyText,
  type PyValue,
  readText,
  textOf,
} from "../py27-hash/py-value";
import { toValue } from "../py27-hash/template-values";
import type { ExpansionContext } from "../resource-type";
import { resolveParametersIn } from "./resolve-parameters";
import type { SwaggerEditor } from "./swagger-editor";
import { addCustomStatements, addResourcePolicy } from "./swagger-resource-policy";
import { applyMethodAuth } from "./swagger-security";

/** The method that an event adds to a REST API. */
export interface EventMethod {
  readonly eventId: string;
  readonly apiId: string;
  readonly path: PyText;
  readonly method: PyText;
  /** Stage for resource policies. */
  readonly stage: PyValue;
}

/** Applies an event's `Auth` to the method, checked against the API's own `Auth`. */
export function addEventAuth(
  editor: SwaggerEditor,
  auth: PyDict,
  target: EventMethod,
  api: PyDict,
  context: ExpansionContext,
): void {
  const apiAuth = resolveParametersIn(api.get("Auth") ?? null, context.parameters);
  const authorizers = entryOf(apiAuth, "Authorizers");
  const authorizer = auth.get("Authorizer");
  if (isTruthy(authorizer)) checkAuthorizer(authorizer ?? null, authorizers, apiAuth, target);
  checkScopes(auth, target);
  const keyRequired = entryOf(auth, "ApiKeyRequired");
  if (keyRequired !== undefined && !isTruthy(keyRequired) && !isTruthy(entryOf(apiAuth, "ApiKeyRequired"))) {
    throw invalidEvent(
      target.eventId,
      `${describe(target)} cannot decline an API key: the API asks for none. Remove 'ApiKeyRequired' or set it on the API.`,
    );
  }
  if (isTruthy(authorizer) || keyRequired !== undefined) {
    applyMethodAuth(editor, target.path, target.method, auth, authorizers);
  }
  const policy = auth.get("ResourcePolicy");
  if (policy === undefined || !isTruthy(policy)) return;
  expectMap(toValue(policy), inResource(target.eventId, "Auth.ResourcePolicy"));
  if (!isDict(policy)) return;
  addResourcePolicy(editor, policy, target.path, target.stage);
  const statements = policy.get("CustomStatements");
  if (statements !== undefined && isTruthy(statements)) addCustomStatements(editor, statements);
}

function checkAuthorizer(
  authorizer: PyValue,
  authorizers: PyValue | undefined,
  apiAuth: PyValue,
  target: EventMethod,
): void {
  if (isTruthy(authorizers)) expectMap(toValue(authorizers ?? null), inResource(target.apiId, "Auth.Authorizers"));
  const name = readText(authorizer);
  if (name === "AWS_IAM") return;
  if (name === "NONE") {
    if (isTruthy(entryOf(apiAuth, "DefaultAuthorizer"))) return;
    throw invalidEvent(
      target.eventId,
      `${describe(target)} has the authorizer 'NONE', which is meant for APIs with a DefaultAuthorizer. Remove it.`,
    );
  }
  checkDeclaredAuthorizer(authorizer, authorizers, target);
}

/** The authorizer must be one of those that the API declares. */
export function checkDeclaredAuthorizer(
  authorizer: PyValue,
  authorizers: PyValue | undefined,
  target: Pick<EventMethod, "eventId" | "path" | "method">,
): void {
  const name = readText(authorizer);
  const shown = name ?? "of the event";
  if (!isTruthy(authorizers)) {
    throw invalidEvent(
      target.eventId,
      `${describe(target)} cannot use the authorizer '${shown}': the API does not define any Authorizers.`,
    );
  }
  if (name === undefined || !isDict(authorizers)) {
    throw invalidEvent(
      target.eventId,
      `${describe(target)} must name its authorizer with a string that is a key of the API's map of Authorizers.`,
    );
  }
  if (!isTruthy(authorizers.get(name))) {
    throw invalidEvent(
      target.eventId,
      `${describe(target)} cannot use the authorizer '${name}': the API's Authorizers do not define it.`,
    );
  }
}

function checkScopes(auth: PyDict, target: EventMethod): void {
  const scopes = auth.get("AuthorizationScopes");
  if (scopes === undefined || !isTruthy(scopes)) return;
  expectList(toValue(scopes), inEvent(target.eventId, "Auth.AuthorizationScopes"));
  if (!isTruthy(auth.get("Authorizer"))) {
    throw invalidEvent(target.eventId, "'AuthorizationScopes' works only together with 'Authorizer'.");
  }
}

export function describe({ path, method }: Pick<EventMethod, "path" | "method">): string {
  return `Method '${textOf(method)}' of path '${textOf(path)}'`;
}
