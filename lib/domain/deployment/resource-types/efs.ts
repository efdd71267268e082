import { awsService } from "../aws-service";
import { kmsThrough, requestTags } from "../common-checks";
import type { CallSpec, CheckSpec, ResourceRule, ResourceView } from "../resource-rule";
import { when } from "../resource-rule";
import { tagChanges } from "../tag-calls";
import { anyOfKind } from "./plain-rule";
import { serviceLinkedRole } from "./service-linked-role";

const efs = awsService({
  prefix: "elasticfilesystem",
  documentation: (operation) => `https://docs.aws.amazon.com/efs/latest/ug/API_${operation}.html`,
});

/** https://docs.aws.amazon.com/efs/latest/ug/supported-iam-actions-tagging.html */
function tagsOnCreate(r: ResourceView, operation: string, cause: string): readonly CheckSpec[] {
  const context = { ...requestTags(r.tags), "elasticfilesystem:CreateAction": [operation] };
  return when(r.tagged, efs.check("TagResource", r.arnOfSelf, { cause, context }));
}

/** https://docs.aws.amazon.com/efs/latest/ug/using-service-linked-roles.html */
function linkedRole(r: ResourceView, cause: string): readonly CheckSpec[] {
  return serviceLinkedRole(r, {
    service: "elasticfilesystem.amazonaws.com",
    role: "AWSServiceRoleForAmazonElasticFileSystem",
    cause,
    through: "elasticfilesystem.amazonaws.com",
    source: "https://docs.aws.amazon.com/efs/latest/ug/using-service-linked-roles.html",
  });
}

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-efs-filesystem.html */
const fileSystem: ResourceRule = {
  type: "AWS::EFS::FileSystem",
  identify: (r) => {
    const id = `fs-${r.invent("id", { alphabet: "hex", length: 17 })}`;
    const arn = r.arn("elasticfilesystem", `file-system/${id}`);
    return { physicalId: id, arn, attributes: { Arn: arn, FileSystemId: id } };
  },
  create: (r) => [
    efs.call("CreateFileSystem", anyOfKind("elasticfilesystem", "file-system")(r), {
      context: { ...requestTags(r.tags), "elasticfilesystem:Encrypted": [r.text("Encrypted") ?? "false"] },
      also: [...tagsOnCreate(r, "CreateFileSystem", "FileSystemTags"), ...keyChecks(r)],
    }),
    // CloudFormation waits until the file system is available.
    efs.call("DescribeFileSystems", r.arnOfSelf),
    ...settings(r),
  ],
  update: (r) => [
    ...when(
      r.changed("ThroughputMode", "ProvisionedThroughputInMibps"),
      efs.call("UpdateFileSystem", r.arnOfSelf, { cause: "ThroughputMode" }),
      efs.call("DescribeFileSystems", r.arnOfSelf, { cause: "ThroughputMode" }),
    ),
    ...settings(r),
    ...when(
      r.removed("FileSystemPolicy"),
      efs.call("DeleteFileSystemPolicy", r.arnOfSelf, { cause: "FileSystemPolicy" }),
    ),
    ...when(
      r.removed("ReplicationConfiguration"),
      efs.call("DeleteReplicationConfiguration", r.arnOfSelf, { cause: "ReplicationConfiguration" }),
    ),
    ...tagChanges(efs, r),
  ],
  delete: (r) => [
    ...when(
      r.has("ReplicationConfiguration"),
      efs.call("DeleteReplicationConfiguration", r.arnOfSelf, { cause: "ReplicationConfiguration" }),
    ),
    efs.call("DeleteFileSystem", r.arnOfSelf),
    efs.call("DescribeFileSystems", r.arnOfSelf),
  ],
};

/** What stands beside the file system itself is set with a call each. */
function settings(r: ResourceView): readonly CallSpec[] {
  const calls: readonly (readonly [string, string])[] = [
    ["LifecyclePolicies", "PutLifecycleConfiguration"],
    ["FileSystemPolicy", "PutFileSystemPolicy"],
    ["BackupPolicy", "PutBackupPolicy"],
    ["FileSystemProtection", "UpdateFileSystemProtection"],
  ];
  const replication = "ReplicationConfiguration";
  return [
    ...calls
      .filter(([property]) => r.sets(property))
      .map(([cause, operation]) => efs.call(operation, r.arnOfSelf, { cause })),
    ...when(
      r.sets(replication),
      efs.call("CreateReplicationConfiguration", r.arnOfSelf, { cause: replication, also: linkedRole(r, replication) }),
      efs.call("DescribeReplicationConfigurations", r.arnOfSelf, { cause: replication }),
    ),
  ];
}

/** https://docs.aws.amazon.com/efs/latest/ug/EFSKMS.html */
function keyChecks(r: ResourceView): readonly CheckSpec[] {
  const source = "https://docs.aws.amazon.com/efs/latest/ug/EFSKMS.html";
  const check = (name: string) => kmsThrough(r, name, { path: "KmsKeyId", service: "elasticfilesystem", source });
  return when(r.has("KmsKeyId"), ...["DescribeKey", "CreateGrant", "GenerateDataKeyWithoutPlaintext"].map(check));
}

function systemArn(r: ResourceView): string {
  const id = r.text("FileSystemId") ?? `fs-${r.invent("system", { alphabet: "hex", length: 17 })}`;
  return r.arn("elasticfilesystem", `file-system/${id}`);
}

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-efs-mounttarget.html */
const mountTarget: ResourceRule = {
  type: "AWS::EFS::MountTarget",
  identify: (r) => {
    const id = `fsmt-${r.invent("id", { alphabet: "hex", length: 17 })}`;
    return { physicalId: id, arn: null, attributes: { Id: id, IpAddress: r.text("IpAddress") ?? "10.0.0.1" } };
  },
  create: (r) => [
    efs.call("CreateMountTarget", systemArn(r), { also: linkedRole(r, "Type") }),
    efs.call("DescribeMountTargets", systemArn(r)),
  ],
  update: (r) =>
    when(
      r.changed("SecurityGroups"),
      efs.call("ModifyMountTargetSecurityGroups", systemArn(r), { cause: "SecurityGroups" }),
      efs.call("DescribeMountTargets", systemArn(r), { cause: "SecurityGroups" }),
    ),
  delete: (r) => [efs.call("DeleteMountTarget", systemArn(r)), efs.call("DescribeMountTargets", systemArn(r))],
};

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-efs-accesspoint.html */
const accessPoint: ResourceRule = {
  type: "AWS::EFS::AccessPoint",
  identify: (r) => {
    const id = `fsap-${r.invent("id", { alphabet: "hex", length: 17 })}`;
    const arn = r.arn("elasticfilesystem", `access-point/${id}`);
    return { physicalId: id, arn, attributes: { AccessPointId: id, Arn: arn } };
  },
  create: (r) => [
    efs.call("CreateAccessPoint", systemArn(r), {
      context: requestTags(r.tags),
      also: tagsOnCreate(r, "CreateAccessPoint", "AccessPointTags"),
    }),
    efs.call("DescribeAccessPoints", r.arnOfSelf),
  ],
  update: (r) => tagChanges(efs, r),
  delete: (r) => [efs.call("DeleteAccessPoint", r.arnOfSelf), efs.call("DescribeAccessPoints", r.arnOfSelf)],
};

export const efsRules: readonly ResourceRule[] = [fileSystem, mountTarget, accessPoint];
