import type { FunctionTarget, SamEvent } from "../event-source";
import { suffixedLogicalId } from "../logical-id";
import { makeResource, type Resource } from "../resource";
import type { Value } from "../value";

export interface PermissionSource {
  readonly principal: string;
  readonly sourceArn?: Value | undefined;
  readonly sourceAccount?: Value | undefined;
  readonly eventSourceToken?: Value | undefined;
  /** Begins the logical id; the event's id unless given. */
  readonly prefix?: string;
  readonly suffix?: string;
}

/** Lets the service behind an event invoke the function. */
export function makePermission(event: SamEvent, target: FunctionTarget, source: PermissionSource): Resource {
  const logicalId = suffixedLogicalId(`${source.prefix ?? event.logicalId}Permission`, source.suffix ?? "");
  return makeResource("AWS::Lambda::Permission", logicalId, target.passThroughAttributes(), {
    Action: "lambda:InvokeFunction",
    FunctionName: target.name(),
    Principal: source.principal,
    SourceArn: source.sourceArn,
    SourceAccount: source.sourceAccount,
    EventSourceToken: source.eventSourceToken,
  });
}
