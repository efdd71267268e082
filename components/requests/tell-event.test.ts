import { expect, test } from "vitest";
import type { ListedRequest } from "@/lib/domain/comparison-report";
import { tellEvent } from "./tell-event";

const event = { eventSource: "kms.amazonaws.com", category: "management", readOnly: false } as const;
const cases: readonly [ListedRequest["cloudTrail"], string][] = [
  [
    { ...event, eventName: "CreateAlias", names: "request" },
    "event CreateAlias, which names the resource in its request",
  ],
  [
    { ...event, eventName: "CreateKey", names: "response" },
    "event CreateKey, which names the resource in its response only",
  ],
  [
    { ...event, eventName: "ListKeys", names: "none" },
    "event ListKeys, which names no resource that a policy could be scoped to",
  ],
  [
    { ...event, eventName: "PutObject", category: "data", names: "request" },
    "data event PutObject, which names the resource in its request",
  ],
  [null, "no event of its own"],
  [undefined, "not known to this report, which an earlier version made"],
];

test.each(cases)("%j is told as %s", (recorded, told) => {
  expect(tellEvent(recorded)).toBe(told);
});
