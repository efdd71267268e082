import type { Candidate } from "../approaches/candidate";
import type { PlannedResource } from "../deployment/deployment-plan";
import type { Evidence } from "../evidence";
import { countFixes, countHeldFixes, type DeployedPolicies } from "../trial/real-attempts/deployed-policies";
import { evidenceOf, type RealAttempt, type RealPhase } from "../trial/real-attempts/real-attempt";
import type { Attempt, Milestones, Trial } from "../trial/trial";
import type { MinutesPart, TimeToWorking } from "./scores";
import { type TimeFigure, type TimeModel, timeModelWith } from "./time-model";
import { scoreTimeToWorking } from "./time-to-working";

/** Minutes of one part of what really happened. Getting the candidate, fixing and cleaning up are not timed, but reckoned. */
export interface ActualPart {
  readonly part: MinutesPart["part"];
  readonly minutes: number;
  readonly how: string;
  /** Where a reckoned figure is from, as in the time model; `null` for a real attempt. */
  readonly source: string | null;
  readonly evidence: Evidence;
}

/** The time to working by a team's own deployments, as far as they tell it. */
export interface SpentTime {
  /** Number (1-based) of the first complete attempt; `null` while there is none. */
  readonly worksAt: number | null;
  /** Failed attempts before it; so far, while there is none. */
  readonly rounds: number;
  /** Failed attempts after it. */
  readonly laterFailures: number;
  /** Sum of the parts; `null` while no attempt is complete. A lower bound where `untimed` is not 0. */
  readonly minutes: number | null;
  /** Attempts that count and have no minutes. */
  readonly untimed: number;
  readonly parts: readonly ActualPart[];
  /** What the counted attempts did, in the order of a deployment; empty where none says. */
  readonly operations: readonly Operation[];
  /** Number of the first attempt in which each went through. */
  readonly milestones: Milestones;
}

/** The same with what was foretold for it. */
export interface ActualTime extends SpentTime {
  /**
   * The simulated figures for the same operations, or for all three where none is known, beginning with the policies that
   * were deployed first: where it is not said which, with those as proposed.
   */
  readonly predicted: Pick<TimeToWorking, "rounds" | "minutes"> & { readonly from: DeployedPolicies | null };
}

export type Operation = Extract<RealPhase, "create" | "update" | "delete">;

const operationOrder: readonly Operation[] = ["create", "update", "delete"];

/**
 * What really happened in place of what the trial reckoned: rounds are the failed attempts before the first complete one,
 * minutes are theirs and its own, with preparation, fixes and clean-ups by the time model. One deployment creates, updates
 * or deletes, while the trial goes through all three: beside it stand the simulated figures for what was really done.
 *
 * @param attempts the candidate's, in the order in which they happened
 */
export function scoreActualTime(
  candidate: Candidate,
  attempts: readonly RealAttempt[],
  trial: Trial,
  resources: readonly PlannedResource[],
  model: TimeModel = timeModelWith(),
): ActualTime {
  const spent = addUpSpentTime(candidate.approach, attempts, model);
  const from = attempts[0]?.policies ?? null;
  return { ...spent, predicted: { ...predictSame(candidate, from, spent.operations, trial, resources, model), from } };
}

/** What really happened alone, for where no trial is at hand. */
export function addUpSpentTime(
  approach: Candidate["approach"],
  attempts: readonly RealAttempt[],
  model: TimeModel,
): SpentTime {
  const first = attempts.findIndex(({ outcome }) => outcome === "complete");
  const counted = first < 0 ? attempts : attempts.slice(0, first + 1);
  const failed = counted.filter(({ outcome }) => outcome !== "complete");
  const parts = [
    ...model.preparation[approach].map((constant) => reckon("preparation", constant, 1)),
    ...failed.flatMap((attempt) => timeAttempt(attempt, "failed-attempts")),
    ...failed.flatMap((attempt) => reckonFix(attempt, model)),
    ...counted.filter(({ outcome }) => outcome === "complete").flatMap((real) => timeAttempt(real, "working-attempt")),
  ].filter(({ minutes }) => minutes > 0);
  const operations = operationOrder.filter((operation) => counted.some(({ phase }) => phase === operation));
  return {
    worksAt: first < 0 ? null : first + 1,
    rounds: failed.length,
    laterFailures: attempts.slice(counted.length).filter(({ outcome }) => outcome !== "complete").length,
    minutes: first < 0 ? null : sumOf(parts),
    untimed: counted.filter(({ minutes }) => minutes === null).length,
    parts,
    operations,
    milestones: findMilestones(attempts),
  };
}

function timeAttempt({ minutes, origin, phase }: RealAttempt, part: ActualPart["part"]): readonly ActualPart[] {
  if (minutes === null) return [];
  return [
    { part, minutes, how: phase ? phaseWords[phase] : "a deployment", source: null, evidence: evidenceOf(origin) },
  ];
}

const phaseWords: Readonly<Record<RealPhase, string>> = {
  package: "a deployment that ended while packaging",
  changeset: "a deployment that ended at the change set",
  create: "a deployment that created the stack",
  update: "a deployment that updated the stack",
  delete: "a deletion of the stack",
};

function reckonFix({ outcome, phase, log }: RealAttempt, model: TimeModel): readonly ActualPart[] {
  const { read, furtherDenial, cleanUp, deleteFailed } = model.attempt;
  const leftStack = outcome === "rolled-back" && phase === "create";
  return [
    reckon("fixing", read, 1),
    reckon("fixing", furtherDenial, Math.max(0, (log?.refusals.length ?? 0) - 1)),
    reckon("clean-up", cleanUp, outcome === "stuck" ? 1 : 0),
    reckon("clean-up", deleteFailed, leftStack ? 1 : 0),
  ];
}

function reckon(part: ActualPart["part"], { minutes, how, source }: TimeFigure, times: number): ActualPart {
  return { part, minutes: round(minutes * times), how, source, evidence: "simulated" };
}

function findMilestones(attempts: readonly RealAttempt[]): Milestones {
  const firstOf = (operation: Operation) => {
    const index = attempts.findIndex(({ outcome, phase }) => outcome === "complete" && phase === operation);
    return index < 0 ? null : index + 1;
  };
  return { creates: firstOf("create"), updates: firstOf("update"), deletes: firstOf("delete") };
}

/** The trial without the attempts that failed with fewer fixes, or in an operation that was not really tried. */
function predictSame(
  candidate: Candidate,
  from: DeployedPolicies | null,
  operations: readonly Operation[],
  trial: Trial,
  resources: readonly PlannedResource[],
  model: TimeModel,
): Pick<TimeToWorking, "rounds" | "minutes"> {
  const held = from === null ? 0 : countHeldFixes(from, countFixes(trial.attempts));
  const other = operationOrder.filter((operation) => operations.length > 0 && !operations.includes(operation));
  const isOther = ({ outcome, phase }: Attempt) =>
    outcome !== "complete" && other.some((operation) => operation === phase);
  const same = trial.attempts.filter((attempt) => attempt.number > held && !isOther(attempt));
  const { minutes } = scoreTimeToWorking(candidate, { ...trial, attempts: same }, resources, model);
  return { rounds: same.filter(({ outcome }) => outcome !== "complete").length, minutes };
}

function sumOf(parts: readonly ActualPart[]): number {
  return round(parts.reduce((sum, { minutes }) => sum + minutes, 0));
}

function round(minutes: number): number {
  return Math.round(minutes * 10) / 10;
}
