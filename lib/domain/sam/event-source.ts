import type { PropertyTable } from "./property";
import type { Resource } from "./resource";
import type { ExpansionContext } from "./resource-type";
import type { Value, ValueMap } from "./value";

/** An event of a function or state machine; properties have been checked against the source's table. */
export interface SamEvent {
  /** Logical id for what the event generates: the owner's id followed by the event's. */
  readonly logicalId: string;
  /** The event's key in `Events`: what messages name. */
  readonly eventId: string;
  readonly type: string;
  readonly properties: ValueMap;
}

export interface FunctionEventSource {
  /** `SQS`, `Api`, … */
  readonly type: string;
  readonly properties: PropertyTable;
  /**
   * Checks what the event refers to in the template. Runs for all events of a function before any of them is
   * expanded, so that a bad reference is reported first.
   */
  checkLinks?(event: SamEvent, context: ExpansionContext): void;
  expand(event: SamEvent, target: FunctionTarget, context: ExpansionContext): readonly Resource[];
}

/** What the event invokes: the function, or its alias where it has one. */
export interface FunctionTarget {
  /** Logical id of the alias where there is one, otherwise of the function. */
  readonly logicalId: string;
  /** Logical id of the function itself. */
  readonly functionId: string;
  readonly isAlias: boolean;
  /** A fresh value at every call: `Ref` of the alias, or the function's `Arn`. */
  arn(): Value;
  /** What `AWS::Lambda::Permission` and mappings name: `Ref` of the alias or of the function. */
  name(): Value;
  /** `Condition`, `DeletionPolicy`, `UpdateReplacePolicy` of the target; a fresh copy. */
  passThroughAttributes(): ValueMap;
  readonly condition: Value | undefined;
  /** The execution role when one is generated; sources may add managed policies and statements to it. */
  readonly role: Resource | null;
}

export interface StateMachineEventSource {
  readonly type: string;
  readonly properties: PropertyTable;
  checkLinks?(event: SamEvent, context: ExpansionContext): void;
  expand(event: SamEvent, target: StateMachineTarget, context: ExpansionContext): readonly Resource[];
}

export interface StateMachineTarget {
  /** Logical id of the state machine, or of its alias with `UseAliasAsEventTarget`. */
  readonly logicalId: string;
  readonly stateMachineId: string;
  /** A fresh value at every call. */
  arn(): Value;
  passThroughAttributes(): ValueMap;
  readonly permissionsBoundary: Value | undefined;
}
