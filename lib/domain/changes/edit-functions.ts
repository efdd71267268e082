import { isJsonArray, isJsonObject, type Json, type JsonObject } from "../json";
import {
  addResource,
  findResource,
  freeLogicalId,
  listResources,
  type NamedResource,
  readPath,
  sectionOf,
  setProperty,
} from "./edit-document";
import type { ChangedTemplate } from "./template-change";

/** What the catalogue's changes of functions have in common. */

export const functionType = "AWS::Serverless::Function";

/** The template deployed as an update, or `null` passed through. */
export function asUpdate(document: JsonObject | null): ChangedTemplate | null {
  return document && { document, deployedAs: "update" };
}

/** The first function for which it holds, changed at one property. */
export function changeFunction(
  document: JsonObject,
  path: readonly string[],
  change: (value: Json | undefined, found: NamedResource) => Json | undefined,
): ChangedTemplate | null {
  const found = findResource(
    document,
    functionType,
    (candidate) => change(readPath(candidate.properties, path), candidate) !== undefined,
  );
  const changed = found ? change(readPath(found.properties, path), found) : undefined;
  return found && changed !== undefined ? asUpdate(setProperty(document, found.logicalId, path, changed)) : null;
}

/** A property as the function has it, its own or from `Globals`. */
export function effectiveProperty(document: JsonObject, found: NamedResource, name: string): Json | undefined {
  return found.properties[name] ?? readPath(sectionOf(document, "Globals"), ["Function", name]);
}

/** Another function like the given one, as somebody adds by copying: same code settings, no events, no name of its own. */
export function copyFunction(found: NamedResource, folder: string): JsonObject {
  const {
    Events: _events,
    FunctionName: _name,
    Policies: _policies,
    Role: _role,
    AutoPublishAlias: _alias,
    ...rest
  } = found.properties;
  const {
    DeploymentPreference: _preference,
    ProvisionedConcurrencyConfig: _provisioned,
    FunctionUrlConfig: _url,
    ...kept
  } = rest;
  const isInline = kept.InlineCode !== undefined || kept.PackageType === "Image" || kept.ImageUri !== undefined;
  const copy = { Type: functionType, Properties: isInline ? kept : { ...kept, CodeUri: folder } };
  const { Metadata: metadata } = found.resource;
  return isJsonObject(metadata) ? { ...copy, Metadata: metadata } : copy;
}

/** A plain object of named entries, not something that an intrinsic will make. */
export function isPlainMap(value: Json | undefined): value is JsonObject {
  return isJsonObject(value) && !Object.keys(value).some((key) => key === "Ref" || key.startsWith("Fn::"));
}

/** One more entry in the `Policies` of the first function that has a role of SAM's making. */
export function grantToFunction(document: JsonObject, policy: Json): ChangedTemplate | null {
  return changeFunction(document, ["Policies"], (policies, { properties }) =>
    properties.Role === undefined ? appendTo(policies, policy) : undefined,
  );
}

function appendTo(policies: Json | undefined, policy: Json): Json | undefined {
  if (policies === undefined) return [policy];
  if (typeof policies === "string") return [policies, policy];
  return isJsonArray(policies) ? [...policies, policy] : undefined;
}

/** A new function, copied from one that is there, with one event; other resources that it needs come with it. */
export function addFunctionWith(
  document: JsonObject,
  name: string,
  events: JsonObject,
  resources: Readonly<Record<string, JsonObject>> = {},
): ChangedTemplate | null {
  const model = findResource(document, functionType);
  if (!model) return null;
  const copy = copyFunction(model, `functions/${name.toLowerCase()}/`);
  const properties = isJsonObject(copy.Properties) ? copy.Properties : {};
  const added = {
    ...copy,
    Properties: Object.keys(events).length > 0 ? { ...properties, Events: events } : properties,
  };
  const withOthers = Object.entries(resources).reduce(
    (changed, [id, resource]) => addResource(changed, id, resource),
    document,
  );
  return asUpdate(addResource(withOthers, freeLogicalId(document, name), added));
}

/** The event added to the first function. */
export function addEvent(document: JsonObject, name: string, event: JsonObject): ChangedTemplate | null {
  return changeFunction(document, ["Events"], (events = {}) =>
    isPlainMap(events) && !Object.hasOwn(events, name) ? { ...events, [name]: event } : undefined,
  );
}

/** Whether a function has an event of the type that names no API, so that SAM makes one. */
export function hasImplicitApi(document: JsonObject, eventType: "Api" | "HttpApi"): boolean {
  const functions = listResources(document).filter(({ type }) => type === functionType);
  const events = functions.flatMap(({ properties }) =>
    isPlainMap(properties.Events) ? Object.values(properties.Events) : [],
  );
  const link = eventType === "Api" ? "RestApiId" : "ApiId";
  return events.some(
    (event) => readPath(event, ["Type"]) === eventType && readPath(event, ["Properties", link]) === undefined,
  );
}
