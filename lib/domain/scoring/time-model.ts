import type { ApproachName } from "../approaches/candidate";
import { attemptTimes } from "./time-constants/attempt-times";
import { preparationTimes } from "./time-constants/preparation-times";
import { repairTimes } from "./time-constants/repair-times";
import { slowResources } from "./time-constants/slow-resources";
import type { TimeConstant, TimeConstantId } from "./time-constants/time-constant";

/** Own figures, in minutes, for some of the constants. */
export type OwnTimes = Readonly<Partial<Record<TimeConstantId, number>>>;

/** A constant as it counts: the documented figure, or the one that was set in its place. */
export interface TimeFigure extends TimeConstant {
  readonly setBy: "run" | "team" | null;
  /** Address of a page, `assumption` where nothing published says it, or who set the figure. */
  readonly source: string;
}

export interface TimeModel {
  /** Minutes that no attempt takes part in: getting the candidate. */
  readonly preparation: Readonly<Record<ApproachName, readonly TimeFigure[]>>;
  /** Minutes of everything that an attempt, or what follows it, takes. */
  readonly attempt: Readonly<Record<keyof typeof attemptTimes | keyof typeof repairTimes, TimeFigure>>;
  /** Minutes of a wave in which a resource of such a type is created, by resource type. */
  readonly slowWaves: ReadonlyMap<string, TimeFigure>;
}

/** The documented constants, with own figures in their place; those of a run come before those of its team. */
export function timeModelWith(ofRun: OwnTimes = {}, ofTeam: OwnTimes = {}): TimeModel {
  const count = (constant: TimeConstant) => countWith(constant, ofRun, ofTeam);
  const { job, changeSet, wave, rollback } = attemptTimes;
  const { deleteFailed, cleanUp, read, furtherDenial } = repairTimes;
  return {
    preparation: {
      "access-analyzer": preparationTimes["access-analyzer"].map(count),
      llm: preparationTimes.llm.map(count),
      boundary: preparationTimes.boundary.map(count),
      administrator: preparationTimes.administrator.map(count),
      registry: preparationTimes.registry.map(count),
      current: preparationTimes.current.map(count),
      candidate: preparationTimes.candidate.map(count),
    },
    attempt: {
      job: count(job),
      changeSet: count(changeSet),
      wave: count(wave),
      rollback: count(rollback),
      deleteFailed: count(deleteFailed),
      cleanUp: count(cleanUp),
      read: count(read),
      furtherDenial: count(furtherDenial),
    },
    slowWaves: new Map(slowResources.flatMap(({ types, wave: slow }) => types.map((type) => [type, count(slow)]))),
  };
}

function countWith(constant: TimeConstant, ofRun: OwnTimes, ofTeam: OwnTimes): TimeFigure {
  const run = ofRun[constant.id];
  if (run !== undefined) return { ...constant, minutes: run, setBy: "run", source: setForRun };
  const team = ofTeam[constant.id];
  if (team !== undefined) return { ...constant, minutes: team, setBy: "team", source: setByTeam };
  const [first] = constant.sources;
  const source = constant.basis === "assumed" || !first ? assumption : first.address;
  return { ...constant, setBy: null, source };
}

const assumption = "assumption";
const setForRun = "set for this run";
const setByTeam = "set by the team";
