import type { SamEvent } from "../event-source";
import { expectMap, inEvent } from "../expect";
import { invalidResource } from "../fault";
import { integer, list, map, optional, required, text } from "../property";
import type { ExpansionContext } from "../resource-type";
import { isMap, type Value } from "../value";
import { referredApi } from "./api-properties";

/** The REST API that an event of type `Api` adds a method to. */
export interface RestApiLink {
  readonly apiId: string;
  /** Ends the logical id of the permission: the stage's name where it is known. */
  readonly stage: string;
}

/** The name of the stage is known if the API is in the template and does not compute it. */
export function findRestApi(event: SamEvent, context: ExpansionContext): RestApiLink {
  const apiId: Value | undefined = referredApi(event.properties.RestApiId);
  const place = inEvent(event.eventId, "RestApiId");
  const refusal = "'RestApiId' must refer to an API of the same template.";
  const api = expectMap(typeof apiId === "string" ? context.sourceResources[apiId] : undefined, place, refusal);
  if (typeof apiId !== "string") return { apiId: "", stage: "AllStages" };
  const properties = api.Properties === undefined ? {} : api.Properties;
  if (!isMap(properties)) throw invalidResource(apiId, "'Properties' must be a map.", "Properties");
  const stage = properties.StageName;
  if (stage === "") throw invalidResource(apiId, "'StageName' must not be empty.", "Properties.StageName");
  return { apiId, stage: typeof stage === "string" ? stage : "Stage" };
}

/** Properties that events of functions and of state machines share. */
export const restApiEventProperties = {
  Path: required(text),
  Method: required(text),
  RestApiId: required(text),
  Stage: optional(text),
  Auth: optional(map),
};

export const requestProperties = {
  RequestModel: optional(map),
  RequestParameters: optional(list),
  TimeoutInMillis: optional(integer),
  ResponseTransferMode: optional(text),
};
