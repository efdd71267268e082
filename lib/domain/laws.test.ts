import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { loadDomainData } from "../data/domain-data";
import type { CandidatePolicies } from "./approaches/candidate";
import { noMaterial } from "./approaches/material";
import { planChanges } from "./changes/plan-changes";
import { templateChanges } from "./changes/template-changes";
import { judgeWith } from "./changes/try-changes";
import { defaultDeploySettings, type Topology } from "./stack";
import { bindStages } from "./stages";
import { arbitraryRoles, turnStatements, withRemovals } from "./testing/arbitrary-roles";
import { runTrial } from "./trial/run-trial";
import type { FixMode, Trial } from "./trial/trial";

/** What holds of trials and of template changes whatever the template and the role, on deployments of real templates. */

const data = loadDomainData();
const { managedPolicies } = data;
const topologies: readonly Topology[] = ["caller", "execution-role"];

const folders = ["changes/cases", "../data/samples"].map((folder) => path.join(import.meta.dirname, folder));
const bases = folders.flatMap((folder) =>
  readdirSync(folder)
    .filter((file) => /\.(yaml|json)$/.test(file))
    .flatMap((file) => topologies.map((topology) => readBase(path.join(folder, file), topology))),
);

function readBase(file: string, topology: Topology) {
  const input = {
    templateText: readFileSync(file, "utf8"),
    stackName: "shop",
    region: "eu-central-1",
    account: "123456789012",
    parameters: {},
    settings: { ...defaultDeploySettings, topology },
    material: noMaterial,
    nestedTemplates: {},
  };
  const { value: bound } = bindStages(input, data);
  if (!bound) throw new Error(`${file} cannot be deployed`);
  const changes = [...planChanges(bound.template.document, templateChanges, bound)];
  return { name: `${path.basename(file)}, ${topology}`, plan: bound.deriveBase().value, changes };
}

type Base = (typeof bases)[number];

const scenarios = fc
  .constantFrom(...bases)
  .chain((base) => fc.record({ base: fc.constant(base), roles: arbitraryRoles(base.plan) }))
  .map(({ base, roles }) => ({ ...roles, base, toString: () => `${base.name}: ${JSON.stringify(roles)}` }));

function tryRole(policies: CandidatePolicies, { plan }: Base, mode: FixMode = "generalised"): Trial {
  return runTrial(policies, plan, { mode, managedPolicies });
}

function listSurvived(policies: CandidatePolicies, { changes }: Base): readonly string[] {
  const judge = judgeWith(policies, managedPolicies);
  return changes.filter((item) => judge(item.change.id, item).verdict === "deploys").map(({ change }) => change.id);
}

/** What a reader is told of a trial, but for the statements to which a decision points. */
function tellTrial({ attempts, rounds, roundsIfOneDenialEach, converges, milestones }: Trial) {
  const told = attempts.map(({ outcome, phase, created, denials }) => ({
    outcome,
    phase,
    created,
    denials: denials.map(({ request, effect }) => `${effect} ${request.callId} ${request.key}`),
  }));
  return { attempts: told, rounds, roundsIfOneDenialEach, converges, milestones };
}

describe("a trial", () => {
  it("needs no more rounds with a wider Allow, if it may undo what it does", () => {
    fc.assert(
      fc.property(scenarios, ({ base, ...roles }) => {
        const { narrow, wide } = withRemovals(roles, base.plan);
        const before = tryRole(narrow, base);
        fc.pre(before.converges);
        const after = tryRole(wide, base);
        expect(after.converges).toBe(true);
        expect(after.rounds).toBeLessThanOrEqual(before.rounds);
      }),
      { numRuns: 100 },
    );
  }, 120_000);

  it("creates no later with a wider Allow, and meets no more refusals one by one", () => {
    fc.assert(
      fc.property(scenarios, ({ narrow, wide, base }) => {
        const before = tryRole(narrow, base);
        const after = tryRole(wide, base);
        expect(after.roundsIfOneDenialEach).toBeLessThanOrEqual(before.roundsIfOneDenialEach);
        expect(after.converges || !before.converges).toBe(true);
        const { creates } = before.milestones;
        if (creates !== null) expect(after.milestones.creates).toBeLessThanOrEqual(creates);
      }),
      { numRuns: 100 },
    );
  }, 120_000);

  it("ends, where it converges, with policies that need no round", () => {
    fc.assert(
      fc.property(scenarios, ({ narrow, base }) => {
        const trial = tryRole(narrow, base);
        fc.pre(trial.converges);
        expect(tryRole(trial.workingPolicies, base, "none")).toMatchObject({ works: true, rounds: 0 });
      }),
      { numRuns: 100 },
    );
  }, 120_000);

  it("is the same in any order of statements", () => {
    fc.assert(
      fc.property(scenarios, ({ narrow, base }) => {
        expect(tellTrial(tryRole(turnStatements(narrow), base))).toEqual(tellTrial(tryRole(narrow, base)));
      }),
      { numRuns: 100 },
    );
  }, 120_000);
});

describe("a catalogue of template changes", () => {
  it("is survived as far, or further, with a wider Allow", () => {
    fc.assert(
      fc.property(scenarios, ({ narrow, wide, base }) => {
        expect(listSurvived(wide, base)).toEqual(expect.arrayContaining([...listSurvived(narrow, base)]));
      }),
      { numRuns: 100 },
    );
  }, 120_000);

  it("is survived as far in any order of statements", () => {
    fc.assert(
      fc.property(scenarios, ({ narrow, base }) => {
        expect(listSurvived(turnStatements(narrow), base)).toEqual(listSurvived(narrow, base));
      }),
      { numRuns: 100 },
    );
  }, 120_000);

  it("is survived by the repaired role as far as by the proposed one, or further", () => {
    fc.assert(
      fc.property(scenarios, ({ narrow, base }) => {
        const { workingPolicies } = tryRole(narrow, base);
        expect(listSurvived(workingPolicies, base)).toEqual(expect.arrayContaining([...listSurvived(narrow, base)]));
      }),
      { numRuns: 100 },
    );
  }, 120_000);
});
