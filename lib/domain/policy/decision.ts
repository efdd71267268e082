import type { PolicyDocument } from "./policy-document";

/** One authorisation check, as the policy engine needs it. All `resources` must be allowed; they share one context. */
export interface AccessRequest {
  readonly action: string;
  readonly resources: readonly string[];
  /** Context key (any case) → values. A key that is absent is missing, not empty. */
  readonly context: Readonly<Record<string, readonly string[]>>;
}

export type PolicyType = "identity" | "boundary" | "session" | "scp" | "rcp" | "resource";

/**
 * Every policy that counts for one principal. `null` or an empty list of boundaries, session policies or SCPs means
 * "none attached": that type then blocks nothing. An empty list of identity policies allows nothing.
 */
export interface PolicySet {
  readonly identity: readonly PolicyDocument[];
  readonly boundary: PolicyDocument | null;
  readonly session: readonly PolicyDocument[];
  readonly scp: readonly PolicyDocument[];
  readonly rcp: readonly PolicyDocument[];
}

/** Which statement: the policy's type, its index among those of the type, the statement's index, and its Sid if it has one. */
export interface StatementRef {
  readonly policyType: PolicyType;
  readonly policy: number;
  readonly statement: number;
  readonly sid: string | null;
}

export interface Decision {
  readonly decision: "allowed" | "explicitDeny" | "implicitDeny";
  /** The policy type that stopped the request; `null` when allowed. */
  readonly blockedBy: PolicyType | null;
  /** The statements that decided: the Allows that matched when allowed, the Denies on an explicit deny, none otherwise. */
  readonly statements: readonly StatementRef[];
}
