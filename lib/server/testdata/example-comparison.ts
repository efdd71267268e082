import type { ChangeOutcome } from "../../domain/changes/template-change";
import type { ComparisonProgress, ComparisonStage } from "../../domain/comparison-input";
import type { ComparisonReport, TriedCandidate } from "../../domain/comparison-report";
import type { Staged } from "../../domain/problem";
import type { ReplayInput, VersionOutcome } from "../../domain/replay";
import type { ActionCount, Readability, Resilience, Scores } from "../../domain/scoring/scores";
import { defaultDeploySettings } from "../../domain/stack";
import type { Denial, Fix } from "../../domain/trial/trial";
import type { NewRunRequest } from "../../schemas/new-run";
import type { RunInput } from "../../schemas/run";
import { newRunSchema } from "../../schemas/new-run";
import type { Sources } from "../jobs/gather-material";
import { checkInput } from "../runs/check-input";
import { completeInput } from "../runs/run-input";
import { takeRunSteps } from "../runs/run-step";

export const exampleTemplate = `Transform: AWS::Serverless-2016-10-31
Parameters:
  Token: { Type: String, NoEcho: true }
Resources:
  Orders:
    Type: AWS::SQS::Queue
`;

export function exampleInput(changes: Partial<NewRunRequest> = {}): RunInput {
  const request: NewRunRequest = {
    templateText: exampleTemplate,
    fileName: "orders.yaml",
    stackName: "orders",
    region: "eu-central-1",
    ...changes,
  };
  return completeInput(newRunSchema.parse(request));
}

/** Checks in this process, without a child. */
export const exampleReader = { check: async (input: RunInput) => checkInput(input) };

export const noSources: Sources = { findRecordedReplies: () => [], modelProvider: null, accessAnalyzer: null };

/** A comparison made by hand, with two candidates, of which one has nothing to propose. */
export function exampleComparison() {
  return takeRunSteps(compareByHand());
}

/** The same, with a role that is too large to count what it grants. */
export function uncountedComparison() {
  const gap = "The CI role is too large to count what it grants.";
  const count: ActionCount = { ...actionCount, granted: null, excess: null, conditional: null, onWildcard: null, gap };
  const scores: Scores = {
    ...exampleScores,
    actionCount: { asProposed: count, repaired: count },
    exposure: { paths: [], gap },
  };
  const candidates = exampleReport.candidates.map((one) => (one.scores ? { ...one, scores } : one));
  return takeRunSteps(compareByHand({ ...exampleReport, candidates }));
}

function* compareByHand(report = exampleReport): Generator<ComparisonProgress, Staged<ComparisonReport | null>> {
  const proposed = { ...emptyReport, candidates: [boundary, unavailable] };
  const tried: TriedCandidate = { ...boundary, trial: exampleTrial };
  const changed: TriedCandidate = { ...tried, changes: exampleOutcomes };
  yield show("expand", null, emptyReport);
  yield show("derive", null, emptyReport);
  yield show("propose", null, proposed);
  yield show("trial", "boundary", { ...proposed, candidates: [tried, unavailable] });
  yield show("changes", "boundary", { ...proposed, candidates: [changed, unavailable] });
  yield show("score", "boundary", report);
  return { value: report, problems: [] };
}

/** A replay made by hand: every version fails as proposed and deploys as repaired. */
export function* exampleReplay({ kind, versions, roles }: ReplayInput): Generator<VersionOutcome, void> {
  for (const [index, { name }] of versions.entries()) {
    yield {
      name,
      from: kind === "next" ? null : (versions[index - 1]?.name ?? null),
      diff: `+ of ${name}`,
      problems: [],
      notModelled: [],
      verdicts: roles.map(({ candidate }) => ({
        candidate,
        asProposed: { verdict: "fails", denials: [exampleDenial], fix: exampleFix },
        repaired: { verdict: "deploys", denials: [], fix: null },
      })),
    };
  }
}

function show(stage: ComparisonStage, candidate: string | null, report: ComparisonReport): ComparisonProgress {
  return { stage, candidate, summary: `${stage} is through`, report };
}

const emptyReport: ComparisonReport = {
  target: { stackName: "orders", region: "eu-central-1", account: "210987654321", partition: "aws", parameters: {} },
  settings: defaultDeploySettings,
  resources: [],
  requests: [],
  candidates: [],
  assumptions: [],
  coverage: { documented: 0, registry: 0, unknown: 0 },
  problems: [],
  versions: { engine: "0.1.0" },
};

const rolePolicies = {
  policies: [
    {
      Version: "2012-10-17",
      Statement: [{ Effect: "Allow" as const, Action: "sqs:*", Resource: "arn:aws:sqs:eu-central-1:210987654321:*" }],
    },
  ],
  managedPolicies: [],
  boundary: null,
  trustPolicy: null,
  executionRole: null,
};

const boundary: TriedCandidate = {
  approach: "boundary",
  name: "boundary",
  evidence: "simulated",
  policies: rolePolicies,
  unavailable: null,
  provenance: [],
  reasons: [],
  trial: null,
  changes: [],
  nextVersions: [],
  scores: null,
};

const unavailable: TriedCandidate = {
  ...boundary,
  approach: "current",
  name: "current",
  policies: null,
  unavailable: "Nothing was pasted.",
};

const exampleTrial: TriedCandidate["trial"] = {
  works: false,
  converges: true,
  reason: null,
  rounds: 2,
  roundsIfOneDenialEach: 3,
  attempts: [],
  milestones: { creates: 3, updates: 3, deletes: 3 },
  repairs: [],
        workingPolicies: rolePolicies,
};

const actionCount: ActionCount = {
  listed: 1,
  granted: 20,
  needed: 12,
  missing: 4,
  excess: 12,
  conditional: 0,
  onWildcard: 0,
  notExisting: 0,
  statements: 1,
  characters: 120,
  lists: { needed: [], missing: [], onWildcard: [], notExisting: [], excess: [] },
};

const resilience: Resilience = {
  changes: 15,
  survived: 12,
  share: 0.8,
  weightedShare: 0.75,
  notApplicable: 2,
  notModelled: 0,
  nextVersions: null,
  history: null,
};

const readability: Readability = { documents: 1, statements: 1, characters: 120, resources: 1, conditions: 0 };

const exampleScores: Scores = {
  timeToWorking: {
    rounds: 2,
    roundsIfOneDenialEach: 3,
    minutes: 41.5,
    parts: [],
    converges: true,
    milestones: { creates: 3, updates: 3, deletes: 3 },
  },
  actionCount: { asProposed: actionCount, repaired: { ...actionCount, granted: 24, missing: 0 } },
  resilience: { asProposed: { ...resilience, survived: 3, share: 0.2 }, repaired: resilience },
  exposure: { paths: [] },
  readability: { asProposed: readability, repaired: readability },
};

const exampleDenial: Denial = {
  phase: "update",
  logicalId: "Table",
  resourceType: "AWS::DynamoDB::Table",
  request: {
    key: "1",
    callId: "update/Table/dynamodb:CreateTable",
    principal: "ci",
    action: "dynamodb:CreateTable",
    resources: ["arn:aws:dynamodb:eu-central-1:210987654321:table/orders"],
    patterns: ["arn:aws:dynamodb:eu-central-1:210987654321:table/orders"],
    context: {},
    cause: "Properties",
    source: "registry",
    certainty: "registry",
  },
  decision: { decision: "implicitDeny", blockedBy: "identity", statements: [] },
  message: "is not authorized to perform: dynamodb:CreateTable",
  effect: "failed",
};

const exampleFix: Fix = {
  parts: [
    {
      role: "ci",
      policyType: "identity",
      policy: 0,
      statement: {
        Effect: "Allow",
        Action: "dynamodb:CreateTable",
        Resource: "arn:aws:dynamodb:eu-central-1:210987654321:table/orders",
      },
      joined: null,
      gains: {
        actions: ["dynamodb:CreateTable"],
        resources: ["arn:aws:dynamodb:eu-central-1:210987654321:table/orders"],
      },
      lifts: ["update/Table/dynamodb:CreateTable"],
    },
  ],
  unliftable: [],
};

const exampleOutcomes: readonly ChangeOutcome[] = [exampleOutcome("add-table"), exampleOutcome("add-queue")];

export const exampleReport: ComparisonReport = {
  ...emptyReport,
  candidates: [
    { ...boundary, trial: exampleTrial, scores: exampleScores, changes: exampleOutcomes },
    unavailable,
  ],
  problems: [
    { code: "parameter-assumed", severity: "info", message: "Bucket is taken as given." },
    { code: "invalid-policy", severity: "warning", message: "Statement 1 names acme-vault.", candidate: "current" },
  ],
};

function exampleOutcome(changeId: string): ChangeOutcome {
  return {
    changeId,
    title: "A change",
    group: "data",
    weight: 0.1,
    diff: null,
    asProposed: { changeId, verdict: "fails", denials: [exampleDenial], fix: exampleFix, notModelled: [] },
    repaired: { changeId, verdict: "deploys", denials: [], fix: null, notModelled: [] },
  };
}
