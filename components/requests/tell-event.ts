import type { ListedRequest } from "@/lib/domain/comparison-report";

/** What CloudTrail keeps of a call, which is all that a policy generated from its events can know. */
export function tellEvent(event: ListedRequest["cloudTrail"]): string {
  if (event === undefined) return "not known to this report, which an earlier version made";
  if (event === null) return "no event of its own";
  const category = event.category === "data" ? "data event" : "event";
  return `${category} ${event.eventName}, ${named[event.names]}`;
}

const named = {
  request: "which names the resource in its request",
  response: "which names the resource in its response only",
  none: "which names no resource that a policy could be scoped to",
};
