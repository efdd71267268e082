import type { ApproachName } from "../approaches/candidate";

/** A constant of the time model: minutes, and where the figure comes from. */
export interface TimeConstant {
  /** Stable: teams set their own figures by it. */
  readonly id: TimeConstantId;
  readonly minutes: number;
  readonly how: string;
  /** Address of a page, `assumption` where nothing published says it, or {@link ownFigure}. */
  readonly source: string;
}

export type TimeConstantId = (typeof timeConstantIds)[number];

/** A team's own figures, in minutes, for some of the constants. */
export type OwnTimes = Readonly<Partial<Record<TimeConstantId, number>>>;

export interface TimeModel {
  /** Minutes that no attempt takes part in: getting the candidate. */
  readonly preparation: Readonly<Record<ApproachName, readonly TimeConstant[]>>;
  /** Minutes of everything that an attempt, or what follows it, takes. */
  readonly attempt: AttemptTimes;
}

type AttemptTimes = Readonly<
  Record<
    "job" | "changeSet" | "wave" | "rollback" | "deleteFailed" | "cleanUp" | "read" | "furtherDenial",
    TimeConstant
  >
>;

/** The documented constants, with a team's own figures in their place. */
export function timeModelWith(own: OwnTimes = {}): TimeModel {
  const replace = (constant: TimeConstant): TimeConstant => {
    const minutes = own[constant.id];
    return minutes === undefined ? constant : { ...constant, minutes, source: ownFigure };
  };
  const { job, changeSet, wave, rollback, deleteFailed, cleanUp, read, furtherDenial } = attemptTimes;
  return {
    preparation: {
      "access-analyzer": preparationTimes["access-analyzer"].map(replace),
      llm: preparationTimes.llm.map(replace),
      boundary: preparationTimes.boundary.map(replace),
      administrator: preparationTimes.administrator.map(replace),
      registry: preparationTimes.registry.map(replace),
      current: preparationTimes.current.map(replace),
      candidate: preparationTimes.candidate.map(replace),
    },
    attempt: {
      job: replace(job),
      changeSet: replace(changeSet),
      wave: replace(wave),
      rollback: replace(rollback),
      deleteFailed: replace(deleteFailed),
      cleanUp: replace(cleanUp),
      read: replace(read),
      furtherDenial: replace(furtherDenial),
    },
  };
}

/** The source of a constant that a team has set. */
export const ownFigure = "set for this run";

export const timeConstantIds = [
  "attach-observed-policy",
  "observed-deployments",
  "trail-delivery",
  "policy-generation",
  "fill-placeholders",
  "prompts",
  "read-answer",
  "write-boundary",
  "review-boundary",
  "attach-managed-policy",
  "attach-registry-list",
  "job",
  "change-set",
  "wave",
  "rollback",
  "delete-failed-stack",
  "clean-up",
  "read-refusal",
  "further-refusal",
] as const;

const assumption = "assumption";

const preparationTimes: TimeModel["preparation"] = {
  "access-analyzer": [
    {
      id: "attach-observed-policy",
      minutes: 2,
      how: "attach a broad policy for the observed deployment",
      source: assumption,
    },
    {
      id: "observed-deployments",
      minutes: 10,
      how: "one first deployment and one update with it",
      source: assumption,
    },
    {
      id: "trail-delivery",
      minutes: 5,
      how: "CloudTrail delivers an event within about five minutes on average",
      source: "https://docs.aws.amazon.com/awscloudtrail/latest/userguide/get-and-view-cloudtrail-log-files.html",
    },
    { id: "policy-generation", minutes: 5, how: "policy generation analyses the trail", source: assumption },
    { id: "fill-placeholders", minutes: 8, how: "fill in the placeholders and review", source: assumption },
  ],
  llm: [
    { id: "prompts", minutes: 3, how: "three prompts: draft, security review, revision", source: assumption },
    { id: "read-answer", minutes: 5, how: "read the answer", source: assumption },
  ],
  boundary: [
    { id: "write-boundary", minutes: 5, how: "attach broad policies and write the boundary", source: assumption },
    { id: "review-boundary", minutes: 3, how: "review", source: assumption },
  ],
  administrator: [{ id: "attach-managed-policy", minutes: 1, how: "attach one managed policy", source: assumption }],
  registry: [{ id: "attach-registry-list", minutes: 1, how: "attach the generated list", source: assumption }],
  current: [],
  candidate: [],
};

const attemptTimes: AttemptTimes = {
  job: { id: "job", minutes: 1.5, how: "start the GitHub Actions job, check out, sam build", source: assumption },
  changeSet: {
    id: "change-set",
    minutes: 0.5,
    how: "package, create and execute the change set",
    source: assumption,
  },
  wave: {
    id: "wave",
    minutes: 0.5,
    how: "one wave of resources that do not wait for one another",
    source: assumption,
  },
  rollback: { id: "rollback", minutes: 0.5, how: "roll a failed creation back", source: assumption },
  deleteFailed: {
    id: "delete-failed-stack",
    minutes: 0.5,
    how: "delete a stack in ROLLBACK_COMPLETE before the next attempt",
    source: assumption,
  },
  cleanUp: {
    id: "clean-up",
    minutes: 10,
    how: "clean up by hand a stack whose rollback or delete was refused",
    source: assumption,
  },
  read: {
    id: "read-refusal",
    minutes: 3,
    how: "find the refusal in the log and change the policy",
    source: assumption,
  },
  furtherDenial: {
    id: "further-refusal",
    minutes: 0.5,
    how: "each further refusal of the same attempt",
    source: assumption,
  },
};
