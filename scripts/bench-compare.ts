import { parseArgs } from "node:util";
import { loadDomainData } from "../lib/data/domain-data";
import { compareInStages } from "../lib/domain/compare";
import type { ComparisonStage } from "../lib/domain/comparison-input";
import { hasPatterns, inputOf, type PatternTemplate, patternsFolder, readPatterns } from "./corpus/pattern-templates";

type Timing = ReadonlyMap<ComparisonStage | "whole", number>;

const columns = ["whole", "expand", "derive", "propose", "trial", "changes", "score"] as const;

/** `npm run bench:compare`: a whole comparison of every real template, warm, on one core; milliseconds. */
function main(): void {
  if (!hasPatterns()) {
    console.log(`Skipped: there is no ${patternsFolder}.`);
    return;
  }
  const { values } = parseArgs({ options: { only: { type: "string" } } });
  const templates = readPatterns(values.only);
  for (const template of templates.slice(0, 25)) timeComparison(template);
  const timings = templates.map(timeComparison);
  const whole = sum(timings, "whole");
  for (const column of columns) {
    const values = timings.map((timing) => timing.get(column) ?? 0);
    const share = `${Math.round((sum(timings, column) / whole) * 100)} %`;
    console.log(
      [column.padEnd(8), `median ${at(values, 0.5)} ms`, `95th percentile ${at(values, 0.95)} ms`, share].join("   "),
    );
  }
  const megabytes = Math.round(process.memoryUsage().rss / 1024 / 1024);
  console.log(`${templates.length} templates, ${megabytes} MB resident`);
}

/** A stage's time ends when it shows its last result. */
function timeComparison(template: PatternTemplate): Timing {
  const timing = new Map<ComparisonStage | "whole", number>();
  const start = performance.now();
  let since = start;
  for (const { stage } of compareInStages(inputOf(template), loadDomainData())) {
    const now = performance.now();
    timing.set(stage, (timing.get(stage) ?? 0) + now - since);
    since = now;
  }
  return timing.set("whole", performance.now() - start);
}

function sum(timings: readonly Timing[], column: ComparisonStage | "whole"): number {
  return timings.reduce((total, timing) => total + (timing.get(column) ?? 0), 0);
}

function at(values: readonly number[], quantile: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return Math.round(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * quantile))] ?? 0);
}

main();
