import { runUnsafeSimulation } from "@cloud-copilot/iam-simulate";
import { loadActionCatalogue } from "../lib/data/action-catalogue";
import { compilePolicySet } from "../lib/domain/policy/compile-policies";
import { evaluateRequest } from "../lib/domain/policy/evaluate";
import type { CaseGroup } from "./bench-policy/case-group";
import { corpusCases } from "./bench-policy/corpus-cases";
import { generateCases } from "./bench-policy/generate-cases";
import { askIamSimulate, type Outcome, toSimulation } from "./bench-policy/iam-simulate";
import { type Case, knownDifferences } from "./bench-policy/known-differences";
import { seededRandom } from "./bench-policy/random";

/**
 * `npm run bench:policy [-- <cases> <seed>]`: the policy engine against iam-simulate, case by case, and how fast both are.
 * Ends with 1 when they disagree anywhere but in the listed classes.
 */
const roundsOfOurs = 20;
const uncheckedSample = 10_000;
const severalDifferences = "several of these in one case";
const [casesWanted = 100_000, seed = 20_260_301] = process.argv.slice(2).map(Number);
const random = seededRandom(seed);
const catalogue = loadActionCatalogue();
const corpus = corpusCases(random, catalogue, "../shared/corpus/serverless-patterns");
const groups = [...corpus, ...generateCases(random, catalogue, casesWanted)];
if (corpus.length === 0) console.log("note: ../shared/corpus is not here; cases from the seed only");
await main();

async function main(): Promise<void> {
  const comparison = await compareAll(groups);
  printComparison(comparison);
  printSpeed(groups, comparison.seconds, comparison.asked);
  if (comparison.disagreements.length > 0) process.exitCode = 1;
}

interface Comparison {
  readonly cases: number;
  /** Simulations that iam-simulate ran: one for each resource of a case. */
  readonly asked: number;
  readonly seconds: number;
  readonly decisions: ReadonlyMap<string, number>;
  readonly refusals: ReadonlyMap<string, number>;
  readonly known: ReadonlyMap<string, number>;
  readonly disagreements: readonly string[];
}

async function compareAll(all: readonly CaseGroup[]): Promise<Comparison> {
  const decisions = new Map<string, number>();
  const refusals = new Map<string, number>();
  const known = new Map<string, number>();
  const disagreements: string[] = [];
  let cases = 0;
  let asked = 0;
  let seconds = 0;
  for (const { set, requests, origin } of all) {
    const compiled = compilePolicySet(set);
    for (const request of requests) {
      const ours = evaluateRequest(compiled, request).decision;
      const start = cpuSeconds();
      const theirs = await askIamSimulate(set, request);
      seconds += cpuSeconds() - start;
      cases++;
      asked += request.resources.length;
      count(decisions, `${origin}: ${ours}`);
      if (theirs.refusal !== null) count(refusals, theirs.refusal);
      if (ours === theirs.outcome) continue;
      const difference = await findDifference({ set, request }, ours);
      if (difference !== null) count(known, difference);
      else disagreements.push(JSON.stringify({ ours, theirs, request, set }));
    }
  }
  return { cases, asked, seconds, decisions, refusals, known, disagreements };
}

/** The known difference that explains a disagreement: told as the documentation reads, both engines give our answer. */
async function findDifference(original: Case, ours: Outcome): Promise<string | null> {
  for (const { name, rewrite } of knownDifferences) if (await bothSay(rewrite(original), ours)) return name;
  const rewritten = knownDifferences.reduce((told, { rewrite }) => rewrite(told), original);
  return (await bothSay(rewritten, ours)) ? severalDifferences : null;
}

async function bothSay({ set, request }: Case, outcome: Outcome): Promise<boolean> {
  const ours = evaluateRequest(compilePolicySet(set), request).decision;
  return ours === outcome && (await askIamSimulate(set, request)).outcome === outcome;
}

function count(counts: Map<string, number>, key: string): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}

function printComparison({ cases, decisions, refusals, known, disagreements }: Comparison): void {
  console.log(`seed ${seed}; cases ${cases}`);
  for (const [name, times] of decisions) console.log(`  ${name} ${times}`);
  console.log(`disagreements ${disagreements.length}`);
  for (const text of disagreements.slice(0, 3)) console.log(`  ${text}`);
  console.log("iam-simulate refuses (compared without its input checks):");
  for (const [name, times] of refusals) console.log(`  ${name} ${times}`);
  console.log("iam-simulate departs from AWS's documentation:");
  for (const { name, source } of knownDifferences) console.log(`  ${name} ${known.get(name) ?? 0} (${source})`);
  console.log(`  ${severalDifferences} ${known.get(severalDifferences) ?? 0}`);
}

/** Both engines run in this one thread; processor time counts, so that a busy machine does not blur the figures. */
function printSpeed(all: readonly CaseGroup[], theirSeconds: number, theirCases: number): void {
  const compileStart = cpuSeconds();
  const prepared = all.map(({ set, requests }) => ({ compiled: compilePolicySet(set), requests }));
  const compileSeconds = cpuSeconds() - compileStart;
  const evaluateAll = () => {
    let allowed = 0;
    for (const { compiled, requests } of prepared) {
      for (const request of requests) if (evaluateRequest(compiled, request).decision === "allowed") allowed++;
    }
    return allowed;
  };
  const firstStart = cpuSeconds();
  const allowed = evaluateAll();
  const firstSeconds = cpuSeconds() - firstStart;
  const start = cpuSeconds();
  for (let round = 0; round < roundsOfOurs; round++) evaluateAll();
  const cases = prepared.reduce((sum, { requests }) => sum + requests.length, 0);
  const perSecond = (cases * roundsOfOurs) / (cpuSeconds() - start);
  const oncePerSecond = cases / (compileSeconds + firstSeconds);
  const theirs = theirCases / theirSeconds;
  const unchecked = uncheckedPerSecond(all);
  console.log(`compiled ${all.length} policy sets in ${compileSeconds.toFixed(2)} s (${allowed} cases allowed)`);
  console.log(`evaluations a second of one core, compiled: ${thousands(perSecond)}`);
  console.log(`evaluations a second, compiling included, each case once: ${thousands(oncePerSecond)}`);
  console.log(`iam-simulate: ${thousands(theirs)} (ratio ${Math.round(perSecond / theirs)})`);
  console.log(
    `iam-simulate without input checks: ${thousands(unchecked)} (ratio ${Math.round(perSecond / unchecked)})`,
  );
}

function uncheckedPerSecond(all: readonly CaseGroup[]): number {
  const simulations = all
    .flatMap(({ set, requests }) => requests.map((request) => toSimulation(set, request, request.resources[0] ?? "*")))
    .filter((simulation) => simulation.resourcePolicy === undefined)
    .slice(-uncheckedSample);
  const start = cpuSeconds();
  for (const simulation of simulations) runUnsafeSimulation(simulation, { simulationMode: "Strict" });
  return simulations.length / (cpuSeconds() - start);
}

function cpuSeconds(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1_000_000;
}

function thousands(value: number): string {
  return Math.round(value).toLocaleString("en");
}
