import { expect, test } from "vitest";
import { countOf, formatMinutes, formatShare } from "./format-figure";

test("a share that is not quite all never reads as all", () => {
  expect(formatShare(0.999)).toBe("99");
  expect(formatShare(1)).toBe("100");
  expect(formatShare(0.001)).toBe("1");
  expect(formatShare(0)).toBe("0");
});

test("minutes keep one decimal below ten only", () => {
  expect(formatMinutes(4.25)).toBe("4.3");
  expect(formatMinutes(6)).toBe("6");
  expect(formatMinutes(68.4)).toBe("68");
});

test("a count agrees with its noun", () => {
  expect(countOf(1, "fix", "fixes")).toBe("1 fix");
  expect(countOf(1200, "action")).toBe("1,200 actions");
});
