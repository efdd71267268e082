import { expect, test } from "vitest";
import type { TriedCandidate } from "@/lib/domain/comparison-report";
import type { ApiRequest, Phase } from "@/lib/domain/deployment/api-call";
import type { Resilience, VersionShare } from "@/lib/domain/scoring/scores";
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

const share = (survived: number, versions: number): VersionShare => ({
  survived,
  versions,
  share: versions === 0 ? null : survived / versions,
  rejected: 0,
  notModelled: 0,
});

const resilience = (part: Partial<Resilience>): TriedCandidate => {
  const repaired: Resilience = {
    changes: 37,
    survived: 31,
    share: 31 / 37,
    weightedShare: 0.9,
    notApplicable: 0,
    notModelled: 0,
    nextVersions: null,
    history: null,
    ...part,
  };
  const count = {
    listed: 0,
    granted: 0,
    needed: 0,
    missing: 0,
    excess: 0,
    conditional: 0,
    onWildcard: 0,
    notExisting: 0,
    statements: 0,
    characters: 0,
    lists: { needed: [], missing: [], onWildcard: [], notExisting: [], excess: [] },
  };
  const readability = { documents: 0, statements: 0, characters: 0, resources: 0, conditions: 0 };
  const milestones = { creates: null, updates: null, deletes: null };
  return {
    ...proposed,
    trial: trial({ works: true, rounds: 0 }),
    scores: {
      timeToWorking: { rounds: 0, roundsIfOneDenialEach: 0, minutes: 1, parts: [], converges: true, milestones },
      actionCount: { asProposed: count, repaired: count },
      resilience: { asProposed: repaired, repaired },
      exposure: { paths: [] },
      readability: { asProposed: readability, repaired: readability },
    },
  };
};

test.each<[Partial<Resilience>, string]>([
  [{}, "It survives 31 of 37 template changes."],
  [{ survived: 37 }, "It survives all 37 template changes."],
  [{ survived: 0 }, "It survives none of 37 template changes."],
  [{ nextVersions: share(1, 1) }, "It survives 31 of 37 template changes and 1 of 1 next version."],
  [
    { nextVersions: share(0, 0), history: share(98, 100) },
    "It survives 31 of 37 template changes and 98 of 100 past deployments.",
  ],
  [
    { nextVersions: share(0, 2), history: share(3, 3) },
    "It survives 31 of 37 template changes, none of 2 next versions and all 3 past deployments.",
  ],
])("what it survives of all that was tried is told: %j", (part, expected) => {
  expect(describeCandidate(resilience(part))).toContain(expected);
});
