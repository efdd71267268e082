import { expect, it } from "vitest";
import type { ComparisonReport } from "../../domain/comparison-report";
import type { Fix } from "../../domain/trial/trial";
import { exampleReport } from "../testdata/example-comparison";
import { listRepeatsOnce } from "./list-repeats-once";

const [addTable, addQueue] = exampleReport.candidates[0]?.changes ?? [];

it("tells what several changes meet, and what would lift it, once, and loses nothing", () => {
  const once = listRepeatsOnce(withFixes(exampleReport));
  expect(addTable?.asProposed).toMatchObject({ denials: addQueue?.asProposed.denials, fix: addQueue?.asProposed.fix });
  expect(once.denials).toEqual(addTable?.asProposed.denials);
  expect(once.fixes).toEqual([addTable?.asProposed.fix]);
  expect(once.candidates[0]?.changes).toMatchObject([
    { asProposed: { denials: [0], fix: 0 }, repaired: { denials: [], fix: null } },
    { asProposed: { denials: [0], fix: 0 }, repaired: { denials: [], fix: null } },
  ]);
  expect(writeOut(once)).toEqual(exampleReport);
});

it("keeps fixes apart that differ", () => {
  const other: Fix = { parts: [], unliftable: [{ callId: "1", blockedBy: "boundary", why: "It is denied there." }] };
  const report = withFixes(exampleReport, { "add-queue": other });
  const once = listRepeatsOnce(report);
  expect(once.fixes).toEqual([addTable?.asProposed.fix, other]);
  expect(writeOut(once)).toEqual(report);
});

/** As the database gives them: each fix an object of its own. */
function withFixes(report: ComparisonReport, others: Readonly<Record<string, Fix>> = {}): ComparisonReport {
  return {
    ...report,
    candidates: report.candidates.map((candidate) => ({
      ...candidate,
      changes: candidate.changes.map(({ asProposed, ...change }) => ({
        ...change,
        asProposed: { ...asProposed, fix: structuredClone(others[change.changeId] ?? asProposed.fix) },
      })),
    })),
  };
}

/** What a reader of the document does. */
function writeOut({ denials, fixes, ...report }: ReturnType<typeof listRepeatsOnce>): unknown {
  const open = <Verdict extends { denials: readonly number[]; fix: number | null }>(verdict: Verdict) => ({
    ...verdict,
    denials: verdict.denials.map((place) => denials[place]),
    fix: verdict.fix === null ? null : fixes[verdict.fix],
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
