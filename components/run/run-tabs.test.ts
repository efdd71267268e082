import { expect, test } from "vitest";
import { smallPlan } from "@/lib/domain/trial/plan-for-tests";
import { describeSize, listTabs } from "./run-tabs";

test("nothing is counted before the deployment's calls are derived", () => {
  const nothing = { resources: [], requests: [] };
  expect(describeSize(nothing)).toBeNull();
  expect(listTabs("/runs/1", nothing).map(({ count }) => count)).toEqual(Array(8).fill(undefined));
});

test("a resource that the update takes out of the stack is not counted", () => {
  const { resources } = smallPlan([["Orders", "Earlier"], ["Audit"]], []);
  const derived = resources.map((one) => (one.logicalId === "Earlier" ? { ...one, change: "delete" as const } : one));
  expect(describeSize({ resources: derived, requests: [] })).toBe("2 resources, 0 requests");
});
