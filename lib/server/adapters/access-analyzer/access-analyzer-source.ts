import type { Evidence } from "../../../domain/evidence";
import type { StackTarget } from "../../../domain/stack";

/** Where a policy that IAM Access Analyzer has really generated comes from. */
export interface AccessAnalyzerSource {
  /** The newest policy generated for the stack's CI role; `null` when there is none. */
  findGeneratedPolicy(
    target: StackTarget,
    signal: AbortSignal,
  ): Promise<{ readonly text: string; readonly evidence: Evidence } | null>;
}

/** No live source is connected yet: Access Analyzer is simulated. An account's client is made here from the environment. */
export function openAccessAnalyzer(): AccessAnalyzerSource | null {
  return null;
}
