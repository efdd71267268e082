import type { FunctionEventSource, FunctionTarget, SamEvent } from "../event-source";
import { invalidEvent, invalidResource } from "../fault";
import { checkProperties } from "../property";
import type { Resource } from "../resource";
import type { ExpansionContext, SamResource } from "../resource-type";
import { entryOf, isMap, type Value } from "../value";
import { eventsOf } from "./function-properties";

/** Checks every event and what it refers to, in the template's order, before anything is generated. */
export function checkEventLinks(resource: SamResource, context: ExpansionContext): void {
  for (const [eventId, declared] of Object.entries(eventsOf(resource.properties))) {
    const { event, source } = readEvent(resource, eventId, declared, context);
    source.checkLinks?.(event, context);
  }
}

/** Events on API paths are expanded in the order of their paths, which decides the order in the API's definition. */
export function expandEvents(resource: SamResource, target: FunctionTarget, context: ExpansionContext): Resource[] {
  const events = Object.entries(eventsOf(resource.properties)).map(([eventId, declared]) => ({
    eventId,
    declared,
    order: orderOf(eventId, declared),
  }));
  events.sort((left, right) => (left.order < right.order ? -1 : left.order > right.order ? 1 : 0));
  return events.flatMap(({ eventId, declared }) => {
    const { event, source } = readEvent(resource, eventId, declared, context);
    return source.expand(event, target, context);
  });
}

function orderOf(eventId: string, declared: Value): string {
  const path = entryOf(entryOf(declared, "Properties"), "Path");
  return typeof path === "string" ? path : eventId;
}

function readEvent(
  resource: SamResource,
  eventId: string,
  declared: Value,
  context: ExpansionContext,
): { event: SamEvent; source: FunctionEventSource } {
  const type = entryOf(declared, "Type");
  const source = typeof type === "string" ? context.functionEvents.get(type) : undefined;
  if (source === undefined || !isMap(declared)) {
    throw invalidEvent(
      eventId,
      typeof type === "string" ? `'${type}' is no event that functions know.` : "It needs a 'Type'.",
    );
  }
  const logicalId = resource.logicalId + eventId;
  if (!/^[A-Za-z0-9]+$/.test(logicalId)) {
    throw invalidResource(logicalId, "Logical ids, and the names of events, may hold letters and digits only.");
  }
  const properties = declared.Properties === undefined ? {} : declared.Properties;
  if (!isMap(properties)) throw invalidResource(logicalId, "'Properties' of the event must be a map.");
  checkProperties(logicalId, source.type, properties, source.properties);
  return { event: { logicalId, eventId, type: source.type, properties }, source };
}
