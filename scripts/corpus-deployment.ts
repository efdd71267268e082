import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { z } from "zod";
import { loadActionCatalogue } from "../lib/data/action-catalogue";
import { loadResourceSpec } from "../lib/data/resource-spec";
import type { ApiRequest } from "../lib/domain/deployment/api-call";
import { deriveCalls } from "../lib/domain/deployment/derive-calls";
import { prepareStack } from "../lib/domain/deployment/prepare-stack";
import type { JsonObject } from "../lib/domain/json";
import { defaultDeploySettings } from "../lib/domain/stack";
import { matchesResourceType } from "./corpus-deployment/resource-type-match";

const corpus = path.resolve("../shared/corpus/serverless-patterns");
if (!existsSync(corpus)) {
  console.log("skipped: ../shared/corpus/serverless-patterns is not there");
  process.exit(0);
}
const data = { resourceSpec: loadResourceSpec(), actions: loadActionCatalogue() };
const jsonObject = z.record(z.string(), z.json());
const target = {
  stackName: "sam-app",
  region: "us-east-1",
  account: "123456789012",
  partition: "aws",
  parameters: {},
} as const;

const coverage = { documented: 0, registry: 0, unknown: 0 };
const unknownTypes = new Map<string, number>();
const badActions = new Map<string, string>();
const badResources = new Map<string, string>();
for (const file of readdirSync(corpus).filter((name) => name.endsWith(".cfn.json"))) {
  const parsed = jsonObject.safeParse(JSON.parse(readFileSync(path.join(corpus, file), "utf8")));
  if (!parsed.success) continue;
  const document: JsonObject = parsed.data;
  const stack = prepareStack({ document, artifacts: [], origins: {}, nested: {} }, target).value;
  const plan = deriveCalls(null, stack, defaultDeploySettings, data);
  for (const key of ["documented", "registry", "unknown"] as const) coverage[key] += plan.value.coverage[key];
  for (const resource of plan.value.resources) {
    if (resource.certainty === "unknown") unknownTypes.set(resource.type, (unknownTypes.get(resource.type) ?? 0) + 1);
  }
  for (const call of plan.value.calls) for (const check of call.checks) examine(check, `${file} ${call.id}`);
}
print("actions that do not exist", badActions);
print("resources that the action does not take", badResources);
console.log(
  [...unknownTypes]
    .sort((a, b) => b[1] - a[1])
    .map(([type, count]) => `${type} ${count}`)
    .join("\n"),
);
console.log(coverage);

function examine(check: ApiRequest, where: string): void {
  const [prefix = "", name = ""] = check.action.split(":");
  const facts = data.actions.services[prefix]?.[name.toLowerCase()];
  if (!facts) {
    badActions.set(check.action, where);
    return;
  }
  for (const resource of check.resources) {
    const arns = facts.resourceTypes.map((type) => data.actions.resourceTypes[prefix]?.[type]?.arn ?? "");
    const fits = arns.length === 0 ? resource === "*" : arns.some((arn) => matchesResourceType(resource, arn));
    if (!fits) badResources.set(`${check.action} ${facts.resourceTypes.join(",")}`, `${resource} ${where}`);
  }
}

function print(title: string, found: ReadonlyMap<string, string>): void {
  console.log(`\n${title}: ${found.size}`);
  for (const [key, where] of found) console.log(`  ${key}\n      ${where}`);
}
