import type { PolicyType } from "../../policy/decision";

/** One refusal as a log tells it; what the log does not say is `null`. */
export interface Refusal {
  /** As IAM names it where that is known, else as printed: `iam:PassRole`, `sqs:createqueue`. */
  readonly action: string | null;
  /** As printed: an ARN, `role NAME`, `*`. */
  readonly resource: string | null;
  readonly principal: string | null;
  /** The policy that refused, where the message names it and it is one that a trial knows. */
  readonly blockedBy: PolicyType | null;
  readonly explicitDeny: boolean;
  readonly logicalId: string | null;
  readonly resourceType: string | null;
  /** 1-based line of the text as pasted, where the refusal begins. */
  readonly line: number;
}
