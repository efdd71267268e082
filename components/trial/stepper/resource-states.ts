import type { StackEvent } from "@/lib/domain/trial/trial";

export type ResourceState =
  | "waiting"
  | "in-progress"
  | "created"
  | "updated"
  | "failed"
  | "rolled-back"
  | "deleted"
  | "delete-failed";

/** Where each resource stands after the events given, by logical id; one without an event is waiting. */
export function findResourceStates(events: readonly StackEvent[]): ReadonlyMap<string, ResourceState> {
  return new Map(events.map((event) => [event.logicalId, stateAfter(event)]));
}

function stateAfter({ status, phase }: StackEvent): ResourceState {
  const isRollback = phase === "rollback";
  switch (status) {
    case "CREATE_COMPLETE":
      return "created";
    case "UPDATE_COMPLETE":
      return isRollback ? "rolled-back" : "updated";
    case "DELETE_COMPLETE":
      return isRollback ? "rolled-back" : "deleted";
    case "DELETE_FAILED":
      return "delete-failed";
    default:
      return status.endsWith("_FAILED") ? "failed" : "in-progress";
  }
}
