import type { SamEvent } from "../event-source";
import { expectMap, inResource } from "../expect";
import { invalidEvent } from "../fault";
import { isDict, type PyValue, TemplateText } from "../py27-hash/py-value";
import { fromTemplate } from "../py27-hash/template-values";
import type { ExpansionContext } from "../resource-type";
import { isGiven, isList, isMap, mapEntryOf, type Value, type ValueMap } from "../value";
import { invalidDefinition } from "./conditional";
import { checkDeclaredAuthorizer, describe, type EventMethod } from "./event-auth";
import type { OpenApiEditor } from "./openapi-editor";

interface HttpRoute {
  readonly apiId: string;
  readonly path: string;
  readonly method: string;
}

/** Applies an event's `Auth` to its route of an HTTP API. */
export function addHttpMethodAuth(
  editor: OpenApiEditor,
  event: SamEvent,
  route: HttpRoute,
  context: ExpansionContext,
): void {
  const { Auth: auth } = event.properties;
  if (!isGiven(auth) || !isMap(auth)) return;
  const target = { eventId: event.eventId, path: route.path, method: route.method };
  const apiAuth = readApiAuth(route.apiId, context);
  const authorizer = isGiven(auth.Authorizer) ? auth.Authorizer : apiAuth.DefaultAuthorizer;
  if (!isGiven(authorizer)) {
    throw invalidEvent(event.eventId, "'Auth' needs an 'Authorizer', or the HTTP API a 'DefaultAuthorizer'.");
  }
  checkAuthorizer(authorizer, apiAuth, target);
  const scopes = auth.AuthorizationScopes;
  if (isGiven(scopes) && !isList(scopes)) {
    throw invalidEvent(event.eventId, `The 'AuthorizationScopes' of ${describe(target)} must be a list of strings.`);
  }
  if (typeof authorizer !== "string") return;
  const wanted = scopesOf(authorizer, scopes, apiAuth);
  editor.addMethodAuthorizer(route.path, route.method, new TemplateText(authorizer), wanted);
}

function readApiAuth(apiId: string, context: ExpansionContext): ValueMap {
  const properties = mapEntryOf(mapEntryOf(context.sourceResources, apiId), "Properties");
  const auth = properties?.Auth;
  return auth === undefined ? {} : expectMap(auth, inResource(apiId, "Auth"));
}

type Target = Pick<EventMethod, "eventId" | "path" | "method">;

function checkAuthorizer(authorizer: Value, apiAuth: ValueMap, target: Target): void {
  if (authorizer === "NONE") {
    if (isGiven(apiAuth.DefaultAuthorizer)) return;
    throw invalidEvent(
      target.eventId,
      `${describe(target)} has the authorizer 'NONE', which is meant for APIs with a DefaultAuthorizer. Remove it.`,
    );
  }
  if (authorizer === "AWS_IAM" && apiAuth.EnableIamAuthorizer === true) return;
  checkDeclaredAuthorizer(fromTemplate(authorizer), fromTemplate(apiAuth.Authorizers ?? null), target);
}

/** The built-in authorizers know no scopes; those of the event win over the authorizer's own. */
function scopesOf(authorizer: string, scopes: Value | undefined, apiAuth: ValueMap): PyValue {
  if (authorizer === "NONE" || authorizer === "AWS_IAM") return [];
  const authorizers = fromTemplate(apiAuth.Authorizers ?? null);
  const declared = isDict(authorizers) ? authorizers.get(authorizer) : undefined;
  if (!isDict(declared)) throw invalidDefinition(`The authorizer '${authorizer}' must be a map.`);
  const own = mapEntryOf(mapEntryOf(apiAuth, "Authorizers"), authorizer)?.AuthorizationScopes;
  const wanted = isGiven(scopes) ? scopes : own;
  return isGiven(wanted) ? fromTemplate(wanted) : [];
}
