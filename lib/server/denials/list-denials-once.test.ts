import { expect, it } from "vitest";
import type { ComparisonReport } from "../../domain/comparison-report";
import { exampleReport } from "../testdata/example-comparison";
import { listDenialsOnce } from "./list-denials-once";

it("tells what several changes meet once, and loses nothing", () => {
  const once = listDenialsOnce(exampleReport);
  const [addTable, addQueue] = exampleReport.candidates[0]?.changes ?? [];
  expect(addTable?.asProposed.denials).toEqual(addQueue?.asProposed.denials);
  expect(once.denials).toEqual(addTable?.asProposed.denials);
  expect(once.candidates[0]?.changes.map(({ asProposed }) => asProposed.denials)).toEqual([[0], [0]]);
  expect(writeOut(once)).toEqual(exampleReport);
});

/** What a reader of the document does. */
function writeOut({ denials, ...report }: ReturnType<typeof listDenialsOnce>): unknown {
  const open = <Verdict extends { denials: readonly number[] }>(verdict: Verdict) => ({
    ...verdict,
    denials: verdict.denials.map((place) => denials[place]),
  });
  return {
    ...report,
    candidates: report.candidates.map((candidate) => ({
      ...candidate,
      changes: candidate.changes.map((change) => ({
        ...change,
        asProposed: open(change.asProposed),
        repaired: open(change.repaired),
      })),
    })),
  } satisfies { candidates: readonly object[] } & Omit<ComparisonReport, "candidates">;
}
