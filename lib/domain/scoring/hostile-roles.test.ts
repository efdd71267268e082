import { describe, expect, it } from "vitest";
import { loadDomainData } from "../../data/domain-data";
import type { Candidate, RolePolicies } from "../approaches/candidate";
import { readCandidate } from "../approaches/candidate-shape";
import type { Statement } from "../policy/policy-document";
import { allowSteps } from "../policy/step-budget";
import { smallPlan } from "../trial/plan-for-tests";
import { runTrial } from "../trial/run-trial";
import { grantRoles } from "./grant-roles";
import { grantedByRole } from "./granted-actions";
import { mostSteps } from "./most-steps";
import { rememberGranted } from "./remember-granted";
import { scoreCandidate } from "./score-candidate";

const { actions, managedPolicies } = loadDomainData();

const letters = "etaoinshrdlucmfwypvbgkqjxz";
const letter = (index: number) => letters[index % letters.length] ?? "";
/** `*e*t*a*o*`, another for each index. */
const scattered = (index: number, length: number) =>
  `*${Array.from({ length }, (_, place) => letter(Math.floor(index / 5 ** place) + place)).join("*")}*`;
const many = <T>(length: number, make: (index: number) => T) => Array.from({ length }, (_, index) => make(index));
const allow = (Action: Statement["Action"], Resource: Statement["Resource"] = "*") => ({
  Effect: "Allow",
  Action,
  Resource,
});
const document = (...Statement: readonly object[]) => ({ Version: "2012-10-17", Statement });

/** Roles that IAM could not refuse for their size, written to cost the most. */
const roles: readonly (readonly [name: string, role: object, isCounted: boolean])[] = [
  ["a list of scattered letters", { policies: [document(allow(many(10_000, (index) => scattered(index, 4))))] }, true],
  ["patterns that match nothing", { policies: [document(allow(many(13_000, (index) => `*q*${index}`)))] }, true],
  ["long patterns", { policies: [document(allow(many(500, (index) => scattered(index, 130))))] }, true],
  ["question marks", { policies: [document(allow(many(3_000, (index) => `*?${"?".repeat(index % 60)}*`)))] }, true],
  ["a statement for each pattern", { policies: [document(...many(2_200, (i) => allow(scattered(i, 3))))] }, false],
  [
    "a statement for each resource",
    { policies: [document(...many(2_000, (i) => allow("*", `arn:aws:s3:::${i}`)))] },
    true,
  ],
  [
    "resources that all meet the boundary's",
    {
      policies: [
        document(
          allow(
            "*",
            many(4_000, (index) => `arn:aws:s3:::*${index}`),
          ),
        ),
      ],
      boundary: document(
        allow(
          "*",
          many(2_000, (index) => `arn:aws:s3:::*${index}`),
        ),
      ),
    },
    true,
  ],
  [
    "statements that all meet the boundary's",
    {
      policies: [document(...many(1_000, (index) => allow("*", `arn:aws:s3:::${index}*`)))],
      boundary: document(...many(800, (index) => allow("*", `arn:aws:s3:::${index}*`))),
    },
    true,
  ],
  [
    "one endless resource on both sides",
    {
      policies: [document(allow("*", `*${"ab".repeat(30_000)}*b`))],
      boundary: document(allow("*", "a".repeat(60_000))),
    },
    false,
  ],
];

describe("a role written to cost the most", () => {
  it.each(roles)("%s is counted, or said to be too large, within the steps", (_, written, isCounted) => {
    const role = readRole(written);
    const steps = allowSteps(mostSteps);
    expect(grantedByRole(role, actions, managedPolicies, steps) !== null).toBe(isCounted);
    // The last portion of work may go beyond; it is no more than one pattern, list or pair of grants.
    expect(steps.taken() <= mostSteps).toBe(isCounted);
  });

  it("costs the same when its patterns were matched before", () => {
    const role = readRole(roles[0]?.[1]);
    const taken = [0, 1].map(() => {
      const steps = allowSteps(mostSteps);
      grantedByRole(role, actions, managedPolicies, steps);
      return steps.taken();
    });
    expect(taken[1]).toBe(taken[0]);
  });

  it("is told with its size and IAM's", () => {
    const { value } = readCandidate(roles[4]?.[1]);
    const grantedOf = rememberGranted(actions, managedPolicies);
    const granted = value && grantRoles("current", value, grantedOf, managedPolicies);
    expect(granted?.granted).toBeNull();
    expect(granted?.gap).toMatch(/CI role of the candidate current .* \d+ characters in 1 identity policy/);
  });

  it("keeps its rounds, minutes and resilience where its actions are not counted", () => {
    const policies = { ...readRole(roles[4]?.[1]), executionRole: null };
    const plan = smallPlan([["Orders"]], [{ phase: "create", resource: "Orders", action: "sqs:CreateQueue", on: "*" }]);
    const trial = runTrial(policies, plan, { mode: "generalised", managedPolicies });
    const candidate: Candidate = {
      approach: "current",
      name: "current",
      evidence: "imported",
      policies,
      unavailable: null,
      provenance: [],
      reasons: [],
    };
    const { value, problems } = scoreCandidate({ ...candidate, trial, changes: [], nextVersions: [] }, plan, {
      actions,
      managedPolicies,
    });
    expect(problems.map(({ code }) => code)).toEqual(["too-large-to-count"]);
    expect(value?.timeToWorking).toMatchObject({ converges: true, rounds: trial.rounds });
    expect(value?.timeToWorking.minutes).toBeGreaterThan(0);
    expect(value?.actionCount.repaired).toMatchObject({ granted: null, needed: 1, gap: problems[0]?.message });
    expect(value?.resilience.repaired.changes).toBe(0);
    // Few actions are looked at for paths, so that these are found all the same.
    expect(value?.exposure.gap).toBeNull();
    expect(value?.exposure.paths.length).toBeGreaterThan(0);
  });
});

describe("a role of AWS's own", () => {
  it("costs a small part of the steps", () => {
    for (const name of Object.keys(managedPolicies.policies)) {
      const steps = allowSteps(mostSteps);
      const role: RolePolicies = { policies: [], managedPolicies: [name], boundary: null, trustPolicy: null };
      expect(grantedByRole(role, actions, managedPolicies, steps), name).not.toBeNull();
      expect(steps.taken(), name).toBeLessThan(mostSteps / 20);
    }
  });
});

function readRole(json: unknown): RolePolicies {
  const { value, problems } = readCandidate(json);
  if (!value) throw new Error(problems.map(({ message }) => message).join(" "));
  return value;
}
