import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { z } from "zod";
import { loadActionCatalogue } from "../lib/data/action-catalogue";
import { loadResourceSpec } from "../lib/data/resource-spec";
import type { ApiRequest } from "../lib/domain/deployment/api-call";
import type { DeploymentPlan } from "../lib/domain/deployment/deployment-plan";
import { deriveCalls } from "../lib/domain/deployment/derive-calls";
import { prepareStack } from "../lib/domain/deployment/prepare-stack";
import { defaultDeploySettings } from "../lib/domain/stack";
import { compareWithRegistry, type RegistryComparison, readUpperBounds } from "./corpus-deployment/against-registry";
import { planEveryRule } from "./corpus-deployment/every-rule";
import { measureRecall } from "./corpus-deployment/recall";
import { findMisfits } from "./corpus-deployment/resource-type-match";

const shared = path.resolve("../shared");
const corpus = path.join(shared, "corpus/serverless-patterns");
if (!existsSync(corpus)) {
  console.log("skipped: ../shared/corpus/serverless-patterns is not there");
  process.exit(0);
}

const data = { resourceSpec: loadResourceSpec(), actions: loadActionCatalogue() };
const bounds = readUpperBounds(path.join(shared, "facts/registry-handlers.json"));
const coverage = { documented: 0, registry: 0, unknown: 0 };
const unknownTypes = new Map<string, number>();
const documentedTypes = new Set<string>();
const misfits = new Map<string, string>();
const comparison: RegistryComparison = { exceptions: new Map(), resources: 0, derived: 0, bound: 0 };
const everyRule: RegistryComparison = { exceptions: new Map(), resources: 0, derived: 0, bound: 0 };

for (const file of readdirSync(corpus).filter((name) => name.endsWith(".cfn.json"))) count(derive(file), file);
for (const plan of planEveryRule(data)) {
  addMisfits(plan, "every rule, tried alone");
  if (bounds) compareWithRegistry(plan, bounds, everyRule);
}
report();

function derive(file: string): DeploymentPlan {
  const document = z.record(z.string(), z.json()).parse(JSON.parse(readFileSync(path.join(corpus, file), "utf8")));
  const target = {
    stackName: "sam-app",
    region: "us-east-1",
    account: "123456789012",
    partition: "aws",
    parameters: {},
  } as const;
  const stack = prepareStack({ document, artifacts: [], origins: {}, nested: {} }, target).value;
  return deriveCalls(null, stack, defaultDeploySettings, data).value;
}

function count(plan: DeploymentPlan, file: string): void {
  coverage.documented += plan.coverage.documented;
  coverage.registry += plan.coverage.registry;
  coverage.unknown += plan.coverage.unknown;
  for (const { type, certainty } of plan.resources) {
    if (certainty === "documented") documentedTypes.add(type);
    else unknownTypes.set(type, (unknownTypes.get(type) ?? 0) + 1);
  }
  addMisfits(plan, file);
  if (bounds) compareWithRegistry(plan, bounds, comparison);
}

function addMisfits(plan: DeploymentPlan, where: string): void {
  const checks: readonly ApiRequest[] = plan.calls.flatMap((call) => call.checks);
  for (const [misfit, resource] of findMisfits(checks, data.actions)) misfits.set(misfit, `${resource} (${where})`);
}

function report(): void {
  list(
    "Types without a rule",
    [...unknownTypes].sort((a, b) => b[1] - a[1]).map(([type, times]) => `${type} ${times}`),
  );
  list(
    "Actions that do not exist, or do not take the resource",
    [...misfits].map(([misfit, where]) => `${misfit}: ${where}`),
  );
  list(
    "Actions beyond the registry's lists",
    [...comparison.exceptions].map(([action, source]) => `${action}  ${source}`),
  );
  list(
    "Further ones over every rule and every property that its calls hang on",
    [...everyRule.exceptions]
      .filter(([action]) => !comparison.exceptions.has(action))
      .map(([action, source]) => `${action}  ${source}`),
  );
  const recall = measureRecall(path.join(shared, "truth/access-denied.jsonl"), data);
  if (recall) {
    list("Refusals that no sam deploy can meet", recall.inexpressible);
    list("Refusals missed", recall.missed);
  }
  const resources = coverage.documented + coverage.registry + coverage.unknown;
  console.log(
    `\nTypes by resource count: ${coverage.documented} documented, ${coverage.registry} registry, ${coverage.unknown} unknown, of ${resources} (${share(coverage.documented, resources)} documented); ${documentedTypes.size} types with a rule in the corpus`,
  );
  if (recall)
    console.log(
      `Recall on real refusals: ${recall.found} of ${recall.expressible} (${share(recall.found, recall.expressible)})`,
    );
  console.log(`Exceptions to the registry's lists: ${comparison.exceptions.size}, each with its source above`);
  console.log(
    `Actions per resource: ${(comparison.derived / comparison.resources).toFixed(1)} derived, ${(comparison.bound / comparison.resources).toFixed(1)} in the registry (${share(comparison.derived, comparison.bound)})`,
  );
}

function list(title: string, lines: readonly string[]): void {
  console.log(`\n${title}: ${lines.length}`);
  for (const line of lines) console.log(`  ${line}`);
}

function share(part: number, whole: number): string {
  return `${((100 * part) / whole).toFixed(1)} %`;
}
