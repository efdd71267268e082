import { parseArgs } from "node:util";
import { loadDomainData } from "../lib/data/domain-data";
import { compareInStages } from "../lib/domain/compare";
import type { ComparisonStage } from "../lib/domain/comparison-input";
import { type BindStages, bindStages, bindStagesAnew } from "../lib/domain/stages";
import { hasPatterns, inputOf, type PatternTemplate, patternsFolder, readPatterns } from "./corpus/pattern-templates";

type Timing = ReadonlyMap<ComparisonStage | "whole", number>;

interface Run {
  readonly timing: Timing;
  /** The report with its problems, as text. */
  readonly result: string;
}

const columns = ["whole", "expand", "derive", "propose", "trial", "changes", "score"] as const;

/**
 * `npm run bench:compare -- [--only <part of a name>] [--alone]`: a whole comparison of every real template, warm, on one
 * core, as one file of JavaScript like the command line; milliseconds. Beside it, in turns, the same with every changed template worked out from nothing, whose results
 * must be equal; `--alone` leaves that out, for the memory.
 */
function main(): void {
  if (!hasPatterns()) {
    console.log(`Skipped: there is no ${patternsFolder}.`);
    return;
  }
  const { values } = parseArgs({ options: { only: { type: "string" }, alone: { type: "boolean" } } });
  const templates = readPatterns(values.only);
  for (const template of templates.slice(0, 25)) compare(template, bindStages);
  const pairs = templates.map((template) => {
    const kept = compare(template, bindStages);
    const anew = values.alone ? null : compare(template, bindStagesAnew);
    return {
      name: template.name,
      kept: kept.timing,
      anew: anew?.timing,
      isEqual: !anew || anew.result === kept.result,
    };
  });
  const timings = pairs.map(({ kept }) => kept);
  tellStages(timings);
  const megabytes = Math.round(process.memoryUsage().rss / 1024 / 1024);
  console.log(`${templates.length} templates, ${megabytes} MB resident`);
  const timingsAnew = pairs.flatMap(({ anew }) => anew ?? []);
  if (timingsAnew.length === 0) return;
  const different = pairs.filter(({ isEqual }) => !isEqual);
  console.log(
    `full recomputation: median ${at(timingsAnew, "whole", 0.5)} ms, ratio ${ratio(timingsAnew, timings, "whole")}, ` +
      `of the changes ${ratio(timingsAnew, timings, "changes")}; equal to it: ${pairs.length - different.length}/${pairs.length}`,
  );
  for (const { name } of different) console.log(`different: ${name}`);
  if (different.length > 0) process.exitCode = 1;
}

function tellStages(timings: readonly Timing[]): void {
  const whole = sum(timings, "whole");
  for (const column of columns) {
    const share = `${Math.round((sum(timings, column) / whole) * 100)} %`;
    const [median, late] = [at(timings, column, 0.5), at(timings, column, 0.95)];
    console.log([column.padEnd(8), `median ${median} ms`, `95th percentile ${late} ms`, share].join("   "));
  }
}

/** A stage's time ends when it shows its last result. */
function compare(template: PatternTemplate, bind: BindStages): Run {
  const timing = new Map<ComparisonStage | "whole", number>();
  const stages = compareInStages(inputOf(template), loadDomainData(), bind);
  const start = performance.now();
  let since = start;
  let next = stages.next();
  while (!next.done) {
    const now = performance.now();
    timing.set(next.value.stage, (timing.get(next.value.stage) ?? 0) + now - since);
    since = now;
    next = stages.next();
  }
  timing.set("whole", performance.now() - start);
  return { timing, result: JSON.stringify(next.value) };
}

function sum(timings: readonly Timing[], column: ComparisonStage | "whole"): number {
  return timings.reduce((total, timing) => total + (timing.get(column) ?? 0), 0);
}

function ratio(slow: readonly Timing[], fast: readonly Timing[], column: ComparisonStage | "whole"): string {
  return (sum(slow, column) / sum(fast, column)).toFixed(2);
}

function at(timings: readonly Timing[], column: ComparisonStage | "whole", quantile: number): number {
  const sorted = timings.map((timing) => timing.get(column) ?? 0).sort((a, b) => a - b);
  return Math.round(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * quantile))] ?? 0);
}

main();
