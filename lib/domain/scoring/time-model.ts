import type { ApproachName } from "../approaches/candidate";

/** A constant of the time model: minutes, and where the figure comes from. */
export interface TimeConstant {
  readonly minutes: number;
  readonly how: string;
  /** Address of a page, or `assumption` where nothing published says it. */
  readonly source: string;
}

const assumption = "assumption";

/** Minutes that no attempt takes part in: getting the candidate. */
export const preparationTimes: Readonly<Record<ApproachName, readonly TimeConstant[]>> = {
  "access-analyzer": [
    { minutes: 2, how: "attach a broad policy for the observed deployment", source: assumption },
    { minutes: 10, how: "one first deployment and one update with it", source: assumption },
    {
      minutes: 5,
      how: "CloudTrail delivers an event within about five minutes on average",
      source: "https://docs.aws.amazon.com/awscloudtrail/latest/userguide/how-cloudtrail-works.html",
    },
    { minutes: 5, how: "policy generation analyses the trail", source: assumption },
    { minutes: 8, how: "fill in the placeholders and review", source: assumption },
  ],
  llm: [
    { minutes: 3, how: "three prompts: draft, security review, revision", source: assumption },
    { minutes: 5, how: "read the answer", source: assumption },
  ],
  boundary: [
    { minutes: 5, how: "attach broad policies and write the boundary", source: assumption },
    { minutes: 3, how: "review", source: assumption },
  ],
  administrator: [{ minutes: 1, how: "attach one managed policy", source: assumption }],
  registry: [{ minutes: 1, how: "attach the generated list", source: assumption }],
  current: [],
  candidate: [],
};

/** Minutes of everything that an attempt, or what follows it, takes. */
export const attemptTimes = {
  job: { minutes: 1.5, how: "start the GitHub Actions job, check out, sam build", source: assumption },
  changeSet: { minutes: 0.5, how: "package, create and execute the change set", source: assumption },
  wave: { minutes: 0.5, how: "one wave of resources that do not wait for one another", source: assumption },
  rollback: { minutes: 0.5, how: "roll a failed creation back", source: assumption },
  deleteFailed: {
    minutes: 0.5,
    how: "delete a stack in ROLLBACK_COMPLETE before the next attempt",
    source: assumption,
  },
  cleanUp: { minutes: 10, how: "clean up by hand a stack whose rollback or delete was refused", source: assumption },
  read: { minutes: 3, how: "find the refusal in the log and change the policy", source: assumption },
  furtherDenial: { minutes: 0.5, how: "each further refusal of the same attempt", source: assumption },
} as const satisfies Record<string, TimeConstant>;
