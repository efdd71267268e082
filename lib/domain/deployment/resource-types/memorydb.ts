import { awsService } from "../aws-service";
import { kmsThrough } from "../common-checks";
import type { CheckSpec, ResourceRule, ResourceView } from "../resource-rule";
import { when } from "../resource-rule";
import { anything, plainRule } from "./plain-rule";
import { serviceLinkedRole } from "./service-linked-role";

const memoryDb = awsService({
  prefix: "memorydb",
  documentation: (operation) => `https://docs.aws.amazon.com/memorydb/latest/APIReference/API_${operation}.html`,
});

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-memorydb-cluster.html */
const cluster = plainRule({
  type: "AWS::MemoryDB::Cluster",
  service: memoryDb,
  name: { property: "ClusterName", maxLength: 40, lowerCase: true },
  identify: (r) => {
    const arn = r.arn("memorydb", `cluster/${r.name}`);
    const host = `clustercfg.${r.name}.${r.invent("host", { alphabet: "lower", length: 6 })}.memorydb.${r.target.region}.amazonaws.com`;
    const attributes = {
      ARN: arn,
      "ClusterEndpoint.Address": host,
      "ClusterEndpoint.Port": r.text("Port") ?? "6379",
      ParameterGroupStatus: "in-sync",
      Status: "available",
    };
    return { physicalId: r.name, arn, attributes };
  },
  create: "CreateCluster",
  // A cluster takes some minutes; it is then read back with its tags.
  reads: ["DescribeClusters", "ListTags"],
  update: "UpdateCluster",
  delete: "DeleteCluster",
  gone: "DescribeClusters",
  // A creation is authorised on what the cluster uses.
  on: {
    CreateCluster: used,
    UpdateCluster: (r) => [r.arnOfSelf, ...named(r, ["ACLName", "acl"], ["ParameterGroupName", "parametergroup"])],
  },
  checksOnce: (r) => [...keyChecks(r), ...linkedRole(r)],
});

function used(r: ResourceView): readonly string[] {
  return named(
    r,
    ["ACLName", "acl"],
    ["ParameterGroupName", "parametergroup"],
    ["SubnetGroupName", "subnetgroup"],
    ["SnapshotName", "snapshot"],
  );
}

function named(r: ResourceView, ...neighbours: readonly (readonly [string, string])[]): readonly string[] {
  return neighbours.flatMap(([property, kind]) =>
    r.texts(property).map((name) => r.arn("memorydb", `${kind}/${name}`)),
  );
}

/** https://docs.aws.amazon.com/memorydb/latest/devguide/at-rest-encryption.html */
function keyChecks(r: ResourceView): readonly CheckSpec[] {
  const source = "https://docs.aws.amazon.com/memorydb/latest/devguide/at-rest-encryption.html";
  const check = (name: string) => kmsThrough(r, name, { path: "KmsKeyId", service: "memory-db", source });
  return when(r.has("KmsKeyId"), ...["DescribeKey", "CreateGrant"].map(check));
}

/** https://docs.aws.amazon.com/memorydb/latest/devguide/using-service-linked-roles.html */
function linkedRole(r: ResourceView): readonly CheckSpec[] {
  return serviceLinkedRole(r, {
    service: "memorydb.amazonaws.com",
    role: "AWSServiceRoleForMemoryDB",
    through: "memorydb.amazonaws.com",
    source: "https://docs.aws.amazon.com/memorydb/latest/devguide/using-service-linked-roles.html",
  });
}

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-memorydb-subnetgroup.html */
const subnetGroup = plainRule({
  type: "AWS::MemoryDB::SubnetGroup",
  service: memoryDb,
  name: { property: "SubnetGroupName", maxLength: 255, lowerCase: true },
  identify: (r) => {
    const arn = r.arn("memorydb", `subnetgroup/${r.name}`);
    return { physicalId: r.name, arn, attributes: { ARN: arn } };
  },
  create: "CreateSubnetGroup",
  reads: ["DescribeSubnetGroups", "ListTags"],
  update: "UpdateSubnetGroup",
  delete: "DeleteSubnetGroup",
  gone: "DescribeSubnetGroups",
  on: { CreateSubnetGroup: anything },
});

export const memoryDbRules: readonly ResourceRule[] = [cluster, subnetGroup];
