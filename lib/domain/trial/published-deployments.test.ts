import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { z } from "zod";
import { loadDomainData } from "../../data/domain-data";
import { partialDeploySettingsSchema } from "../../schemas/deploy-settings";
import { readCandidate } from "../approaches/candidate-shape";
import { phases } from "../deployment/api-call";
import { deriveCalls } from "../deployment/derive-calls";
import { defaultDeploySettings } from "../stack";
import { readStack, type StackInput } from "../stages";
import { runTrial } from "./run-trial";
import type { Attempt } from "./trial";

/**
 * Deployments that someone published, told in our own words: what a role could do, and what became of it. A file in the
 * folder is a case; templates and roles are the least that shows it.
 */
const caseSchema = z.strictObject({
  source: z.url(),
  /** What was observed, in a sentence. */
  says: z.string(),
  stackName: z.string().default("shop"),
  settings: partialDeploySettingsSchema.default({}),
  phases: z.array(z.enum(phases)).optional(),
  template: z.string(),
  /** What is deployed already, where the case is about an update. */
  before: z.string().optional(),
  /** As `trial --policy` takes it. */
  role: z.unknown(),
  /** What each attempt comes to; `refused` holds `<logical id or cli> <action>`. */
  attempts: z.array(z.strictObject({ outcome: z.string(), refused: z.array(z.string()).default([]) })),
});
type Case = z.infer<typeof caseSchema>;

const folder = path.join(import.meta.dirname, "published");
const data = loadDomainData();

describe("a published deployment", () => {
  it.each(readdirSync(folder))("comes to what was observed: %s", (file) => {
    const observed = caseSchema.parse(parse(readFileSync(path.join(folder, file), "utf8")));
    expect(tryAgain(observed)).toEqual(observed.attempts);
  });
});

function tryAgain(observed: Case): Case["attempts"] {
  const role = readCandidate(observed.role);
  expect(role.problems).toEqual([]);
  if (!role.value) throw new Error("The case has no role.");
  const settings = {
    ...defaultDeploySettings,
    ...observed.settings,
    account: { ...defaultDeploySettings.account, ...observed.settings.account },
  };
  const read = (templateText: string) => {
    const { value, problems } = readStack({ ...place, stackName: observed.stackName, templateText, settings });
    expect(problems.filter(({ severity }) => severity === "error")).toEqual([]);
    if (!value?.stack) throw new Error("The case's template cannot be deployed.");
    return value.stack;
  };
  const before = observed.before === undefined ? null : read(observed.before);
  const plan = deriveCalls(before, read(observed.template), settings, data).value;
  const { attempts } = runTrial(role.value, plan, {
    mode: "generalised",
    managedPolicies: data.managedPolicies,
    ...(observed.phases ? { phases: observed.phases } : {}),
  });
  return attempts.map(({ outcome, denials }) => ({ outcome, refused: tellRefused(denials) }));
}

const place: Omit<StackInput, "templateText" | "stackName" | "settings"> = {
  region: "us-east-1",
  account: "123456789012",
  parameters: {},
  nestedTemplates: {},
};

/** What people saw, and what was behind it; refusals that were passed over show in neither. */
function tellRefused(denials: Attempt["denials"]): string[] {
  const seen = denials.filter(({ effect }) => effect === "failed" || effect === "shown");
  return [...new Set(seen.map(({ logicalId, request }) => `${logicalId ?? "cli"} ${request.action}`))];
}
