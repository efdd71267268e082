import { parseArgs } from "node:util";
import { loadDomainData } from "../lib/data/domain-data";
import { compareTemplate } from "../lib/domain/compare";
import type { ComparisonReport } from "../lib/domain/comparison-report";
import { hasPatterns, inputOf, type PatternTemplate, patternsFolder, readPatterns } from "./corpus/pattern-templates";

type Outcome =
  | { readonly kind: "crashed"; readonly name: string; readonly reason: string }
  | { readonly kind: "rejected"; readonly name: string; readonly reason: string }
  | { readonly kind: "unnamed"; readonly name: string; readonly reason: string }
  | { readonly kind: "compared"; readonly name: string; readonly report: ComparisonReport };

/** `npm run corpus:compare -- [--only <part of a name>]`: every real template through a whole comparison. */
function main(): void {
  const { values } = parseArgs({ options: { only: { type: "string" } } });
  if (!hasPatterns()) {
    console.log(`Skipped: there is no ${patternsFolder}.`);
    return;
  }
  const outcomes = readPatterns(values.only).map(compare);
  for (const outcome of outcomes) {
    if (outcome.kind !== "compared") console.log(`${outcome.kind} ${outcome.name}\n    ${outcome.reason}`);
  }
  for (const [type, count] of countUnknown(outcomes)) console.log(`not modelled: ${type} ${count}`);
  console.log(tellFigures(outcomes));
  if (outcomes.some(({ kind }) => kind === "crashed" || kind === "unnamed")) process.exitCode = 1;
}

function compare(template: PatternTemplate): Outcome {
  const { name } = template;
  try {
    const { value: report, problems } = compareTemplate(inputOf(template), loadDomainData());
    if (!report) return { kind: "rejected", name, reason: problems.map(({ message }) => message).join(" ") };
    const unnamed = findUnnamed(report);
    if (unnamed.length > 0) return { kind: "unnamed", name, reason: unnamed.join(", ") };
    return { kind: "compared", name, report };
  } catch (error) {
    return { kind: "crashed", name, reason: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
}

/** Resources that are neither modelled nor named in a problem: silence, which must not be. */
function findUnnamed({ resources, problems }: ComparisonReport): readonly string[] {
  const named = new Set(problems.map(({ logicalId }) => logicalId));
  const silent = resources.filter(({ certainty, logicalId }) => certainty === "unknown" && !named.has(logicalId));
  return silent.map(({ logicalId, type }) => `${logicalId} (${type})`);
}

function countUnknown(outcomes: readonly Outcome[]): readonly (readonly [string, number])[] {
  const counts = new Map<string, number>();
  for (const { type, certainty } of outcomes.flatMap(resourcesOf)) {
    if (certainty === "unknown") counts.set(type, (counts.get(type) ?? 0) + 1);
  }
  return [...counts].sort(([, a], [, b]) => b - a);
}

function tellFigures(outcomes: readonly Outcome[]): string {
  const count = (kind: Outcome["kind"]) => outcomes.filter((outcome) => outcome.kind === kind).length;
  const resources = outcomes.flatMap(resourcesOf);
  const modelled = resources.filter(({ certainty }) => certainty !== "unknown").length;
  return [
    `compared ${count("compared")}/${outcomes.length}`,
    `rejected ${count("rejected")}`,
    `crashed ${count("crashed")}`,
    `with an unnamed resource ${count("unnamed")}`,
    `resources modelled ${modelled}/${resources.length}`,
  ].join(", ");
}

function resourcesOf(outcome: Outcome): ComparisonReport["resources"] {
  return outcome.kind === "compared" ? outcome.report.resources : [];
}

main();
