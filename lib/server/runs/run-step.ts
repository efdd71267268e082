import type { ComparisonProgress, ComparisonStage } from "../../domain/comparison-input";
import type { ComparisonReport, TriedCandidate } from "../../domain/comparison-report";
import type { Staged } from "../../domain/problem";

/** The report without its candidates, which have tables of their own. */
export type ReportOutline = Omit<ComparisonReport, "candidates">;

/**
 * What one step of a comparison has found, and nothing that was there before: a whole report runs to tens of megabytes,
 * too much to hand on and to store with every step.
 */
export type RunStep = StepOfReport | StepOfCandidate;

interface StepOfReport {
  readonly stage: ComparisonStage;
  readonly candidate: null;
  readonly summary: string;
  readonly report: ComparisonReport;
}

interface StepOfCandidate {
  readonly stage: ComparisonStage;
  /** Its name; it is stored already, as it was proposed. */
  readonly candidate: string;
  readonly summary: string;
  readonly found: FoundOfCandidate;
}

/** `null`, and no changes, where another step finds them. */
export type FoundOfCandidate = Pick<TriedCandidate, "trial" | "changes" | "scores">;

/** The steps of a comparison, each with what it has added. */
export function* takeRunSteps(
  progress: Generator<ComparisonProgress, Staged<ComparisonReport | null>>,
): Generator<RunStep, Staged<ReportOutline | null>> {
  let next = progress.next();
  for (; !next.done; next = progress.next()) yield toRunStep(next.value);
  const { value: report, problems } = next.value;
  return { value: report && outlineOf(report), problems };
}

export function outlineOf({ candidates: _candidates, ...outline }: ComparisonReport): ReportOutline {
  return outline;
}

function toRunStep({ stage, candidate: name, summary, report }: ComparisonProgress): RunStep {
  const candidate = report.candidates.find((other) => other.name === name);
  if (!candidate) return { stage, candidate: null, summary, report };
  const found: FoundOfCandidate = {
    trial: stage === "trial" ? candidate.trial : null,
    changes: stage === "changes" ? candidate.changes : [],
    scores: stage === "score" ? candidate.scores : null,
  };
  return { stage, candidate: candidate.name, summary, found };
}
