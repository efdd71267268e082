import { expect, test } from "vitest";
import { foldRows, splitDifference } from "./split-difference";

const text = "{\n  a\n  b\n  c\n}\n";
const difference = "--- a/policy.json\n+++ b/policy.json\n@@ -2,3 +2,4 @@\n   a\n-  b\n+  b,\n+  b2\n   c\n";

test("a removed line stands beside the added one, and a further added one beside nothing", () => {
  const rows = splitDifference(text, difference);
  expect(rows.filter(({ isChanged }) => isChanged)).toEqual([
    { before: "  b", after: "  b,", isChanged: true },
    { before: null, after: "  b2", isChanged: true },
  ]);
  const side = (name: "before" | "after") => rows.flatMap((row) => row[name] ?? []).join("\n");
  expect(`${side("before")}\n`).toBe(text);
  expect(side("after")).toBe("{\n  a\n  b,\n  b2\n  c\n}");
});

test("a document that was not there stands on one side only", () => {
  const rows = splitDifference("", "--- /dev/null\n+++ b/policy.json\n@@ -0,0 +1,2 @@\n+{\n+}\n");
  expect(rows).toEqual([
    { before: null, after: "{", isChanged: true },
    { before: null, after: "}", isChanged: true },
  ]);
});

test("lines far from every change are folded", () => {
  const runs = foldRows(splitDifference(text, difference), 1);
  expect(runs.map(({ folded, rows }) => [folded, rows.length])).toEqual([
    [true, 1],
    [false, 4],
    [true, 1],
  ]);
});
