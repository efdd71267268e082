import { invalidResource } from "../fault";
import type { Resource } from "../resource";
import type { ExpansionContext } from "../resource-type";
import { isList, isMap, mapEntryOf, textEntryOf, type Value, type ValueMap } from "../value";
import { type ConnectorProfile, fillAccess, findConnectorProfile } from "./connector-profile";
import { addDependsOn, findEventSourceMapping } from "./depends-on";
import { makeConnectorResources } from "./make-connector-resources";
import { type ResourceReference, readReference } from "./resource-reference";

export interface Connector {
  readonly logicalId: string;
  readonly source: ValueMap;
  /** One, or a list; with a list, generated ids are numbered. */
  readonly destination: Value | undefined;
  readonly permissions: Value | undefined;
  readonly dependsOn: Value | undefined;
  readonly attributes: ValueMap;
}

/** The two ends of one connection, read. */
export interface Connection {
  readonly source: ResourceReference;
  readonly destination: ResourceReference;
  /** The profile's values by the permissions that were asked for, in the profile's order. */
  readonly granted: ReadonlyMap<string, ValueMap>;
  readonly profile: ConnectorProfile;
  /** Behind generated ids: empty, or `Destination0` for the first of a list. */
  readonly suffix: string;
}

/** Everything that a connector becomes. */
export function expandConnector(connector: Connector, context: ExpansionContext): Resource[] {
  const { destination } = connector;
  const destinations = isList(destination) ? destination : [destination];
  if (destinations.length === 0) throw fault(connector, "'Destination' is an empty list.", "Destination");
  return destinations.flatMap((written, index) => {
    const suffix = isList(destination) ? `Destination${index}` : "";
    return connect(connector, isMap(written) ? written : {}, suffix, context);
  });
}

function connect(connector: Connector, written: ValueMap, suffix: string, context: ExpansionContext): Resource[] {
  const resources = context.outputResources;
  const destination = readEnd(connector, "Destination", written, connector.source, resources);
  const source = readEnd(connector, "Source", connector.source, written, resources);
  const profile = findConnectorProfile(source.type, destination.type);
  if (!profile) {
    throw fault(connector, `There is no connector from ${source.type} to ${destination.type}.`, "Destination");
  }
  const permissions = readPermissions(connector, profile);
  const filled = fillAccess(profile, source, destination);
  if (filled.kind === "missing") throw fault(connector, `${filled.variable} is missing.`, "Source");
  const granted = new Map([...filled.access].filter(([permission]) => permissions.includes(permission)));
  const connection: Connection = { source, destination, granted, profile, suffix };
  const made = makeConnectorResources(connector, connection);
  for (const resource of made) {
    waitFor(resource.logicalId, connection, resources);
    resource.attributes = { ...resource.attributes, Metadata: describe(connector, connection, resource, context) };
  }
  return made;
}

function readEnd(
  connector: Connector,
  end: "Source" | "Destination",
  written: ValueMap,
  otherEnd: ValueMap,
  resources: ValueMap,
): ResourceReference {
  const read = readReference(written, otherEnd, resources);
  if ("fault" in read) throw fault(connector, `'${end}': ${read.fault}`, end);
  return read.reference;
}

function readPermissions(connector: Connector, profile: ConnectorProfile): Value[] {
  const { permissions } = connector;
  const asked = [...new Set(isList(permissions) ? permissions : [])];
  const possible = Object.keys(profile.access);
  if (
    asked.length === 0 ||
    asked.some((permission) => typeof permission !== "string" || !possible.includes(permission))
  ) {
    throw fault(connector, `'Permissions' must be among ${possible.join(", ")}.`, "Permissions");
  }
  const combinations = profile.combinations?.map((combination) => [...combination].sort().join(" + "));
  if (combinations && !combinations.includes([...asked].sort().join(" + "))) {
    throw fault(connector, `'Permissions' must be ${combinations.join(", or ")} together.`, "Permissions");
  }
  return asked;
}

/** What uses the permissions from its creation on must not be made before they are there. */
function waitFor(policyId: string, { source, destination, profile }: Connection, resources: ValueMap): void {
  if (profile.dependedBy === "source" && source.logicalId) addDependsOn(source.logicalId, policyId, resources);
  if (profile.dependedBy !== "event-source-mapping" || !source.logicalId || !destination.logicalId) return;
  const mapping = findEventSourceMapping(source.logicalId, destination.logicalId, resources);
  if (mapping) addDependsOn(mapping, policyId, resources);
}

/** The types of both ends as the user wrote them. */
function describe(
  connector: Connector,
  connection: Connection,
  resource: Resource,
  context: ExpansionContext,
): ValueMap {
  const typeOf = ({ logicalId, type }: ResourceReference) =>
    (logicalId && textEntryOf(mapEntryOf(context.sourceResources, logicalId), "Type")) || type;
  const ends = { Source: { Type: typeOf(connection.source) }, Destination: { Type: typeOf(connection.destination) } };
  const { Metadata: own = {} } = resource.attributes;
  if (!isMap(own)) throw invalidResource(connector.logicalId, "'Metadata' must be a map.", "Metadata");
  return { ...own, "aws:sam:connectors": { [connector.logicalId]: ends } };
}

function fault({ logicalId }: Connector, message: string, property: string): Error {
  return invalidResource(logicalId, message, `Properties.${property}`);
}
