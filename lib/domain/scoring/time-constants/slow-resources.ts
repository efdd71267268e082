import type { TimeConstant } from "./time-constant";

export interface SlowResource {
  readonly types: readonly string[];
  /** Minutes of a wave in which such a resource is created. */
  readonly wave: TimeConstant;
}

/**
 * Types that take many times as long as the rest; a wave is as slow as its slowest resource. Certificates and custom domains
 * are not among them: how long they take depends on their properties, and on DNS.
 */
export const slowResources: readonly SlowResource[] = [
  {
    types: ["AWS::CloudFront::Distribution"],
    wave: {
      id: "wave-distribution",
      minutes: 3.1,
      how: "a wave with a CloudFront distribution",
      reason:
        "232 seconds for bucket, access control and distribution, less 15 for the change set and 30 for the bucket.",
      basis: "derived",
      sources: [
        {
          figure: "232.3 s until the distribution is deployed: median of seven first deployments",
          address: "https://github.com/go-to-k/cdkd#benchmark",
          dated: "2026-07-31",
        },
        {
          figure: "about 15 minutes, in older descriptions",
          address: "https://www.pulumi.com/registry/packages/aws@5.x/api-docs/cloudfront/distribution",
          dated: null,
        },
      ],
    },
  },
  {
    types: ["AWS::RDS::DBInstance", "AWS::RDS::DBCluster"],
    wave: {
      id: "wave-database",
      minutes: 20,
      how: "a wave with an RDS database",
      reason: "The documentation gives this upper bound and no average.",
      basis: "published",
      sources: [
        {
          figure: "up to 20 minutes, by class and storage",
          address:
            "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/CHAP_GettingStarted.CreatingConnecting.Oracle.html",
          dated: null,
        },
      ],
    },
  },
  {
    types: ["AWS::OpenSearchService::Domain"],
    wave: {
      id: "wave-search-domain",
      minutes: 22.5,
      how: "a wave with an OpenSearch domain",
      reason: "The middle of what the documentation gives.",
      basis: "published",
      sources: [
        {
          figure: "typically 15 to 30 minutes",
          address: "https://docs.aws.amazon.com/opensearch-service/latest/developerguide/gsgcreate-domain.html",
          dated: null,
        },
      ],
    },
  },
];
