import { awsService } from "../aws-service";
import type { ResourceRule, ResourceView } from "../resource-rule";
import { plainRule } from "./plain-rule";

const es = awsService({
  prefix: "es",
  // The operations of the older name are documented with those that took their place.
  documentation: (operation) =>
    `https://docs.aws.amazon.com/opensearch-service/latest/APIReference/API_${operation.replace("Elasticsearch", "")}.html`,
});

function identifyDomain(r: ResourceView) {
  const arn = r.arn("es", `domain/${r.name}`);
  const endpoint = `search-${r.name}-${r.invent("endpoint", { alphabet: "lower", length: 26 })}.${r.target.region}.es.amazonaws.com`;
  return {
    physicalId: r.name,
    arn,
    attributes: { Arn: arn, DomainArn: arn, DomainEndpoint: endpoint, Id: `${r.target.account}/${r.name}` },
  };
}

const name = { property: "DomainName", maxLength: 28, lowerCase: true } as const;
const tagNames = { tag: "AddTags", untag: "RemoveTags" } as const;

export const elasticsearchRules: readonly ResourceRule[] = [
  /** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-elasticsearch-domain.html */
  plainRule({
    type: "AWS::Elasticsearch::Domain",
    service: es,
    name,
    identify: identifyDomain,
    create: "CreateElasticsearchDomain",
    reads: ["DescribeElasticsearchDomain"],
    update: "UpdateElasticsearchDomainConfig",
    delete: "DeleteElasticsearchDomain",
    gone: "DescribeElasticsearchDomain",
    tagNames,
  }),
  /** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-opensearchservice-domain.html */
  plainRule({
    type: "AWS::OpenSearchService::Domain",
    service: es,
    name,
    identify: identifyDomain,
    create: "CreateDomain",
    reads: ["DescribeDomain"],
    update: "UpdateDomainConfig",
    delete: "DeleteDomain",
    gone: "DescribeDomain",
    tagNames,
  }),
];
