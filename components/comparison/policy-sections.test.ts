import { expect, test } from "vitest";
import type { CandidatePolicies } from "@/lib/domain/approaches/candidate";
import type { TriedCandidate } from "@/lib/domain/comparison-report";
import type { PolicyDocument, Statement } from "@/lib/domain/policy/policy-document";
import { listDocuments, listPolicySections } from "./policy-sections";

const create: Statement = { Sid: "Create", Effect: "Allow", Action: "sqs:CreateQueue", Resource: "*" };
const tag: Statement = { Effect: "Allow", Action: "sqs:TagQueue", Resource: "*" };
const document = (...statements: Statement[]): PolicyDocument => ({ Version: "2012-10-17", Statement: statements });

const policiesOf = (part: Partial<CandidatePolicies>): CandidatePolicies => ({
  policies: [],
  managedPolicies: [],
  boundary: null,
  trustPolicy: null,
  executionRole: null,
  ...part,
});

const candidate = (policies: CandidatePolicies, workingPolicies = policies): TriedCandidate => ({
  approach: "llm",
  name: "llm",
  evidence: "recorded",
  policies,
  unavailable: null,
  provenance: [],
  reasons: [{ sid: "Create", why: "The queue is made." }],
  trial: {
    works: false,
    converges: true,
    reason: null,
    rounds: 1,
    roundsIfOneDenialEach: 1,
    attempts: [],
    milestones: { creates: null, updates: null, deletes: null },
    repairs: [],
    workingPolicies,
  },
  changes: [],
  nextVersions: [],
  scores: null,
});

test("what the trial added is told from what was proposed", () => {
  const repaired = candidate(
    policiesOf({ policies: [document(create)] }),
    policiesOf({ policies: [document(create, tag)] }),
  );
  const [section] = listPolicySections([repaired], "working");
  const shown = section?.rows.flatMap(({ cells }) => cells);
  expect(shown).toEqual([
    { statement: create, added: false, reason: "The queue is made." },
    { statement: tag, added: true, reason: null },
  ]);
  expect(listPolicySections([repaired], "proposed")[0]?.rows).toHaveLength(1);
});

test("only sections that some column has are listed, managed policies among them", () => {
  const managed = candidate(policiesOf({ managedPolicies: ["PowerUserAccess"], boundary: document(tag) }));
  const sections = listPolicySections([managed, candidate(policiesOf({}))], "proposed");
  expect(sections.map(({ title }) => title)).toEqual(["Identity policies", "Permissions boundary"]);
  expect(sections[0]?.managed).toEqual([["PowerUserAccess"], []]);
});

test("each document is a file of its own, and parses", () => {
  const policies = policiesOf({
    policies: [document(create), document(tag)],
    boundary: document(tag),
    executionRole: { policies: [document(create)], managedPolicies: [], boundary: null, trustPolicy: null },
  });
  const files = listDocuments(policies);
  expect(files.map(({ title }) => title)).toEqual([
    "policy-1.json",
    "policy-2.json",
    "boundary.json",
    "execution-role-policy.json",
  ]);
  expect(JSON.parse(files[2]?.text ?? "")).toEqual(document(tag));
});
