import type { Candidate } from "../approaches/candidate";
import type { DeploymentPlan } from "../deployment/deployment-plan";
import type { Attempt, Trial } from "../trial/trial";
import type { MinutesPart, TimeToWorking } from "./scores";
import { type TimeConstant, type TimeModel, timeModelWith } from "./time-model";

/** Rounds as the trial counted them; minutes by the time model, every part with where it comes from. */
export function scoreTimeToWorking(
  candidate: Candidate,
  trial: Trial,
  plan: DeploymentPlan,
  model: TimeModel = timeModelWith(),
): TimeToWorking {
  const failed = trial.attempts.filter((attempt) => attempt.outcome !== "complete");
  const parts = [
    ...model.preparation[candidate.approach].map((constant) => toPart("preparation", constant, 1)),
    ...failed.flatMap((attempt) => timeAttempt(attempt, plan, "failed-attempts", model)),
    ...failed.flatMap((attempt) => timeFix(attempt, model)),
    ...failed.flatMap((attempt) => timeCleanUp(attempt, model)),
    ...trial.attempts
      .filter((attempt) => attempt.outcome === "complete")
      .flatMap((attempt) => timeAttempt(attempt, plan, "working-attempt", model)),
  ];
  const merged = mergeParts(parts);
  return {
    rounds: trial.rounds,
    roundsIfOneDenialEach: trial.roundsIfOneDenialEach,
    minutes: trial.converges ? round(merged.reduce((sum, part) => sum + part.minutes, 0)) : null,
    parts: merged,
    converges: trial.converges,
    milestones: trial.milestones,
  };
}

function timeAttempt(
  attempt: Attempt,
  plan: DeploymentPlan,
  part: MinutesPart["part"],
  model: TimeModel,
): readonly MinutesPart[] {
  const { job, changeSet, wave, rollback } = model.attempt;
  const started = attempt.created.length > 0 || attempt.outcome !== "not-started";
  const waves = started ? countWaves(attempt, plan) : 0;
  return [
    toPart(part, job, 1),
    toPart(part, changeSet, 1),
    toPart(part, wave, waves),
    toPart(part, rollback, attempt.outcome === "rolled-back" ? 1 : 0),
  ];
}

/** Waves that the attempt went through: those it created in, and the one that failed. */
function countWaves(attempt: Attempt, plan: DeploymentPlan): number {
  const created = new Set(attempt.created);
  const waves = new Set(plan.resources.filter(({ logicalId }) => created.has(logicalId)).map(({ wave }) => wave));
  return waves.size + (attempt.outcome === "complete" ? 0 : 1);
}

function timeFix(attempt: Attempt, model: TimeModel): readonly MinutesPart[] {
  const denials = attempt.denials.filter((denial) => denial.effect === "failed").length;
  return [
    toPart("fixing", model.attempt.read, 1),
    toPart("fixing", model.attempt.furtherDenial, Math.max(0, denials - 1)),
  ];
}

function timeCleanUp(attempt: Attempt, model: TimeModel): readonly MinutesPart[] {
  const isStuck = attempt.outcome === "stuck";
  const leftStack = attempt.outcome === "rolled-back" && attempt.phase === "create";
  return [
    toPart("clean-up", model.attempt.cleanUp, isStuck ? 1 : 0),
    toPart("clean-up", model.attempt.deleteFailed, leftStack ? 1 : 0),
  ];
}

function toPart(part: MinutesPart["part"], constant: TimeConstant, times: number): MinutesPart {
  const { id, minutes, how, source } = constant;
  return { part, constant: id, minutes: minutes * times, how, source };
}

/** One line for each constant, however often it was used; lines that come to nothing are left out. */
function mergeParts(parts: readonly MinutesPart[]): readonly MinutesPart[] {
  const merged = new Map<string, MinutesPart>();
  for (const part of parts) {
    const key = `${part.part} ${part.constant}`;
    merged.set(key, { ...part, minutes: round((merged.get(key)?.minutes ?? 0) + part.minutes) });
  }
  return [...merged.values()].filter((part) => part.minutes > 0);
}

function round(minutes: number): number {
  return Math.round(minutes * 10) / 10;
}
