import { expect, test } from "vitest";
import { markersOf } from "./markers";

test("a problem marks the text of its line from its column on", () => {
  const text = "Resources:\n  Orders:\n    Type: 7\n";
  expect(markersOf([{ code: "type-not-text", severity: "error", message: "…", line: 3, column: 11 }], text)).toEqual([
    {
      severity: 8,
      message: "…",
      code: "type-not-text",
      startLineNumber: 3,
      endLineNumber: 3,
      startColumn: 11,
      endColumn: 12,
    },
  ]);
});

test("without a column the whole line's text is marked, without a line nothing is", () => {
  const markers = markersOf(
    [
      { code: "a", severity: "warning", message: "…", line: 2 },
      { code: "b", severity: "info", message: "…" },
      { code: "c", severity: "error", message: "…", line: 99 },
    ],
    "Resources:\n  Orders:\n",
  );
  expect(markers).toHaveLength(1);
  expect(markers[0]).toMatchObject({ severity: 4, startColumn: 3, endColumn: 10 });
});
