import { expect, test } from "vitest";
import type { TriedCandidate } from "@/lib/domain/comparison-report";
import type { ApiRequest, Phase } from "@/lib/domain/deployment/api-call";
import type { Denial, Trial } from "@/lib/domain/trial/trial";
import { describeCandidate } from "./describe-candidate";

const noPolicies = { policies: [], managedPolicies: [], boundary: null, trustPolicy: null, executionRole: null };

const proposed: TriedCandidate = {
  approach: "llm",
  name: "llm",
  evidence: "recorded",
  policies: noPolicies,
  unavailable: null,
  provenance: [],
  reasons: [],
  trial: null,
  changes: [],
  nextVersions: [],
  scores: null,
};

const request: ApiRequest = {
  key: "k",
  callId: "c",
  principal: "ci",
  action: "lambda:TagResource",
  resources: ["*"],
  patterns: ["*"],
  context: {},
  cause: "Tags",
  source: "registry",
  certainty: "documented",
};

const denial = (phase: Phase, effect: Denial["effect"], action = request.action): Denial => ({
  phase,
  logicalId: "Greeting",
  resourceType: "AWS::Lambda::Function",
  request: { ...request, action },
  decision: { decision: "implicitDeny", blockedBy: "identity", statements: [] },
  message: "",
  effect,
});

const trial = (part: Partial<Trial>, denials: readonly Denial[] = []): Trial => ({
  works: false,
  converges: true,
  reason: null,
  rounds: 1,
  repairs: [],
  roundsIfOneDenialEach: 1,
  attempts: [{ number: 1, outcome: "rolled-back", phase: "create", created: [], denials, events: [], fix: null }],
  milestones: { creates: null, updates: null, deletes: null },
  workingPolicies: noPolicies,
  ...part,
});

test("an approach without a proposal says why", () => {
  expect(describeCandidate({ ...proposed, policies: null, unavailable: "No recorded answer." })).toBe(
    "No recorded answer.",
  );
});

test("what has not been tried yet says so", () => {
  expect(describeCandidate(proposed)).toBe("Proposed; its trial has not run yet.");
});

test("the first refusal that failed the deployment is named, not one that was passed over", () => {
  const denials = [denial("create", "retried", "lambda:Passed"), denial("create", "failed")];
  expect(describeCandidate({ ...proposed, trial: trial({}, denials) })).toBe(
    "Fails first at lambda:TagResource on Greeting; works after 1 fix.",
  );
});

test("a phase other than create is named", () => {
  expect(describeCandidate({ ...proposed, trial: trial({ rounds: 3 }, [denial("delete", "failed")]) })).toBe(
    "Fails first at lambda:TagResource on Greeting in the delete phase; works after 3 fixes.",
  );
});

test("a trial that does not converge gives its reason", () => {
  const stuck = trial({ converges: false, reason: "A key policy refuses." }, [denial("create", "failed")]);
  expect(describeCandidate({ ...proposed, trial: stuck })).toBe(
    "Fails first at lambda:TagResource on Greeting; it does not come to work. A key policy refuses.",
  );
});

test("a proposal that works says so", () => {
  expect(describeCandidate({ ...proposed, trial: trial({ works: true, rounds: 0 }) })).toBe(
    "Works as proposed: create, update and delete meet no denial.",
  );
});
