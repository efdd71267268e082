import { expect, test } from "vitest";
import { followServer } from "./follow-server";

/** How often a page is loaded again over the answers that the server gives, or does not. */
function countLoads(answers: readonly boolean[]): number {
  let isAway = false;
  return answers.filter((answered) => {
    const next = followServer(isAway, answered);
    isAway = next.isAway;
    return next.loads;
  }).length;
}

test("a page that broke while the server answered is not loaded again", () => {
  expect(countLoads([true, true, true])).toBe(0);
});

test("a page that broke with the server is loaded again once the server is back, and not before", () => {
  expect(countLoads([false, false])).toBe(0);
  expect(countLoads([false, false, true])).toBe(1);
  expect(countLoads([true, false, true])).toBe(1);
});
