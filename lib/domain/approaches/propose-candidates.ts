import type { DeploymentPlan } from "../deployment/deployment-plan";
import type { RegistryTable } from "../deployment/registry-rule";
import type { ActionCatalogue } from "../policy/action-catalogue";
import type { Problem, Staged } from "../problem";
import { proposeByAccessAnalyzer } from "./access-analyzer/propose-by-access-analyzer";
import { proposeAdministrator } from "./administrator";
import { proposeBoundary } from "./boundary/propose-boundary";
import type { Candidate } from "./candidate";
import { proposeCurrent } from "./current";
import { proposeByModel } from "./llm/propose-by-model";
import type { ManagedPolicyTable } from "./managed-policies";
import { findManagedPolicies } from "./managed-policies";
import type { Material } from "./material";
import { proposeRegistry } from "./registry";

/** What every approach may look at. */
export interface ApproachInput {
  readonly plan: DeploymentPlan;
  readonly material: Material;
  readonly actions: ActionCatalogue;
  readonly managedPolicies: ManagedPolicyTable;
  readonly registry?: RegistryTable | undefined;
}

/** From gathered material to a candidate; `null` when the approach takes no part in this comparison. */
export type Approach = (input: ApproachInput) => Staged<Candidate | null>;

/** The columns of a comparison, in the order in which they are shown: three approaches, then the references. */
const approaches: readonly Approach[] = [
  proposeByAccessAnalyzer,
  proposeByModel,
  proposeBoundary,
  proposeAdministrator,
  proposeRegistry,
  proposeCurrent,
];

/** Every candidate of the comparison, those brought by the caller last. */
export function proposeCandidates(input: ApproachInput): Staged<readonly Candidate[]> {
  const proposals = approaches.map((approach) => approach(input));
  const proposed = proposals.map((proposal) => proposal.value).filter((candidate) => candidate !== null);
  const candidates = [...proposed, ...input.material.candidates.map(takeGivenCandidate)];
  return {
    value: candidates,
    problems: [
      ...proposals.flatMap(({ value, problems }) => (value ? problems.map(ofCandidate(value)) : problems)),
      ...candidates.flatMap((candidate) => checkManagedPolicies(candidate, input.managedPolicies)),
    ],
  };
}

function takeGivenCandidate(given: Material["candidates"][number]): Candidate {
  return {
    approach: "candidate",
    name: given.name,
    evidence: "imported",
    policies: given.policies,
    unavailable: null,
    provenance: [{ title: "Given", detail: "Taken in as given, unchanged.", evidence: "imported" }],
    reasons: [],
  };
}

function checkManagedPolicies(candidate: Candidate, table: ManagedPolicyTable): readonly Problem[] {
  const names = [
    ...(candidate.policies?.managedPolicies ?? []),
    ...(candidate.policies?.executionRole?.managedPolicies ?? []),
  ];
  return findManagedPolicies(names, table).problems.map(ofCandidate(candidate));
}

function ofCandidate({ name }: Candidate): (problem: Problem) => Problem {
  return (problem) => ({ ...problem, candidate: name });
}
