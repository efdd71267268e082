import { copyValue, isList, isMap, type Value, type ValueMap } from "../value";
import { connectorProfiles } from "./profiles";
import type { ResourceReference } from "./resource-reference";

/** What a connector between two types makes; values hold `%{Source.Arn}` and the like. */
export interface ConnectorProfile {
  readonly makes: "managed-policy" | "lambda-permission" | "queue-policy" | "topic-policy";
  readonly attachedTo: "source" | "destination";
  /** What must wait for the policy. */
  readonly dependedBy?: "source" | "event-source-mapping";
  /** The permissions that may be asked for together, where not all combinations are possible. */
  readonly combinations?: readonly (readonly string[])[];
  /** By permission: `Read`, `Write`. */
  readonly access: Readonly<Record<string, ValueMap>>;
}

export function findConnectorProfile(sourceType: string, destinationType: string): ConnectorProfile | null {
  const destinations = Object.hasOwn(connectorProfiles, sourceType) ? connectorProfiles[sourceType] : undefined;
  return (destinations && Object.hasOwn(destinations, destinationType) && destinations[destinationType]) || null;
}

/** `missing` names the first variable that a profile needs and the resources do not have. */
export type FilledAccess =
  | { readonly kind: "filled"; readonly access: ReadonlyMap<string, ValueMap> }
  | { readonly kind: "missing"; readonly variable: string };

/** The profile's values with the identifiers of both ends put in. */
export function fillAccess(
  profile: ConnectorProfile,
  source: ResourceReference,
  destination: ResourceReference,
): FilledAccess {
  const variables = new Map([...variablesOf("Source", source), ...variablesOf("Destination", destination)]);
  const missing = firstMissing(profile, variables);
  if (missing !== undefined) return { kind: "missing", variable: missing };
  const access = Object.entries(profile.access).map(([permission, value]): [string, ValueMap] => {
    const filled = fillIn(value, variables);
    return [permission, isMap(filled) ? filled : {}];
  });
  return { kind: "filled", access: new Map(access) };
}

type Variables = ReadonlyMap<string, Value | undefined>;

function variablesOf(end: string, reference: ResourceReference): [string, Value | undefined][] {
  return [
    [`${end}.Arn`, reference.arn],
    [`${end}.ResourceId`, reference.resourceId],
    [`${end}.Name`, reference.name],
    [`${end}.Qualifier`, reference.qualifier],
  ];
}

function firstMissing(profile: ConnectorProfile, variables: Variables): string | undefined {
  const used = JSON.stringify(profile.access);
  return [...variables.keys()].find((name) => used.includes(`%{${name}}`) && (variables.get(name) ?? null) === null);
}

function fillIn(value: Value, variables: Variables): Value {
  if (isList(value)) return value.map((entry) => fillIn(entry, variables));
  if (isMap(value))
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, fillIn(inner, variables)]));
  return typeof value === "string" ? fillText(value, variables) : value;
}

/** A text that is one variable becomes its value; one that holds variables, or `${…}`, becomes an `Fn::Sub`. */
function fillText(text: string, variables: Variables): Value {
  const substituted: ValueMap = {};
  const replaced = text.replace(/%\{([\w.]+)\}/g, (whole, name: string) => {
    const value = variables.get(name) ?? null;
    if (value === null) return whole;
    const plain = name.replace(".", "");
    substituted[plain] = copyValue(value);
    return `\${${plain}}`;
  });
  const [only, another] = Object.entries(substituted);
  if (only && !another && replaced === `\${${only[0]}}`) return only[1];
  if (!/\$\{.+\}/.test(replaced)) return replaced;
  return { "Fn::Sub": only ? [replaced, substituted] : replaced };
}
