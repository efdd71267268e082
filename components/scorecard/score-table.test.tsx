import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { awaitCandidates } from "@/components/run/awaited-candidates";
import { ScoreTable } from "./score-table";

const textOf = (isAwaited: boolean) =>
  renderToStaticMarkup(
    <ScoreTable candidates={awaitCandidates({ currentPolicy: "{}" })} reality={[]} isAwaited={isAwaited} />,
  ).replaceAll(/<[^>]+>/g, " ");

test("the table stands before its figures, with the rows that every run has", () => {
  const text = textOf(true);
  for (const title of ["Access Analyzer", "LLM", "Boundary", "Administrator", "Current policy"]) {
    expect(text).toContain(title);
  }
  expect(text.match(/not yet/g)).toHaveLength(5 * 4);
  expect(text).toContain("changes survived");
  expect(text).not.toContain("history");
});

test("what was not proposed is not awaited", () => {
  expect(textOf(false).match(/none/g)).toHaveLength(5 * 4);
});
