import type { Evidence } from "../evidence";
import type { PolicyDocument } from "../policy/policy-document";

export type ApproachName =
  | "access-analyzer"
  | "llm"
  | "boundary"
  | "administrator"
  | "registry"
  | "current"
  | "candidate";

/** The policies of one role. The same shape is read from and written to files by the command line. */
export interface RolePolicies {
  /** Identity policies of ours, inline or customer managed. */
  readonly policies: readonly PolicyDocument[];
  /** Names (or ARNs) of AWS managed policies. */
  readonly managedPolicies: readonly string[];
  readonly boundary: PolicyDocument | null;
  readonly trustPolicy: PolicyDocument | null;
}

/** Everything that a candidate grants: the CI role, and the execution role where the topology has one. */
export interface CandidatePolicies extends RolePolicies {
  readonly executionRole: RolePolicies | null;
}

/** How a candidate came about, told in the order in which it happened; every step is shown to the reader. */
export interface ProvenanceStep {
  readonly title: string;
  readonly detail: string;
  readonly evidence: Evidence;
}

/** What an approach proposes. */
export interface Candidate {
  readonly approach: ApproachName;
  /** Unique within a comparison; shown as the column's title. */
  readonly name: string;
  readonly evidence: Evidence;
  /** `null` when the approach has nothing to propose for this template; `unavailable` then says why and what to do. */
  readonly policies: CandidatePolicies | null;
  readonly unavailable: string | null;
  readonly provenance: readonly ProvenanceStep[];
  /** What the approach itself says about single statements (a model's reasons, the generator's comments), by Sid. */
  readonly reasons: readonly { readonly sid: string | null; readonly why: string }[];
}
