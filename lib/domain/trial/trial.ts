import type { CandidatePolicies } from "../approaches/candidate";
import type { ManagedPolicyTable } from "../approaches/managed-policies";
import type { ApiRequest, Phase } from "../deployment/api-call";
import type { Decision, PolicyType } from "../policy/decision";
import type { Statement } from "../policy/policy-document";

/** `generalised`: ids that cannot be known in advance become wildcards; `as-refused`: the ARN as the error printed it. */
export type FixMode = "generalised" | "as-refused" | "none";

export interface TrialOptions {
  readonly mode: FixMode;
  /** Phases that count; all by default. */
  readonly phases?: readonly Phase[];
  readonly managedPolicies: ManagedPolicyTable;
}

/** A refused check, with what AWS would print. */
export interface Denial {
  readonly phase: Phase;
  readonly logicalId: string | null;
  readonly resourceType: string | null;
  readonly request: ApiRequest;
  readonly decision: Decision;
  /** The error text as AWS words it. */
  readonly message: string;
  /**
   * `retried`: CloudFormation went on without tags; `ignored`: the CLI went on; `failed`: it stopped here; `shown`: printed
   * in place of the `failed` one before it, which alone is to be lifted.
   */
  readonly effect: "failed" | "retried" | "ignored" | "shown";
}

/** One line of what CloudFormation (or the CLI) would print. */
export interface StackEvent {
  readonly logicalId: string;
  readonly resourceType: string;
  readonly status: string;
  readonly reason: string | null;
  /** The phase in which it is printed. */
  readonly phase: Phase;
  /** Index among the attempt's denials of the one that it tells; `null` for all other events. */
  readonly denial: number | null;
}

/** One statement added (or widened) somewhere. */
export interface FixPart {
  readonly role: "ci" | "execution-role";
  readonly policyType: "identity" | "boundary" | "trust";
  /** Index of the document among the role's own identity policies; 0 for a boundary. */
  readonly policy: number;
  readonly statement: Statement;
  /** Index of the statement that was joined; `null` for a new one. */
  readonly joined: number | null;
  /** What that statement did not hold before: for a new one, all of it. */
  readonly gains: { readonly actions: readonly string[]; readonly resources: readonly string[] };
  /** Ids of the calls whose denials it lifts. */
  readonly lifts: readonly string[];
}

export interface Fix {
  readonly parts: readonly FixPart[];
  /** Denials that no addition can lift, with what stands against it. */
  readonly unliftable: readonly { readonly callId: string; readonly blockedBy: PolicyType; readonly why: string }[];
}

/** How one document's text changes. */
export interface DocumentChange {
  readonly role: FixPart["role"];
  readonly policyType: FixPart["policyType"];
  readonly policy: number;
  /** A unified difference, as `diff -u` prints it. */
  readonly diff: string;
}

/** A fix that was applied: what it adds, and how the documents' texts change by it. */
export interface AppliedFix extends Fix {
  readonly documents: readonly DocumentChange[];
}

/**
 * `complete`: create, update and delete went through; `not-started`: refused before CloudFormation made anything;
 * `rolled-back`: a failed create or update was undone; `stuck`: the undoing (or the delete) was refused too, and a person
 * must clean up.
 */
export type AttemptOutcome = "complete" | "not-started" | "rolled-back" | "stuck";

export interface Attempt {
  /** 1-based. */
  readonly number: number;
  readonly outcome: AttemptOutcome;
  /** The phase in which it ended; `delete` when complete. */
  readonly phase: Phase;
  /** Logical ids that were created before it ended. */
  readonly created: readonly string[];
  readonly denials: readonly Denial[];
  readonly events: readonly StackEvent[];
  /** What was changed after this attempt; `null` for the last one. */
  readonly fix: AppliedFix | null;
}

/** First attempt (1-based) in which the milestone was reached; `null` if never. */
export interface Milestones {
  readonly creates: number | null;
  readonly updates: number | null;
  readonly deletes: number | null;
}

export interface Trial {
  /** The candidate as given needs no fix. */
  readonly works: boolean;
  readonly converges: boolean;
  /** Why not, in one sentence; `null` when it converges. */
  readonly reason: string | null;
  /** Failed attempts before everything succeeds. */
  readonly rounds: number;
  /** The same if every attempt revealed one denial only. */
  readonly roundsIfOneDenialEach: number;
  readonly attempts: readonly Attempt[];
  readonly milestones: Milestones;
  /** The candidate with all fixes in; equal to the given one when it works. */
  readonly workingPolicies: CandidatePolicies;
  /** All fixes together: from the candidate's documents to the working ones. */
  readonly repairs: readonly DocumentChange[];
}
