import { readFileSync } from "node:fs";
import { z } from "zod";

export interface TestCounts {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

const vitestSchema = z.object({
  success: z.boolean(),
  numPassedTests: z.number(),
  numFailedTests: z.number(),
  numPendingTests: z.number(),
  numTodoTests: z.number(),
});

/** A file that could not be loaded fails without a failed test. */
export function readVitestCounts(report: string): TestCounts {
  const { success, ...counts } = vitestSchema.parse(JSON.parse(readFileSync(report, "utf8")));
  const failed = counts.numFailedTests;
  return {
    passed: counts.numPassedTests,
    failed: success ? failed : Math.max(failed, 1),
    skipped: counts.numPendingTests + counts.numTodoTests,
  };
}

const playwrightSchema = z.object({
  stats: z.object({ expected: z.number(), unexpected: z.number(), flaky: z.number(), skipped: z.number() }),
  errors: z.array(z.unknown()),
});

export function readPlaywrightCounts(report: string): TestCounts {
  const { stats, errors } = playwrightSchema.parse(JSON.parse(readFileSync(report, "utf8")));
  return {
    passed: stats.expected,
    failed: stats.unexpected + stats.flaky + errors.length,
    skipped: stats.skipped,
  };
}
