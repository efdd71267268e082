import { spawnSync } from "node:child_process";
import path from "node:path";
import { z } from "zod";
import { expandCase, publishedText } from "./corpus/compare-sam";
import { corpusFolder, hasCorpus, readSamCases, type SamCase } from "./corpus/sam-cases";

/** `npm run bench:sam`: from template text to expanded template, ours and, where it is installed, the official translator. */
function main(): void {
  if (!hasCorpus()) {
    console.log(`Skipped: there is no ${corpusFolder}.`);
    return;
  }
  const cases = readSamCases().map((samCase) => ({ ...samCase, templateText: publishedText(samCase) }));
  const ours = fastestOf(3, cases, timeOne);
  console.log(`tightrope            median ${show(median(ours))} per template, ${cases.length} templates`);
  const official = timeOfficial(cases);
  if (official === null) {
    console.log('official translator  not installed: python3 -c "import samtranslator" does not work here');
    return;
  }
  const measured = official.filter((time) => time !== null);
  console.log(`official translator  median ${show(median(measured))} per template, ${measured.length} templates`);
  console.log(`ratio                ${(median(measured) / median(ours)).toFixed(1)} times as fast`);
}

function timeOne(samCase: SamCase): number {
  const started = performance.now();
  expandCase(samCase);
  return performance.now() - started;
}

/** The fastest of several rounds over all cases, so that what else the machine does counts less. */
function fastestOf(rounds: number, cases: readonly SamCase[], time: (samCase: SamCase) => number): number[] {
  const times = Array.from({ length: rounds }, () => cases.map(time));
  return cases.map((_, index) => Math.min(...times.map((round) => round[index] ?? Number.POSITIVE_INFINITY)));
}

/** Null where Python or the translator is missing; a case that the translator crashes on has no time. */
function timeOfficial(cases: readonly SamCase[]): (number | null)[] | null {
  const input = cases.map(({ templateText }) => ({
    text: templateText,
    parameters: { param1: "value1", param2: "value2" },
  }));
  const script = path.join(import.meta.dirname, "corpus", "official_translator.py");
  const { status, stdout } = spawnSync("python3", [script], {
    input: JSON.stringify(input),
    encoding: "utf8",
    maxBuffer: 64 * 1024 * 1024,
  });
  return status === 0 ? z.array(z.number().nullable()).parse(JSON.parse(stdout)) : null;
}

function median(times: readonly number[]): number {
  const sorted = times.toSorted((left, right) => left - right);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

function show(milliseconds: number): string {
  return `${milliseconds.toFixed(2)} ms`;
}

main();
