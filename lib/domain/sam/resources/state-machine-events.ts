import type { SamEvent, StateMachineEventSource, StateMachineTarget } from "../event-source";
import { invalidEvent, invalidResource } from "../fault";
import { ref } from "../intrinsics";
import { checkProperties } from "../property";
import { passThroughAttributes, type Resource } from "../resource";
import type { ExpansionContext, SamResource } from "../resource-type";
import { isMap, type Value } from "../value";

interface SourcedEvent {
  readonly event: SamEvent;
  readonly source: StateMachineEventSource;
}

/** All events, checked: their properties, and what they refer to in the template. */
export function readStateMachineEvents(resource: SamResource, context: ExpansionContext): SourcedEvent[] {
  const { Events: events } = resource.properties;
  const sourced = isMap(events)
    ? Object.keys(events).map((id) => readEvent(resource, id, events[id] ?? null, context))
    : [];
  for (const { event, source } of sourced) source.checkLinks?.(event, context);
  return sourced;
}

export function expandStateMachineEvents(
  resource: SamResource,
  events: readonly SourcedEvent[],
  targetId: string,
  context: ExpansionContext,
): Resource[] {
  const target: StateMachineTarget = {
    logicalId: targetId,
    stateMachineId: resource.logicalId,
    arn: () => ref(targetId),
    passThroughAttributes: () => passThroughAttributes(resource.attributes),
    permissionsBoundary: resource.properties.PermissionsBoundary,
  };
  return events.flatMap(({ event, source }) => [...source.expand(event, target, context)]);
}

function readEvent(resource: SamResource, eventId: string, written: Value, context: ExpansionContext): SourcedEvent {
  const type = isMap(written) ? written.Type : undefined;
  const source = typeof type === "string" ? context.stateMachineEvents.get(type) : undefined;
  if (!isMap(written) || !source) {
    throw invalidEvent(eventId, `The event's 'Type' is missing or none that state machines know.`);
  }
  const logicalId = resource.logicalId + eventId;
  const properties = Object.hasOwn(written, "Properties") ? written.Properties : {};
  if (!isMap(properties)) throw invalidResource(logicalId, "'Properties' of an event must be a map.");
  checkProperties(logicalId, source.type, properties, source.properties);
  return { event: { logicalId, eventId, type: source.type, properties }, source };
}
