import type { Candidate } from "../approaches/candidate";
import type { PlannedResource } from "../deployment/deployment-plan";
import type { Evidence } from "../evidence";
import { type ComparedRefusals, compareRefusals } from "../trial/real-attempts/compare-refusals";
import { evidenceOf, inOrder, type RealAttempt } from "../trial/real-attempts/real-attempt";
import type { Trial } from "../trial/trial";
import { type ActualTime, scoreActualTime } from "./actual-time";
import { type TimeModel, timeModelWith } from "./time-model";

export interface ComparedAttempt extends RealAttempt {
  /** 1-based, in the order in which the attempts happened. */
  readonly number: number;
  readonly evidence: Evidence;
  readonly refusals: ComparedRefusals;
}

/** What became of a candidate when it was really deployed, beside what was foretold. */
export interface CandidateReality {
  readonly candidate: string;
  readonly time: ActualTime;
  readonly attempts: readonly ComparedAttempt[];
}

/** One entry for each candidate that has real attempts and a trial to lay them beside. */
export function compareWithReality(
  candidates: readonly (Candidate & { readonly trial: Trial | null })[],
  attempts: readonly RealAttempt[],
  resources: readonly PlannedResource[],
  model: TimeModel = timeModelWith(),
): readonly CandidateReality[] {
  return candidates.flatMap((candidate) => {
    const own = inOrder(attempts.filter((attempt) => attempt.candidate === candidate.name));
    if (own.length === 0 || !candidate.trial) return [];
    const time = scoreActualTime(candidate, own, candidate.trial, resources, model);
    return [{ candidate: candidate.name, time, attempts: compareEach(own, candidate.trial) }];
  });
}

function compareEach(attempts: readonly RealAttempt[], trial: Trial): readonly ComparedAttempt[] {
  return attempts.map((attempt, index) => ({
    ...attempt,
    number: index + 1,
    evidence: evidenceOf(attempt.origin),
    refusals: compareRefusals(attempt, attempts.slice(0, index), trial.attempts),
  }));
}
