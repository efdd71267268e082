import { invalidEvent, invalidResource } from "./fault";
import { isList, isMap, type Value, type ValueMap } from "./value";

/** Where a value stands, for the message: `inResource("Orders", "Auth.Authorizers")`. */
export type Place = { readonly kind: "resource" | "event"; readonly id: string; readonly path: string };

export function inResource(logicalId: string, path: string): Place {
  return { kind: "resource", id: logicalId, path };
}

export function inEvent(eventId: string, path: string): Place {
  return { kind: "event", id: eventId, path };
}

export function expectMap(value: Value | undefined, place: Place, message?: string): ValueMap {
  if (!isMap(value)) throw misfit(place, message ?? `'${place.path}' must be a map.`);
  return value;
}

export function expectList(value: Value | undefined, place: Place, message?: string): Value[] {
  if (!isList(value)) throw misfit(place, message ?? `'${place.path}' must be a list.`);
  return value;
}

export function expectText(value: Value | undefined, place: Place, message?: string): string {
  if (typeof value !== "string") throw misfit(place, message ?? `'${place.path}' must be a string.`);
  return value;
}

export function expectBoolean(value: Value | undefined, place: Place, message?: string): boolean {
  if (typeof value !== "boolean") throw misfit(place, message ?? `'${place.path}' must be true or false.`);
  return value;
}

export function expectGiven(value: Value | undefined, place: Place, message?: string): Value {
  if (value === undefined || value === null) throw misfit(place, message ?? `'${place.path}' is required.`);
  return value;
}

function misfit(place: Place, message: string): Error {
  return place.kind === "event"
    ? invalidEvent(place.id, message)
    : invalidResource(place.id, message, `Properties.${place.path}`);
}
