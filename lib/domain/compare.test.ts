import { describe, expect, it } from "vitest";
import { loadDomainData } from "../data/domain-data";
import { findRecordedReplies } from "../data/recorded-replies";
import { loadSamples, type Sample } from "../data/samples";
import { noRolePolicies } from "./approaches/candidate-shape";
import { noMaterial } from "./approaches/material";
import { compareInStages, compareTemplate } from "./compare";
import { type ComparisonInput, comparisonStages } from "./comparison-input";
import type { ComparisonReport, TriedCandidate } from "./comparison-report";
import type { Scores } from "./scoring/scores";
import { defaultDeploySettings, type Topology } from "./stack";

const data = loadDomainData();

function inputOf(sample: Sample, topology: Topology = "caller"): ComparisonInput {
  const target = { templateText: sample.template, ...sample.recordedSettings };
  const candidates = [
    { name: "nothing", policies: { ...noRolePolicies, executionRole: null } },
    {
      name: "no-pass-role",
      policies: {
        ...noRolePolicies,
        managedPolicies: ["AdministratorAccess"],
        policies: [
          { Statement: [{ Sid: "NoPassing", Effect: "Deny" as const, Action: "iam:PassRole", Resource: "*" }] },
        ],
        executionRole: null,
      },
    },
  ];
  return {
    ...target,
    parameters: {},
    settings: { ...defaultDeploySettings, topology },
    material: { ...noMaterial, modelReplies: findRecordedReplies(target), candidates },
    nestedTemplates: {},
  };
}

function compare(sample: Sample): ComparisonReport {
  const { value, problems } = compareTemplate(inputOf(sample), data);
  if (!value) throw new Error(problems.map(({ message }) => message).join(" "));
  return value;
}

function find(report: ComparisonReport, name: string): TriedCandidate {
  const found = report.candidates.find((candidate) => candidate.name === name);
  if (!found) throw new Error(`no candidate ${name}`);
  return found;
}

describe.each(loadSamples().map((sample) => [sample.name, sample] as const))("a comparison of %s", (_name, sample) => {
  const report = compare(sample);

  it("has the approaches and the references in their order", () => {
    const names = report.candidates.map(({ name }) => name);
    expect(names).toEqual(["access-analyzer", "llm", "boundary", "administrator", "nothing", "no-pass-role"]);
  });

  it("finds that administrator rights need no round, survive every change and expose most", () => {
    const { trial, scores } = find(report, "administrator");
    expect(trial).toMatchObject({ works: true, rounds: 0, roundsIfOneDenialEach: 0 });
    expect(scores?.resilience.asProposed.share).toBe(1);
    expect(scores?.actionCount.asProposed.missing).toBe(0);
    const exposures = report.candidates.map((candidate) => candidate.scores?.exposure.paths.length ?? 0);
    expect(scores?.exposure.paths.length).toBe(Math.max(...exposures));
  });

  it("stops a candidate without PassRole where a role is first passed", () => {
    const { trial } = find(report, "no-pass-role");
    const denied = trial?.attempts[0]?.denials
      .filter(({ effect }) => effect === "failed")
      .map(({ request }) => request.action);
    expect(new Set(denied)).toEqual(new Set(["iam:PassRole"]));
    expect(trial?.converges).toBe(false);
  });

  it("repairs nothing into something that works, and counts what was missing", () => {
    const { trial, scores } = find(report, "nothing");
    expect(trial?.converges).toBe(true);
    expect(trial?.rounds).toBeGreaterThan(0);
    expect(scores?.actionCount.asProposed).toMatchObject({ granted: 0, listed: 0, excess: 0 });
    expect(scores?.actionCount.asProposed.missing).toBe(scores?.actionCount.asProposed.needed);
  });

  it("uses the recorded answer, and says that it is one", () => {
    expect(find(report, "llm")).toMatchObject({ evidence: "recorded", unavailable: null });
    expect(find(report, "llm").policies?.policies).toHaveLength(1);
  });

  it("never calls a repaired role less resilient or less complete than the proposed one", () => {
    for (const { scores } of report.candidates) {
      if (!scores) continue;
      expect(scores.resilience.repaired.survived).toBeGreaterThanOrEqual(scores.resilience.asProposed.survived);
      expect(scores.actionCount.repaired.missing).toBeLessThanOrEqual(scores.actionCount.asProposed.missing);
    }
  });

  it("states what it assumes, and from which tables it comes", () => {
    expect(report.assumptions.length).toBeGreaterThan(0);
    expect(Object.keys(report.versions)).toEqual(["engine", "actions", "managedPolicies", "resourceSpec"]);
  });
});

/**
 * The condition of the talk that this began with: GitHub Actions, SAM, a small API. Recorded as it comes out; where a rule or
 * a constant changes the order, this is the place to say so.
 */
describe("a small API, as in the talk", () => {
  const [sample] = loadSamples();
  const ranked = (figure: (scores: Scores) => number) => {
    if (sample?.name !== "hello-api") throw new Error("The first sample is the small API.");
    const report = compare(sample);
    const figures = ["access-analyzer", "llm", "boundary"].map((name) => {
      const { scores } = find(report, name);
      return { name, figure: scores ? figure(scores) : Number.NaN };
    });
    return figures.sort((a, b) => a.figure - b.figure).map(({ name }) => name);
  };

  it("works first with the model's policy, then with the boundary, and last with Access Analyzer's", () => {
    expect(ranked(({ timeToWorking }) => timeToWorking.minutes ?? Number.POSITIVE_INFINITY)).toEqual([
      "llm",
      "boundary",
      "access-analyzer",
    ]);
  });

  it("survives most changes with the boundary, and fewest with Access Analyzer's policy", () => {
    const lost = ({ resilience }: Scores) => 1 - (resilience.repaired.share ?? 0);
    expect(ranked(lost)).toEqual(["boundary", "llm", "access-analyzer"]);
  });
});

describe("compareInStages", () => {
  const [sample] = loadSamples();

  it("shows every stage in its order, the last ones for each candidate", () => {
    if (!sample) throw new Error("there are samples");
    const shown = [...compareInStages(inputOf(sample), data)].map(({ stage }) => stage);
    expect([...new Set(shown)]).toEqual([...comparisonStages]);
  });

  it("says no recorded answer where anything of the recording differs", () => {
    if (!sample) throw new Error("there are samples");
    const elsewhere = { ...sample, recordedSettings: { ...sample.recordedSettings, region: "eu-central-1" } };
    const { policies, unavailable, scores } = find(compare(elsewhere), "llm");
    expect({ policies, scores }).toEqual({ policies: null, scores: null });
    expect(unavailable).toContain("No recorded answer");
  });

  it("lets an execution role do CloudFormation's part", () => {
    if (!sample) throw new Error("there are samples");
    const { value: report } = compareTemplate(inputOf(sample, "execution-role"), data);
    const roles = new Set(report?.requests.map(({ principal }) => principal));
    expect(roles).toEqual(new Set(["ci", "execution-role"]));
    expect(report && find(report, "boundary").trial?.works).toBe(true);
    expect(report && find(report, "administrator").trial?.works).toBe(true);
  });

  it("rejects a template with its problems", () => {
    const rejected = compareTemplate(
      {
        ...inputOf({
          name: "x",
          title: "x",
          template: "Resources: 1",
          recordedSettings: { stackName: "x", region: "eu-central-1", account: "123456789012" },
        }),
      },
      data,
    );
    expect(rejected.value).toBeNull();
    expect(rejected.problems.some(({ severity }) => severity === "error")).toBe(true);
  });
});
