import { awsService } from "../aws-service";
import { kmsThrough } from "../common-checks";
import type { CallSpec, CheckSpec, ResourceRule, ResourceUpdate, ResourceView } from "../resource-rule";
import { when } from "../resource-rule";
import { changedBesideTags } from "../tag-calls";
import { logDeliveryChecks } from "./log-delivery";
import { type PlainType, plainRule } from "./plain-rule";
import { serviceLinkedRole } from "./service-linked-role";

const elastiCache = awsService({
  prefix: "elasticache",
  documentation: (operation) =>
    `https://docs.aws.amazon.com/AmazonElastiCache/latest/APIReference/API_${operation}.html`,
});

const tagNames = { tag: "AddTagsToResource", untag: "RemoveTagsFromResource" };

/** Names are kept in lower case. */
function typeOf(noun: string, kind: string, property: string, maxLength: number) {
  return {
    type: `AWS::ElastiCache::${noun}`,
    service: elastiCache,
    name: { property, maxLength, lowerCase: true },
    identify: (r: ResourceView) => {
      const name = r.name.toLowerCase();
      const arn = r.arn("elasticache", `${kind}:${name}`);
      return { physicalId: name, arn, attributes: endpoints(r, name, arn) };
    },
    tagNames,
  } satisfies Partial<PlainType>;
}

function endpoints(r: ResourceView, name: string, arn: string) {
  const host = `${name}.${r.invent("host", { alphabet: "lower", length: 6 })}.cache.amazonaws.com`;
  const port = r.text("Port") ?? "6379";
  const each = ["ConfigurationEndPoint", "ConfigurationEndpoint", "Endpoint", "PrimaryEndPoint", "RedisEndpoint"];
  const pairs = [...each, "ReaderEndPoint", "ReaderEndpoint"].flatMap((end) => [
    [`${end}.Address`, host],
    [`${end}.Port`, port],
  ]);
  return { ARN: arn, ...Object.fromEntries(pairs) };
}

/** The groups and sets that a cache is authorised on beside itself. */
function neighbours(r: ResourceView): readonly string[] {
  const kinds = [
    ["CacheParameterGroupName", "parametergroup"],
    ["CacheSubnetGroupName", "subnetgroup"],
    ["UserGroupId", "usergroup"],
    ["UserGroupIds", "usergroup"],
  ] as const;
  return kinds.flatMap(([property, kind]) => r.texts(property).map((name) => r.arn("elasticache", `${kind}:${name}`)));
}

const withNeighbours = (r: ResourceView) => [r.arnOfSelf, ...neighbours(r)];

/** https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/using-service-linked-roles.html */
function linkedRole(r: ResourceView): readonly CheckSpec[] {
  return serviceLinkedRole(r, {
    service: "elasticache.amazonaws.com",
    role: "AWSServiceRoleForElastiCache",
    through: "elasticache.amazonaws.com",
    source: "https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/using-service-linked-roles.html",
  });
}

/** https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/at-rest-encryption.html */
function keyChecks(r: ResourceView): readonly CheckSpec[] {
  const source = "https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/at-rest-encryption.html";
  const check = (name: string) => kmsThrough(r, name, { path: "KmsKeyId", service: "elasticache", source });
  return when(r.has("KmsKeyId"), ...["DescribeKey", "CreateGrant"].map(check));
}

/** https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/Log_Delivery.html */
function logChecks(r: ResourceView): readonly CheckSpec[] {
  const cause = "LogDeliveryConfigurations";
  const source = "https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/Log_Delivery.html";
  return when(r.has(cause), ...logDeliveryChecks(r, cause, "elasticache.amazonaws.com", source));
}

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-elasticache-subnetgroup.html */
const subnetGroup = plainRule({
  ...typeOf("SubnetGroup", "subnetgroup", "CacheSubnetGroupName", 255),
  create: "CreateCacheSubnetGroup",
  update: "ModifyCacheSubnetGroup",
  delete: "DeleteCacheSubnetGroup",
});

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-elasticache-parametergroup.html */
const parameterGroup = plainRule({
  ...typeOf("ParameterGroup", "parametergroup", "CacheParameterGroupName", 255),
  create: "CreateCacheParameterGroup",
  settings: parameters,
  delete: "DeleteCacheParameterGroup",
  change: parameters,
});

function parameters(r: ResourceView): readonly CallSpec[] {
  return when(
    r.sets("Properties"),
    elastiCache.call("ModifyCacheParameterGroup", r.arnOfSelf, { cause: "Properties.Properties" }),
  );
}

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-elasticache-cachecluster.html */
const cacheCluster = plainRule({
  ...typeOf("CacheCluster", "cluster", "ClusterName", 50),
  create: "CreateCacheCluster",
  // CloudFormation waits until the nodes are there, and until they are gone.
  reads: ["DescribeCacheClusters"],
  update: "ModifyCacheCluster",
  delete: "DeleteCacheCluster",
  gone: "DescribeCacheClusters",
  on: { CreateCacheCluster: withNeighbours, ModifyCacheCluster: withParameters },
  checks: logChecks,
  checksOnce: linkedRole,
});

function withParameters(r: ResourceView): readonly string[] {
  return [
    r.arnOfSelf,
    ...r.texts("CacheParameterGroupName").map((name) => r.arn("elasticache", `parametergroup:${name}`)),
  ];
}

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-elasticache-replicationgroup.html */
const replicationGroup = plainRule({
  ...typeOf("ReplicationGroup", "replicationgroup", "ReplicationGroupId", 40),
  create: "CreateReplicationGroup",
  reads: ["DescribeReplicationGroups"],
  delete: "DeleteReplicationGroup",
  gone: "DescribeReplicationGroups",
  on: { CreateReplicationGroup: withNeighbours },
  checksOnce: (r) => [...keyChecks(r), ...logChecks(r), ...linkedRole(r)],
  change: groupChange,
});

/** The number of shards is changed with an operation of its own. */
function groupChange(r: ResourceUpdate): readonly CallSpec[] {
  const shards = ["NumNodeGroups", "NodeGroupConfiguration"];
  const beside = Object.keys({ ...r.before.properties, ...r.properties }).some(
    (property) => property !== "Tags" && !shards.includes(property) && r.changed(property),
  );
  const own = (operation: string, cause: string) => elastiCache.call(operation, r.arnOfSelf, { cause });
  return [
    ...when(
      beside,
      elastiCache.call("ModifyReplicationGroup", withNeighbours(r), { cause: "Properties", also: logChecks(r) }),
    ),
    ...when(r.changed(...shards), own("ModifyReplicationGroupShardConfiguration", "NumNodeGroups")),
    ...when(changedBesideTags(r), own("DescribeReplicationGroups", "Properties")),
  ];
}

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-elasticache-serverlesscache.html */
const serverlessCache = plainRule({
  ...typeOf("ServerlessCache", "serverlesscache", "ServerlessCacheName", 40),
  create: "CreateServerlessCache",
  reads: ["DescribeServerlessCaches"],
  update: "ModifyServerlessCache",
  delete: "DeleteServerlessCache",
  gone: "DescribeServerlessCaches",
  on: { CreateServerlessCache: withNeighbours, ModifyServerlessCache: withNeighbours },
  checksOnce: (r) => [...endpointChecks(r), ...keyChecks(r), ...linkedRole(r)],
});

/**
 * The cache's endpoint is made in the network with the creator's permissions.
 * https://docs.aws.amazon.com/AmazonElastiCache/latest/APIReference/API_CreateServerlessCache.html
 */
function endpointChecks(r: ResourceView): readonly CheckSpec[] {
  const endpoint = r.arn("ec2", `vpc-endpoint/vpce-${r.invent("endpoint", { alphabet: "hex", length: 17 })}`);
  const context = { "ec2:CreateAction": ["CreateVpcEndpoint"] };
  const check = (name: string, more: readonly string[] = [], given: CheckSpec["context"] = {}): CheckSpec => ({
    action: `ec2:${name}`,
    resources: [endpoint, ...more],
    context: given,
    cause: "Type",
    source: "https://docs.aws.amazon.com/AmazonElastiCache/latest/APIReference/API_CreateServerlessCache.html",
    through: ["elasticache.amazonaws.com"],
  });
  const subnets = r.texts("SubnetIds").map((id) => r.arn("ec2", `subnet/${id}`));
  return [check("CreateVpcEndpoint", subnets), check("CreateTags", [], context)];
}

export const elastiCacheRules: readonly ResourceRule[] = [
  subnetGroup,
  parameterGroup,
  cacheCluster,
  replicationGroup,
  serverlessCache,
];
