import type { AccessRequest } from "../policy/decision";

/** The order here is the order in which phases are told; a deployment runs package, changeset, then create or update. */
export const phases = ["package", "changeset", "create", "update", "replace", "rollback", "delete"] as const;
export type Phase = (typeof phases)[number];

/** Whose policies count for a check. */
export type PrincipalRole = "ci" | "execution-role";

/** How we know that a check happens: a documented rule of ours, the registry's upper bound, or not at all. */
export type Certainty = "documented" | "registry" | "unknown";

/** One authorisation check of a call. All `resources` are checked with one context. */
export interface ApiRequest extends AccessRequest {
  /** The same for the same action, resources, context and principal, so that decisions can be kept. */
  readonly key: string;
  readonly callId: string;
  readonly principal: PrincipalRole;
  /** `resources` with every id that cannot be known in advance as `*`; same length and order. */
  readonly patterns: readonly string[];
  /** The template property (or CLI step) that makes the check necessary, as in `Properties.KmsMasterKeyId`. */
  readonly cause: string;
  /** Address of the documentation page, or `registry`. */
  readonly source: string;
  readonly certainty: Certainty;
}

/** What a denial of the call does to the deployment. */
export type OnDenied =
  /** the resource (or the CLI step) fails */
  | "fail"
  /** CloudFormation retries the call without tags and goes on */
  | "retry-without-tags"
  /** the caller carries on as if nothing had happened, as `sam package` does after a refused HeadObject */
  | "ignored";

/** What CloudTrail records of a call; `null` where it records nothing. */
export interface CloudTrailEvent {
  /** As in `lambda.amazonaws.com`. */
  readonly eventSource: string;
  /** As in `CreateFunction20150331`; not always the action's name. */
  readonly eventName: string;
  /** Data events are recorded only where a trail asks for them; Access Analyzer does not read them. */
  readonly category: "management" | "data";
  readonly readOnly: boolean;
  /**
   * Where the record names the resource that a policy for the call could be scoped to (what the call makes, where that has
   * an ARN, or else what it acts on): among the parameters of the request; only in the service's answer, since the service
   * drew the id; or nowhere, since the call is authorised on no resource of its own.
   */
  readonly names: "request" | "response" | "none";
}

/** One API call of the deployment; a plan lists its calls in the order in which they happen. */
export interface ApiCall {
  readonly id: string;
  readonly phase: Phase;
  /** `null` for calls of the CLI and of CloudFormation on the stack itself. */
  readonly logicalId: string | null;
  /** The type whose handler makes the call: the resource's own, unless an attribute of another resource is asked for. */
  readonly resourceType: string | null;
  readonly via: "cli" | "cloudformation";
  /** API operation, as in `lambda:CreateFunction`; several checks may hang on one operation. */
  readonly operation: string;
  readonly checks: readonly ApiRequest[];
  readonly cloudTrail: CloudTrailEvent | null;
  readonly onDenied: OnDenied;
  /** The check whose refusal is printed in place of this call's own; granting it does not help. */
  readonly shownAs?: ApiRequest;
  /** True for a call made to clean up when a later call of the same resource's creation is denied. */
  readonly onlyAfterFailure: boolean;
  /** Of `rollback` only: whether the call undoes a failed first creation or a failed update. */
  readonly undoes?: "create" | "update";
}
