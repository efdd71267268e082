import type { SamEvent } from "../event-source";
import { invalidEvent } from "../fault";
import { isGiven, type Value } from "../value";

/** `ENABLED` or `DISABLED` from the event's `State` or `Enabled`, of which only one may be given. */
export function ruleState(event: SamEvent): Value | undefined {
  const { State: state, Enabled: enabled } = event.properties;
  const enabledGiven = enabled !== undefined && enabled !== null;
  if (isGiven(state) && enabledGiven) throw invalidEvent(event.eventId, "Set 'State' or 'Enabled', not both.");
  if (enabledGiven) return isGiven(enabled) ? "ENABLED" : "DISABLED";
  return isGiven(state) ? state : undefined;
}

const targetIdLimit = 64;

/** The event's id with `suffix` behind it, cut to what EventBridge allows. */
export function ruleTargetId(eventLogicalId: string, suffix: string): string {
  return eventLogicalId.slice(0, targetIdLimit - suffix.length) + suffix;
}
