import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { loadDomainData } from "../../data/domain-data";
import { noRolePolicies } from "../approaches/candidate-shape";
import { noMaterial } from "../approaches/material";
import { compareTemplate } from "../compare";
import type { ComparisonInput } from "../comparison-input";
import { deriveCalls } from "../deployment/derive-calls";
import type { JsonObject } from "../json";
import { defaultDeploySettings } from "../stack";
import { type BindStages, type BoundStages, bindStages, bindStagesAnew, readStack } from "../stages";
import { runTrial } from "../trial/run-trial";
import { sectionOf } from "./edit-document";
import { templateChanges } from "./template-changes";
import { judgeBoth } from "./try-changes";

/**
 * What a change leaves as it is is worked out once for all changes, and so are decisions and fixes. That must not show:
 * everything is the same as if each change were the only one.
 */

const data = loadDomainData();

const nestedText = JSON.stringify({
  Transform: "AWS::Serverless-2016-10-31",
  Parameters: { Queue: { Type: "String", Default: "none" } },
  Resources: {
    Worker: {
      Type: "AWS::Serverless::Function",
      Properties: { CodeUri: "worker/", Handler: "app.handler", Runtime: "nodejs22.x", Description: { Ref: "Queue" } },
    },
  },
  Outputs: { Worker: { Value: { "Fn::GetAtt": ["Worker", "Arn"] } } },
});

const folders = [path.join(import.meta.dirname, "cases"), path.join(import.meta.dirname, "../../data/samples")];
const bases = folders.flatMap((folder) =>
  readdirSync(folder)
    .filter((file) => /\.(yaml|json)$/.test(file))
    .map((file) => readBase(file, readFileSync(path.join(folder, file), "utf8"))),
);

function inputOf(templateText: string): ComparisonInput {
  return {
    templateText,
    stackName: "shop",
    region: "eu-central-1",
    account: "123456789012",
    parameters: {},
    settings: { ...defaultDeploySettings, stackTags: { team: "shop" } },
    material: noMaterial,
    nestedTemplates: { "jobs/template.yaml": nestedText },
  };
}

function readBase(name: string, text: string) {
  const input = inputOf(text);
  const read = readStack(input).value;
  if (!read?.stack) throw new Error(`${name} cannot be deployed`);
  return { name, input, read, stack: read.stack };
}

function boundTo(bind: BindStages, input: ComparisonInput): BoundStages {
  const { value } = bind(input, data);
  if (!value) throw new Error("the base can be deployed");
  return value;
}

/** The catalogue's changes one after the other; those that do not apply are passed over. */
function applyAll(document: JsonObject, changes: readonly number[]): JsonObject {
  return changes.reduce((changed, index) => templateChanges[index]?.apply(changed)?.document ?? changed, document);
}

/** Edits that the catalogue does not have: they reach from one part of the template into others. */
const reachingEdits: readonly ((document: JsonObject) => JsonObject)[] = [
  (document) => document,
  (document) => ({ ...document, Mappings: { Sizes: { small: { memory: 128 } } } }),
  (document) => ({
    ...document,
    Conditions: { ...sectionOf(document, "Conditions"), Never: { "Fn::Equals": ["a", "b"] } },
  }),
  (document) => ({ ...document, Outputs: { ...sectionOf(document, "Outputs"), ...arnsOf(document) } }),
  (document) => ({ ...document, Parameters: { ...sectionOf(document, "Parameters"), Bucket: { Type: "String" } } }),
  (document) => ({
    ...document,
    Resources: Object.fromEntries(Object.entries(sectionOf(document, "Resources")).reverse()),
  }),
  (document) => ({
    ...document,
    Resources: {
      ...sectionOf(document, "Resources"),
      Jobs: { Type: "AWS::Serverless::Application", Properties: { Location: "jobs/template.yaml" } },
    },
  }),
];

function arnsOf(document: JsonObject): JsonObject {
  const entries = Object.keys(sectionOf(document, "Resources")).map((id) => [
    `${id}Arn`,
    { "Fn::GetAtt": [id, "Arn"] },
  ]);
  return Object.fromEntries(entries);
}

/** To the order of every key; plans are large, and texts compare fast. */
function expectSame(kept: unknown, anew: unknown): void {
  if (JSON.stringify(kept) !== JSON.stringify(anew)) expect(kept).toEqual(anew);
  expect(JSON.stringify(kept) === JSON.stringify(anew)).toBe(true);
}

const arbitraryBase = fc.constantFrom(...bases);
const arbitraryEdits = fc.array(
  fc.record({
    changes: fc.array(fc.nat({ max: templateChanges.length - 1 }), { maxLength: 3 }),
    reach: fc.constantFrom(...reachingEdits),
    elsewhere: fc.constantFrom({}, { stackName: "second" }, { region: "us-east-1" }, { account: "210987654321" }),
  }),
  { minLength: 2, maxLength: 5 },
);

describe("what a comparison keeps from one change to the next", () => {
  it("makes no difference to what is derived, in whatever order changes come", () => {
    fc.assert(
      fc.property(arbitraryBase, arbitraryEdits, ({ input, read }, edits) => {
        const kept = boundTo(bindStages, input);
        const anew = boundTo(bindStagesAnew, input);
        expectSame(kept.deriveBase(), anew.deriveBase());
        for (const { changes, reach, elsewhere } of edits) {
          const document = reach(applyAll(read.template.document, changes));
          const after = kept.prepare(document, kept.base.target);
          const afterAnew = anew.prepare(document, anew.base.target);
          expectSame(after, afterAnew);
          if (!after.value || !afterAnew.value) continue;
          expectSame(kept.derive(kept.base, after.value), anew.derive(anew.base, afterAnew.value));
          const further = kept.prepare(document, { ...kept.base.target, ...elsewhere }).value;
          const furtherAnew = anew.prepare(document, { ...anew.base.target, ...elsewhere }).value;
          if (further && furtherAnew) expectSame(kept.derive(null, further), anew.derive(null, furtherAnew));
        }
      }),
      { numRuns: 20 },
    );
  }, 120_000);

  it("makes no difference to verdicts, denials and fixes", () => {
    const { managedPolicies } = data;
    const policies = {
      ...noRolePolicies,
      managedPolicies: ["PowerUserAccess"],
      policies: [{ Statement: [{ Effect: "Deny" as const, Action: "s3:Put*", Resource: "*" }] }],
      executionRole: null,
    };
    fc.assert(
      fc.property(arbitraryBase, arbitraryEdits, ({ input, read, stack }, edits) => {
        const plan = deriveCalls(null, stack, input.settings, data).value;
        const candidate = { policies, trial: runTrial(policies, plan, { mode: "generalised", managedPolicies }) };
        const stages = boundTo(bindStages, input);
        const judge = judgeBoth(candidate, managedPolicies);
        for (const { changes, reach } of edits) {
          const after = stages.prepare(reach(applyAll(read.template.document, changes)), stages.base.target).value;
          if (!after) continue;
          const deployment = { plan: stages.derive(stages.base, after), isNewStack: false, notModelled: [] };
          const judgeAnew = judgeBoth(candidate, managedPolicies);
          expectSame(judge?.("edit", deployment), judgeAnew?.("edit", deployment));
        }
      }),
      { numRuns: 20 },
    );
  }, 120_000);

  it.each(bases.map((base) => [base.name, base] as const))(
    "makes no difference to the report of %s",
    (_name, { input }) => {
      const kept = compareTemplate(input, data);
      expect(kept.value).not.toBeNull();
      expectSame(kept, compareTemplate(input, data, bindStagesAnew));
    },
  );
});
