import { apiProperties, apiPropertiesState, referredApi } from "../api/api-properties";
import { expectGiven, expectText, inEvent } from "../expect";
import { invalidDocument, invalidEvent, invalidResource, SamFault } from "../fault";
import type { PluginContext } from "../plugin";
import { isTruthy, PyDict, TemplateText } from "../py27-hash/py-value";
import { toValue } from "../py27-hash/template-values";
import { resourcesOf, type SamEntry, samEntries } from "../sam-template";
import { copyMap, entryOf, isGiven, isMap, mapEntryOf, type Value, type ValueMap } from "../value";
import { addPathConditions, inheritAttributes } from "./implicit-api-conditions";
import type { ApiLink, ApiUse, ImplicitApiKind } from "./implicit-api-kind";
import { deleteResource, pythonKeyOrder, setResource, writeBackEvents } from "./python-order";

/**
 * Adds an API for the events that name none, and the paths of all events to the APIs whose definition the transform
 * manages. The event sources add the integrations later.
 */
export function addImplicitApi(kind: ImplicitApiKind, template: ValueMap, context: PluginContext): void {
  const use: ApiUse = { links: [], owners: [] };
  if (!mayBeUsed(kind, template)) {
    // The transform adds the API and takes it away again, which can change the order of all.
    setResource(template, kind.logicalId, {}, context);
    deleteResource(template, kind.logicalId, context);
    addPathConditions(kind, template, context, use);
    return;
  }
  const replaced = putImplicitApi(kind, template, context);
  const faults: SamFault[] = [];
  for (const owner of samEntries(template, EVENT_OWNERS)) {
    try {
      linkEvents(kind, owner, template, context, use);
    } catch (fault) {
      if (!(fault instanceof SamFault) || fault.kind !== "event") throw fault;
      faults.push(
        invalidResource(
          owner.logicalId,
          `Event '${fault.logicalId}': ${fault.message}`,
          `Properties.Events.${fault.logicalId}`,
        ),
      );
    }
  }
  const implicit = mapEntryOf(resourcesOf(template), kind.logicalId);
  if (implicit !== undefined) inheritAttributes(kind, implicit, template, use);
  addPathConditions(kind, template, context, use);
  removeUnusedApi(kind, replaced, template, context);
  if (faults.length > 0) throw invalidDocument(faults);
}

/** Whether anything has an event of this kind, or stands where the API would be put. */
function mayBeUsed(kind: ImplicitApiKind, template: ValueMap): boolean {
  const resources = resourcesOf(template);
  if (Object.hasOwn(resources, kind.logicalId)) return true;
  return samEntries(template, EVENT_OWNERS).some(({ resource }) => {
    const events = mapEntryOf(mapEntryOf(resource, "Properties"), "Events") ?? {};
    return Object.values(events).some((event) => entryOf(event, "Type") === kind.eventType);
  });
}

const EVENT_OWNERS: ReadonlySet<string> = new Set(["AWS::Serverless::Function", "AWS::Serverless::StateMachine"]);

interface ReplacedApi {
  readonly resource: ValueMap;
  readonly properties: PyDict | undefined;
}

/** Puts the API in; what the template itself has under that logical id comes back if no event needs the API. */
function putImplicitApi(kind: ImplicitApiKind, template: ValueMap, context: PluginContext): ReplacedApi | null {
  const existing = mapEntryOf(resourcesOf(template), kind.logicalId);
  const known = context.state(apiPropertiesState);
  const replaced = existing && { resource: copyMap(existing), properties: known.get(kind.logicalId)?.deepCopy() };
  const properties = kind.makeProperties();
  known.set(kind.logicalId, properties);
  setResource(template, kind.logicalId, { Type: kind.apiType, Properties: asMap(toValue(properties)) }, context);
  return replaced ?? null;
}

function linkEvents(
  kind: ImplicitApiKind,
  owner: SamEntry,
  template: ValueMap,
  context: PluginContext,
  use: ApiUse,
): void {
  const events = mapEntryOf(mapEntryOf(owner.resource, "Properties"), "Events");
  if (events === undefined) return;
  // The transform collects them in a dict of their own before it goes through them.
  const own = pythonKeyOrder(Object.keys(events).filter((id) => entryOf(events[id], "Type") === kind.eventType)).keys();
  for (const eventId of own) {
    const event = mapEntryOf(events, eventId);
    const properties = event && kind.readEvent(eventId, event);
    if (!properties) continue;
    if (!Object.hasOwn(properties, kind.apiIdProperty)) {
      shareTags(kind, owner, template);
      properties[kind.apiIdProperty] = { Ref: kind.logicalId };
    }
    const link = readLink(kind, eventId, properties, owner.resource.Condition ?? null);
    use.links.push(link);
    use.owners.push(owner.resource);
    addPath(kind, link, template, context);
    kind.applyEvent?.(link, template, context);
  }
  if (own.length > 0) writeBackEvents(owner.logicalId, events, own, context);
}

function readLink(kind: ImplicitApiKind, eventId: string, properties: ValueMap, condition: Value | null): ApiLink {
  const apiId = referredApi(properties[kind.apiIdProperty]);
  expectGiven(properties.Path, inEvent(eventId, "Path"));
  expectGiven(properties.Method, inEvent(eventId, "Method"));
  return {
    eventId,
    apiId: expectText(apiId, inEvent(eventId, kind.apiIdProperty)),
    path: expectText(properties.Path, inEvent(eventId, "Path")),
    method: expectText(properties.Method, inEvent(eventId, "Method")),
    properties,
    condition,
  };
}

function addPath(kind: ImplicitApiKind, link: ApiLink, template: ValueMap, context: PluginContext): void {
  const resources = resourcesOf(template);
  const api = mapEntryOf(resources, link.apiId);
  const isHttpForRest = api?.Type === "AWS::Serverless::HttpApi" && kind.apiType !== api.Type;
  if (api === undefined || isHttpForRest) {
    throw invalidEvent(link.eventId, `'${kind.apiIdProperty}' must refer to an ${kind.apiType} of the same template.`);
  }
  const properties = apiProperties(link.apiId, resources, context);
  if (!kind.isDefinition(properties.get("DefinitionBody")) || !isTruthy(properties.get("__MANAGE_SWAGGER"))) return;
  const editor = kind.edit(properties.get("DefinitionBody"));
  editor.addPath(new TemplateText(link.path), new TemplateText(link.method));
  properties.set("DefinitionBody", editor.definition());
}

/** With `PropagateTags` the implicit API takes the tags of what has events on it. */
function shareTags(kind: ImplicitApiKind, owner: SamEntry, template: ValueMap): void {
  const properties = mapEntryOf(owner.resource, "Properties");
  const section = owner.type.slice(owner.type.lastIndexOf(":") + 1);
  const globals = mapEntryOf(mapEntryOf(template, "Globals"), section);
  const pick = (name: string) => (isGiven(properties?.[name]) ? properties?.[name] : entryOf(globals, name));
  const tags = pick("Tags");
  if (!isGiven(pick("PropagateTags")) || !isMap(tags) || !isGiven(tags)) return;
  const implicit = mapEntryOf(mapEntryOf(resourcesOf(template), kind.logicalId), "Properties");
  if (implicit === undefined) return;
  implicit.Tags = { ...mapEntryOf(implicit, "Tags"), ...copyMap(tags) };
  implicit.PropagateTags = true;
}

function removeUnusedApi(
  kind: ImplicitApiKind,
  replaced: ReplacedApi | null,
  template: ValueMap,
  context: PluginContext,
): void {
  const known = context.state(apiPropertiesState);
  const definition = known.get(kind.logicalId)?.get("DefinitionBody");
  const paths = definition instanceof PyDict ? definition.get("paths") : undefined;
  if (isTruthy(paths)) return;
  if (replaced === null) {
    known.delete(kind.logicalId);
    deleteResource(template, kind.logicalId, context);
    return;
  }
  if (replaced.properties === undefined) known.delete(kind.logicalId);
  else known.set(kind.logicalId, replaced.properties);
  setResource(template, kind.logicalId, replaced.resource, context);
}

function asMap(value: Value): ValueMap {
  return isMap(value) ? value : {};
}
