import { expect, test } from "vitest";
import { describeSize, listTabs } from "./run-tabs";

test("nothing is counted before the deployment's calls are derived", () => {
  const nothing = { resources: [], requests: [] };
  expect(describeSize(nothing)).toBeNull();
  expect(listTabs("/runs/1", nothing).map(({ count }) => count)).toEqual(Array(8).fill(undefined));
});
