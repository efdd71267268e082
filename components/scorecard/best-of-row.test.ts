import { expect, test } from "vitest";
import { findBest } from "./best-of-row";

test("the lowest of a row is best, and shares the mark with its equals", () => {
  expect(findBest([12, 3, 3], "lowest")).toEqual([false, true, true]);
});

test("who does not compete wins nothing", () => {
  expect(findBest([null, 0.4, 0.9], "highest")).toEqual([false, false, true]);
});

test("a row of equals has no best, nor has a row of one", () => {
  expect(findBest([7, 7, 7], "lowest")).toEqual([false, false, false]);
  expect(findBest([7, null, null], "lowest")).toEqual([false, false, false]);
  expect(findBest([], "lowest")).toEqual([]);
});
