import type { Candidate } from "../approaches/candidate";
import type { PlannedResource } from "../deployment/deployment-plan";
import type { Attempt, Trial } from "../trial/trial";
import type { MinutesPart, TimeToWorking } from "./scores";
import { type TimeFigure, type TimeModel, timeModelWith } from "./time-model";

/** Rounds as the trial counted them; minutes by the time model, every part with where it comes from. */
export function scoreTimeToWorking(
  { approach }: Pick<Candidate, "approach">,
  trial: Trial,
  resources: readonly PlannedResource[],
  model: TimeModel = timeModelWith(),
): TimeToWorking {
  const failed = trial.attempts.filter((attempt) => attempt.outcome !== "complete");
  const worked = trial.attempts.filter((attempt) => attempt.outcome === "complete");
  const parts = addUp([
    ...model.preparation[approach].map((figure) => once("preparation", figure)),
    ...failed.flatMap((attempt) => timeAttempt(attempt, resources, "failed-attempts", model)),
    ...failed.flatMap((attempt) => timeFix(attempt, model)),
    ...failed.flatMap((attempt) => timeCleanUp(attempt, model)),
    ...worked.flatMap((attempt) => timeAttempt(attempt, resources, "working-attempt", model)),
  ]);
  return {
    rounds: trial.rounds,
    roundsIfOneDenialEach: trial.roundsIfOneDenialEach,
    minutes: trial.converges ? round(parts.reduce((sum, part) => sum + part.minutes, 0)) : null,
    parts,
    converges: trial.converges,
    milestones: trial.milestones,
  };
}

/** A figure that counts once towards a part. */
interface Step {
  readonly part: MinutesPart["part"];
  readonly figure: TimeFigure;
}

function once(part: MinutesPart["part"], figure: TimeFigure): Step {
  return { part, figure };
}

function timeAttempt(
  attempt: Attempt,
  resources: readonly PlannedResource[],
  part: MinutesPart["part"],
  model: TimeModel,
): readonly Step[] {
  const { job, changeSet, rollback } = model.attempt;
  const started = attempt.created.length > 0 || attempt.outcome !== "not-started";
  return [
    once(part, job),
    once(part, changeSet),
    ...(started ? timeWaves(attempt, resources, model).map((figure) => once(part, figure)) : []),
    ...(attempt.outcome === "rolled-back" ? [once(part, rollback)] : []),
  ];
}

/** Waves that the attempt went through: those it created in, each as slow as its slowest resource, and the one that failed. */
function timeWaves(attempt: Attempt, resources: readonly PlannedResource[], model: TimeModel): readonly TimeFigure[] {
  const created = new Set(attempt.created);
  const waves = new Map<number, TimeFigure>();
  for (const { logicalId, type, wave } of resources) {
    if (!created.has(logicalId)) continue;
    const own = model.slowWaves.get(type) ?? model.attempt.wave;
    const slowest = waves.get(wave);
    if (!slowest || own.minutes > slowest.minutes) waves.set(wave, own);
  }
  return attempt.outcome === "complete" ? [...waves.values()] : [...waves.values(), model.attempt.wave];
}

function timeFix(attempt: Attempt, model: TimeModel): readonly Step[] {
  const [first, ...further] = attempt.denials.filter((denial) => denial.effect === "failed");
  if (!first) return [];
  return [once("fixing", model.attempt.read), ...further.map(() => once("fixing", model.attempt.furtherDenial))];
}

function timeCleanUp(attempt: Attempt, model: TimeModel): readonly Step[] {
  if (attempt.outcome === "stuck") return [once("clean-up", model.attempt.cleanUp)];
  const leftStack = attempt.outcome === "rolled-back" && attempt.phase === "create";
  return leftStack ? [once("clean-up", model.attempt.deleteFailed)] : [];
}

/** One line for each figure of a part, however often it counts; lines that come to nothing are left out. */
function addUp(steps: readonly Step[]): readonly MinutesPart[] {
  const lines = new Map<string, MinutesPart>();
  for (const { part, figure } of steps) {
    const { id, minutes, how, source, setBy } = figure;
    const key = `${part} ${id}`;
    const times = (lines.get(key)?.times ?? 0) + 1;
    lines.set(key, { part, constant: id, minutes: round(minutes * times), times, how, source, setBy });
  }
  return [...lines.values()].filter((line) => line.minutes > 0);
}

function round(minutes: number): number {
  return Math.round(minutes * 10) / 10;
}
