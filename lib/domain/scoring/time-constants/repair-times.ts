import type { TimeConstant } from "./time-constant";

/** What a failed attempt costs before the next can start. */
export const repairTimes = {
  deleteFailed: {
    id: "delete-failed-stack",
    minutes: 0.35,
    how: "delete a stack in ROLLBACK_COMPLETE before the next attempt",
    reason: "21 seconds in a stack's events: nothing is left in the stack but its name.",
    basis: "published",
    sources: [
      {
        figure: "the delete asked for 18 s after ROLLBACK_COMPLETE, and done 3 s later",
        address: "https://github.com/aws/aws-cdk/issues/14333",
        dated: "2021-04-22",
      },
    ],
  },
  cleanUp: {
    id: "clean-up",
    minutes: 2.7,
    how: "clean up by hand a stack whose rollback or delete was refused",
    reason:
      "Delete the stack once more with rights that reach, as AWS describes: 43 seconds like a rollback, and two minutes by hand, which nothing published says. Finding and granting what was refused is counted as fixing, not here.",
    basis: "assumed",
    sources: [
      {
        figure: "the steps: delete the stack again, under a role that may, or without what is left",
        address: "https://repost.aws/knowledge-center/cloudformation-stack-delete-failed",
        dated: null,
      },
      {
        figure: "43 s from ROLLBACK_IN_PROGRESS to ROLLBACK_COMPLETE: a function, its role, a table, a bucket",
        address: "https://github.com/tartanguru/alexa-assistant/issues/95",
        dated: "2020-04-23",
      },
    ],
  },
  read: {
    id: "read-refusal",
    minutes: 3,
    how: "find the refusal in the log and change the policy",
    reason: "Work by hand; no measurement was found.",
    basis: "assumed",
    sources: [],
  },
  furtherDenial: {
    id: "further-refusal",
    minutes: 0.5,
    how: "each further refusal of the same attempt",
    reason: "Work by hand; no measurement was found.",
    basis: "assumed",
    sources: [],
  },
} as const satisfies Record<string, TimeConstant>;
