import type { Candidate } from "./approaches/candidate";
import type { ChangeOutcome, NextVersionOutcome } from "./changes/template-change";
import type { ApiRequest, CloudTrailEvent, Phase } from "./deployment/api-call";
import type { Assumption, PlannedResource } from "./deployment/deployment-plan";
import type { Problem } from "./problem";
import type { Scores } from "./scoring/scores";
import type { DeploySettings, StackTarget } from "./stack";
import type { Trial } from "./trial/trial";

/** A candidate that has been tried. `trial` and `scores` are `null`, the lists empty, when the approach proposed nothing. */
export interface TriedCandidate extends Candidate {
  readonly trial: Trial | null;
  readonly changes: readonly ChangeOutcome[];
  /** Later versions of the template, as given with the input. */
  readonly nextVersions: readonly NextVersionOutcome[];
  readonly scores: Scores | null;
}

/** A request as the report lists it: the check with the call's phase and cause. */
export interface ListedRequest extends ApiRequest {
  readonly phase: Phase;
  readonly via: "cli" | "cloudformation";
  readonly logicalId: string | null;
  readonly resourceType: string | null;
  /** The call's event; `null` for checks inside a call, which leave none. Reports of earlier versions lack it. */
  readonly cloudTrail?: CloudTrailEvent | null;
}

/** The result of a comparison: stored, shown, shared, exported. */
export interface ComparisonReport {
  readonly target: StackTarget;
  readonly settings: DeploySettings;
  readonly resources: readonly PlannedResource[];
  readonly requests: readonly ListedRequest[];
  readonly candidates: readonly TriedCandidate[];
  readonly assumptions: readonly Assumption[];
  readonly coverage: { readonly documented: number; readonly registry: number; readonly unknown: number };
  readonly problems: readonly Problem[];
  /** Versions of the engine and of every data table, stored with the run. */
  readonly versions: Readonly<Record<string, string>>;
}
