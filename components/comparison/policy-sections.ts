import type { Candidate, CandidatePolicies, RolePolicies } from "@/lib/domain/approaches/candidate";
import type { TriedCandidate } from "@/lib/domain/comparison-report";
import type { PolicyDocument, Statement } from "@/lib/domain/policy/policy-document";
import type { ActionCount } from "@/lib/domain/scoring/scores";
import { type AlignedRow, alignStatements } from "./align-statements";

export type PolicyState = "proposed" | "working";

/** A statement with what is to be said about it. */
export interface ShownStatement {
  readonly statement: Statement;
  /** Not in the proposal: added or widened by a fix of the trial. */
  readonly added: boolean;
  readonly reason: string | null;
}

/** One kind of policy of one role, aligned across the columns. */
export interface PolicySection {
  readonly title: string;
  readonly rows: readonly AlignedRow<ShownStatement>[];
  /** Names of managed policies by column; empty lists where a section has none. */
  readonly managed: readonly (readonly string[])[];
}

/** Policies of all columns as sections, in the order in which a reader asks; a section that no column has is left out. */
export function listPolicySections(
  candidates: readonly TriedCandidate[],
  state: PolicyState,
): readonly PolicySection[] {
  return parts
    .map(({ title, documents, managed }) => ({
      title,
      rows: alignStatements(
        candidates.map((candidate) => {
          const shown = policiesIn(candidate, state);
          const proposed = new Set(candidate.policies ? documents(candidate.policies).flatMap(statementTexts) : []);
          return shown ? documents(shown).flatMap((document) => showStatements(document, candidate, proposed)) : [];
        }),
      ),
      managed: candidates.map((candidate) => {
        const shown = policiesIn(candidate, state);
        return shown ? managed(shown) : [];
      }),
    }))
    .filter(({ rows, managed }) => rows.length > 0 || managed.some((names) => names.length > 0));
}

export function policiesIn(candidate: TriedCandidate, state: PolicyState): CandidatePolicies | null {
  return state === "working" ? (candidate.trial?.workingPolicies ?? candidate.policies) : candidate.policies;
}

export function actionCountIn(candidate: TriedCandidate, state: PolicyState): ActionCount | null {
  const counts = candidate.scores?.actionCount;
  return (state === "working" ? counts?.repaired : counts?.asProposed) ?? null;
}

const parts: readonly {
  readonly title: string;
  readonly documents: (policies: CandidatePolicies) => readonly PolicyDocument[];
  readonly managed: (policies: CandidatePolicies) => readonly string[];
}[] = [
  {
    title: "Identity policies",
    documents: ({ policies }) => policies,
    managed: ({ managedPolicies }) => managedPolicies,
  },
  { title: "Permissions boundary", documents: ({ boundary }) => present(boundary), managed: () => [] },
  {
    title: "Execution role: identity policies",
    documents: ({ executionRole }) => executionRole?.policies ?? [],
    managed: ({ executionRole }) => executionRole?.managedPolicies ?? [],
  },
  {
    title: "Execution role: permissions boundary",
    documents: ({ executionRole }) => present(executionRole?.boundary),
    managed: () => [],
  },
  { title: "Trust policy", documents: ({ trustPolicy }) => present(trustPolicy), managed: () => [] },
  {
    title: "Execution role: trust policy",
    documents: ({ executionRole }) => present(executionRole?.trustPolicy),
    managed: () => [],
  },
];

function present(document: PolicyDocument | null | undefined): readonly PolicyDocument[] {
  return document ? [document] : [];
}

function showStatements(
  document: PolicyDocument,
  { reasons }: Candidate,
  proposed: ReadonlySet<string>,
): readonly ShownStatement[] {
  return document.Statement.map((statement) => ({
    statement,
    added: !proposed.has(JSON.stringify(statement)),
    reason: reasons.find(({ sid }) => sid !== null && sid === statement.Sid)?.why ?? null,
  }));
}

function statementTexts(document: PolicyDocument): readonly string[] {
  return document.Statement.map((statement) => JSON.stringify(statement));
}

/** The documents of a candidate, one a file, as they are copied and downloaded. */
export function listDocuments(
  policies: CandidatePolicies,
): readonly { readonly title: string; readonly text: string }[] {
  const { executionRole } = policies;
  return [...documentsOf(policies, ""), ...(executionRole ? documentsOf(executionRole, "execution-role-") : [])];
}

function documentsOf({ policies, boundary, trustPolicy }: RolePolicies, prefix: string) {
  const identity = policies.map((document, index) => ({
    title: `${prefix}policy${policies.length > 1 ? `-${index + 1}` : ""}.json`,
    document,
  }));
  const further = [
    { title: `${prefix}boundary.json`, document: boundary },
    { title: `${prefix}trust-policy.json`, document: trustPolicy },
  ];
  return [...identity, ...further].flatMap(({ title, document }) =>
    document ? [{ title, text: `${JSON.stringify(document, null, 2)}\n` }] : [],
  );
}
