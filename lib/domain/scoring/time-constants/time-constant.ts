/** A constant of the time model: minutes, and where the figure comes from. */
export interface TimeConstant {
  /** Stable: teams set their own figures by it. */
  readonly id: TimeConstantId;
  readonly minutes: number;
  /** What takes this long. */
  readonly how: string;
  /** How the figure follows from the sources; where they do not give it, why it is what it is. */
  readonly reason: string;
  /** `derived`: computed from published figures. `assumed`: nothing published says it, whatever is listed beside it. */
  readonly basis: "published" | "derived" | "assumed";
  readonly sources: readonly PublishedFigure[];
}

export interface PublishedFigure {
  /** What the page gives. */
  readonly figure: string;
  readonly address: string;
  /** When the page was written or the figure measured, as precisely as it says; `null` where it says nothing. */
  readonly dated: string | null;
}

export type TimeConstantId = (typeof timeConstantIds)[number];

export const timeConstantIds = [
  "attach-observed-policy",
  "observed-deployments",
  "trail-delivery",
  "policy-generation",
  "fill-placeholders",
  "prompts",
  "read-answer",
  "attach-answer",
  "write-boundary",
  "review-boundary",
  "attach-managed-policy",
  "attach-registry-list",
  "job",
  "change-set",
  "wave",
  "wave-distribution",
  "wave-database",
  "wave-search-domain",
  "rollback",
  "delete-failed-stack",
  "clean-up",
  "read-refusal",
  "further-refusal",
] as const;
