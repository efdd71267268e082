import type { ApproachName } from "../../approaches/candidate";
import type { TimeConstant } from "./time-constant";

/** What it takes to get each approach's candidate, before anything is deployed with it. */
export const preparationTimes: Readonly<Record<ApproachName, readonly TimeConstant[]>> = {
  "access-analyzer": [
    {
      id: "attach-observed-policy",
      minutes: 2,
      how: "attach a broad policy for the observed deployment",
      reason: "Work by hand; nothing published was found.",
      basis: "assumed",
      sources: [],
    },
    {
      id: "observed-deployments",
      minutes: 6.2,
      how: "one first deployment and one update with it",
      reason:
        "Two deployments, each a job of one minute and the 127 seconds that CloudFormation took for a serverless stack. An update of code alone is quicker.",
      basis: "derived",
      sources: [
        {
          figure:
            "127.1 s for three functions, an HTTP API, a table, a topic, a queue and a rule: median of seven first deployments",
          address: "https://github.com/go-to-k/cdkd/blob/main/docs/benchmarks.md",
          dated: "2026-07",
        },
      ],
    },
    {
      id: "trail-delivery",
      minutes: 5,
      how: "CloudTrail delivers the events",
      reason: "The average that CloudTrail's documentation gives, and does not guarantee.",
      basis: "published",
      sources: [
        {
          figure: "about 5 minutes on average",
          address: "https://docs.aws.amazon.com/awscloudtrail/latest/userguide/get-and-view-cloudtrail-log-files.html",
          dated: null,
        },
      ],
    },
    {
      id: "policy-generation",
      minutes: 2.3,
      how: "policy generation analyses the trail",
      reason:
        "The job in the AWS CLI's own example, which looked at two days of a trail. With much in the trail it takes far longer.",
      basis: "published",
      sources: [
        {
          figure: "started 22:44:41, completed 22:47:01",
          address: "https://docs.aws.amazon.com/cli/latest/reference/accessanalyzer/get-generated-policy.html",
          dated: "2024-02-14",
        },
        {
          figure: "a few minutes to several hours, by the amount of data",
          address:
            "https://oneuptime.com/blog/post/2026-02-12-generate-iam-policies-access-activity-access-analyzer/view",
          dated: "2026-02-12",
        },
      ],
    },
    {
      id: "fill-placeholders",
      minutes: 8,
      how: "fill in the placeholders and review",
      reason: "Work by hand; nothing published was found.",
      basis: "assumed",
      sources: [],
    },
  ],
  llm: [
    {
      id: "prompts",
      minutes: 2.2,
      how: "three prompts: draft, security review, revision",
      reason:
        "The time in which a model writes the three replies: 33,143 characters is the median of those recorded for the four samples, at four characters a token 132 seconds. Sending the prompts is not counted.",
      basis: "derived",
      sources: [
        {
          figure: "63 tokens a second (Claude 3 Sonnet)",
          address: "https://artificialanalysis.ai/models/claude-3-sonnet/providers",
          dated: null,
        },
        {
          figure: "about four characters a token",
          address: "https://help.openai.com/en/articles/4936856-what-are-tokens-and-how-to-count-them",
          dated: null,
        },
      ],
    },
    {
      id: "read-answer",
      minutes: 4.3,
      how: "read the answer",
      reason:
        "1,027 words is the median of the last replies recorded for the four samples. Inspecting every statement takes longer than reading.",
      basis: "derived",
      sources: [
        {
          figure: "238 words a minute, silent reading of non-fiction: mean of 190 studies",
          address: "https://doi.org/10.1016/j.jml.2019.104047",
          dated: "2019-12",
        },
      ],
    },
    {
      id: "attach-answer",
      minutes: 1,
      how: "attach the policy of the answer",
      reason: "Work by hand, as for a managed policy; nothing published was found.",
      basis: "assumed",
      sources: [],
    },
  ],
  boundary: [
    {
      id: "write-boundary",
      minutes: 5,
      how: "attach broad policies and write the boundary",
      reason: "Work by hand; nothing published was found.",
      basis: "assumed",
      sources: [],
    },
    {
      id: "review-boundary",
      minutes: 3,
      how: "review the boundary",
      reason:
        "Nothing published was found. Reading its 116 words alone takes half a minute; thinking about what it leaves open takes the rest.",
      basis: "assumed",
      sources: [],
    },
  ],
  administrator: [
    {
      id: "attach-managed-policy",
      minutes: 1,
      how: "attach one managed policy",
      reason: "Work by hand; nothing published was found.",
      basis: "assumed",
      sources: [],
    },
  ],
  registry: [
    {
      id: "attach-registry-list",
      minutes: 1,
      how: "attach the generated list",
      reason: "Work by hand; nothing published was found.",
      basis: "assumed",
      sources: [],
    },
  ],
  current: [],
  candidate: [],
};
