import type { TimeConstant } from "./time-constant";

/** What one attempt takes: the job, the change set, waves of resources and, when it fails, the way back. */
export const attemptTimes = {
  job: {
    id: "job",
    minutes: 1,
    how: "start the GitHub Actions job, check out, sam build",
    reason:
      "The runner's start, the installation of the SAM CLI, the checkout and the build, about 55 seconds together. Waiting for a free runner is not counted; dependencies that must be compiled take minutes more.",
    basis: "derived",
    sources: [
      {
        figure: "3.7 s on average until the runner asks for a job",
        address: "https://depot.dev/blog/reducing-queue-time-with-cached-schemas",
        dated: null,
      },
      {
        figure: "about 20 s to install the SAM CLI with pip",
        address: "https://github.com/actions/runner-images/issues/94",
        dated: "2020-03-17",
      },
      {
        figure: "sam build of three Node.js functions: over 30 s",
        address: "https://github.com/aws/aws-sam-cli/issues/805",
        dated: "2020-08-15",
      },
    ],
  },
  changeSet: {
    id: "change-set",
    minutes: 0.25,
    how: "package, create and execute the change set",
    reason: "The upper end of what is published, since SAM's upload and transform come on top.",
    basis: "published",
    sources: [
      {
        figure: "6 to 15 s, by the change set's complexity",
        address: "https://github.com/aws/aws-cdk/pull/22079",
        dated: "2022-09-16",
      },
      {
        figure: "11 s from the change set to its execution, in a stack's events",
        address: "https://github.com/jenseickmeyer/github-commit-status-bot/issues/3",
        dated: "2019-10-10",
      },
    ],
  },
  wave: {
    id: "wave",
    minutes: 0.5,
    how: "one wave of resources that do not wait for one another",
    reason:
      "127 seconds, less 15 for the change set, over the four or five waves of such a stack: 22 to 28 seconds a wave. The queue and its dead-letter queue are two waves: 32 seconds each.",
    basis: "derived",
    sources: [
      {
        figure:
          "127.1 s for three functions, an HTTP API, a table, a topic, a queue and a rule: median of seven first deployments",
        address: "https://github.com/go-to-k/cdkd/blob/main/docs/benchmarks.md",
        dated: "2026-07",
      },
      {
        figure: "64 s for a queue with a dead-letter queue, as AWS announced",
        address: "https://danguisinger.com/blog/cloudformation-express-mode-4x-faster-deployments/",
        dated: "2026-07-01",
      },
    ],
  },
  rollback: {
    id: "rollback",
    minutes: 0.7,
    how: "roll a failed deployment back",
    reason:
      "43 seconds, the longer of the two. What takes long to delete (a distribution, a database, a function in a VPC) is not counted.",
    basis: "published",
    sources: [
      {
        figure: "43 s from ROLLBACK_IN_PROGRESS to ROLLBACK_COMPLETE: a function, its role, a table, a bucket",
        address: "https://github.com/tartanguru/alexa-assistant/issues/95",
        dated: "2020-04-23",
      },
      {
        figure: "31 s for an update's rollback",
        address: "https://github.com/serverless/serverless/issues/3237",
        dated: null,
      },
    ],
  },
} as const satisfies Record<string, TimeConstant>;
