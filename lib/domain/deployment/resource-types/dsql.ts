import { awsService } from "../aws-service";
import { kmsThrough, tagContext } from "../common-checks";
import type { CallSpec, CheckSpec, ResourceRule, ResourceUpdate, ResourceView } from "../resource-rule";
import { when } from "../resource-rule";
import { tagChanges, tagOnCreate } from "../tag-calls";
import { serviceLinkedRole } from "./service-linked-role";

const dsql = awsService({
  prefix: "dsql",
  documentation: (operation) => `https://docs.aws.amazon.com/aurora-dsql/latest/APIReference/API_${operation}.html`,
});

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-dsql-cluster.html */
const cluster: ResourceRule = {
  type: "AWS::DSQL::Cluster",
  identify: (r) => {
    const id = r.invent("id", { alphabet: "lower", length: 26 });
    const arn = r.arn("dsql", `cluster/${id}`);
    const service = `dsql-${r.invent("service", { alphabet: "lower", length: 4 })}`;
    const attributes = {
      Endpoint: `${id}.dsql.${r.target.region}.on.aws`,
      Identifier: id,
      ResourceArn: arn,
      Status: "ACTIVE",
      VpcEndpointServiceName: `com.amazonaws.${r.target.region}.${service}`,
    };
    return { physicalId: id, arn, attributes };
  },
  create: (r) => [
    dsql.call("CreateCluster", r.arnOfSelf, {
      context: { ...tagContext(r), ...witnessContext(r) },
      also: [
        ...tagOnCreate(dsql, r),
        ...when(r.has(policy), dsql.check("PutClusterPolicy", r.arnOfSelf, { cause: policy })),
        ...peerChecks(r),
        ...keyChecks(r),
        ...linkedRole(r),
      ],
    }),
    ...readBack(r, "Type"),
  ],
  update: (r) => [
    ...when(r.changed("DeletionProtectionEnabled", "KmsEncryptionKey", peers), ...updateCluster(r)),
    ...when(r.sets(policy), dsql.call("PutClusterPolicy", r.arnOfSelf, { cause: policy })),
    ...when(r.removed(policy), dsql.call("DeleteClusterPolicy", r.arnOfSelf, { cause: policy })),
    ...tagChanges(dsql, r),
    ...readBack(r, "Properties"),
  ],
  delete: (r) => [dsql.call("DeleteCluster", r.arnOfSelf), dsql.call("GetCluster", r.arnOfSelf)],
};

const policy = "PolicyDocument";
const peers = "MultiRegionProperties";

/**
 * CloudFormation waits until the cluster is active, and reads it back whole, whatever the template gives. Seen in August
 * 2026: https://github.com/RomanKushyk/investment-tracker/blob/main/infra/docs/field-notes.md
 */
function readBack(r: ResourceView, cause: string): readonly CallSpec[] {
  return ["GetCluster", "GetVpcEndpointServiceName", "GetClusterPolicy"].map((name) =>
    dsql.call(name, r.arnOfSelf, { cause }),
  );
}

function updateCluster(r: ResourceUpdate): readonly CallSpec[] {
  return [
    dsql.call("UpdateCluster", r.arnOfSelf, {
      cause: "Properties",
      context: witnessContext(r),
      also: [...when(r.changed(peers), ...peerChecks(r)), ...when(r.sets("KmsEncryptionKey"), ...keyChecks(r))],
    }),
  ];
}

/** https://docs.aws.amazon.com/aurora-dsql/latest/APIReference/API_CreateCluster.html */
function peerChecks(r: ResourceView): readonly CheckSpec[] {
  const source = "https://docs.aws.amazon.com/aurora-dsql/latest/APIReference/API_CreateCluster.html";
  const others = r.texts(`${peers}.Clusters`);
  const check = (name: string, on: readonly string[]) =>
    dsql.check(name, on, { cause: peers, source, context: witnessContext(r) });
  return [
    ...when(r.has(peers), check("PutMultiRegionProperties", [r.arnOfSelf])),
    ...when(others.length > 0, check("AddPeerCluster", [r.arnOfSelf, ...others])),
    ...when(r.has(`${peers}.WitnessRegion`), check("PutWitnessRegion", [r.arnOfSelf])),
  ];
}

function witnessContext(r: ResourceView): CheckSpec["context"] {
  const witness = r.text(`${peers}.WitnessRegion`);
  return witness === undefined ? {} : { "dsql:WitnessRegion": [witness] };
}

/** https://docs.aws.amazon.com/aurora-dsql/latest/userguide/data-encryption.html */
function keyChecks(r: ResourceView): readonly CheckSpec[] {
  const path = "KmsEncryptionKey";
  const source = "https://docs.aws.amazon.com/aurora-dsql/latest/userguide/data-encryption.html";
  const check = (name: string) => kmsThrough(r, name, { path, service: "dsql", source });
  const own = r.has(path) && r.text(path) !== "AWS_OWNED_KMS_KEY";
  return when(own, ...["DescribeKey", "GenerateDataKey", "Encrypt", "Decrypt"].map(check));
}

/** https://docs.aws.amazon.com/aurora-dsql/latest/userguide/working-with-service-linked-roles.html */
function linkedRole(r: ResourceView): readonly CheckSpec[] {
  return serviceLinkedRole(r, {
    service: "dsql.amazonaws.com",
    role: "AWSServiceRoleForAuroraDsql",
    through: "dsql.amazonaws.com",
    source: "https://docs.aws.amazon.com/aurora-dsql/latest/userguide/working-with-service-linked-roles.html",
  });
}

export const dsqlRules: readonly ResourceRule[] = [cluster];
