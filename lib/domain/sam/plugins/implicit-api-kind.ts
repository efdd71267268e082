import type { DefinitionEditor } from "../api/definition-editor";
import type { PluginContext } from "../plugin";
import type { PyDict, PyValue } from "../py27-hash/py-value";
import type { Value, ValueMap } from "../value";

/** What tells the implicit REST API and the implicit HTTP API apart. */
export interface ImplicitApiKind {
  readonly logicalId: string;
  readonly apiType: string;
  readonly eventType: string;
  /** The event's property that names an API. */
  readonly apiIdProperty: string;
  makeProperties(): PyDict;
  isDefinition(definition: PyValue | undefined): boolean;
  edit(definition: PyValue | undefined): DefinitionEditor & { definition(): PyDict };
  /** The properties of an event that count, after defaults; null skips the event. */
  readEvent(eventId: string, event: ValueMap): ValueMap | null;
  /** What else an event changes in its API. */
  applyEvent?(link: ApiLink, template: ValueMap, context: PluginContext): void;
}

export interface ApiLink {
  readonly eventId: string;
  readonly apiId: string;
  readonly path: string;
  readonly method: string;
  readonly properties: ValueMap;
  /** Condition of the function or state machine that holds the event. */
  readonly condition: Value | null;
}

/** What the events of a template ask of APIs. */
export interface ApiUse {
  readonly links: ApiLink[];
  /** For every link, the resource that holds the event. */
  readonly owners: ValueMap[];
}
