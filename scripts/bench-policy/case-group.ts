import type { AccessRequest, PolicySet } from "../../lib/domain/policy/decision";

/** One principal's policies and the requests that are tried against them: one case a request. */
export interface CaseGroup {
  readonly origin: "seed" | "corpus";
  readonly set: PolicySet;
  readonly requests: readonly AccessRequest[];
}

export const account = "123456789012";
export const version = "2012-10-17";
