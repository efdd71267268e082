import type { Attempt } from "../trial";

/**
 * In which state a candidate's policies were deployed: as its approach proposed them, with the first fixes of its trial
 * (`after-fix-2`: with those of its first two attempts), or with all of them.
 */
export type DeployedPolicies = "as-proposed" | `after-fix-${number}` | "repaired";

const afterFix = /^after-fix-([1-9]\d{0,2})$/;

export function isDeployedPolicies(text: unknown): text is DeployedPolicies {
  return typeof text === "string" && (text === "as-proposed" || text === "repaired" || afterFix.test(text));
}

/** How many fixes a trial made and tried. */
export function countFixes(attempts: readonly Attempt[]): number {
  return Math.max(0, attempts.length - 1);
}

/** How many of so many fixes these policies hold; more than there are where they are of no state of the trial. */
export function countHeldFixes(policies: DeployedPolicies, fixes: number): number {
  if (policies === "as-proposed") return 0;
  if (policies === "repaired") return fixes;
  return Number(afterFix.exec(policies)?.[1]);
}
