import { type ConditionalCases, keyArn, logDelivery, roleArn, tagged, tagList, tagMap } from "./conditional-case";

export const storageCases: ConditionalCases = {
  "AWS::S3::Bucket": [
    {
      given: { AccessControl: "given" },
      create: ["s3:PutBucketAcl"],
      update: ["s3:PutBucketAcl"],
      removal: ["s3:PutBucketAcl"],
    },
    { given: { ObjectLockEnabled: true }, create: ["s3:PutBucketObjectLockConfiguration", "s3:PutBucketVersioning"] },
    {
      given: { AccelerateConfiguration: { given: "given" } },
      create: ["s3:PutAccelerateConfiguration"],
      update: ["s3:PutAccelerateConfiguration"],
      removal: ["s3:PutAccelerateConfiguration"],
    },
    {
      given: { AnalyticsConfigurations: [{ given: "given" }] },
      create: ["s3:PutAnalyticsConfiguration"],
      update: ["s3:PutAnalyticsConfiguration"],
      removal: ["s3:PutAnalyticsConfiguration"],
    },
    {
      given: { BucketEncryption: { given: "given" } },
      create: ["s3:PutEncryptionConfiguration"],
      update: ["s3:PutEncryptionConfiguration"],
      removal: ["s3:PutEncryptionConfiguration"],
    },
    {
      given: { CorsConfiguration: { given: "given" } },
      create: ["s3:PutBucketCORS"],
      update: ["s3:PutBucketCORS"],
      removal: ["s3:PutBucketCORS"],
    },
    {
      given: { IntelligentTieringConfigurations: [{ given: "given" }] },
      create: ["s3:PutIntelligentTieringConfiguration"],
      update: ["s3:PutIntelligentTieringConfiguration"],
      removal: ["s3:PutIntelligentTieringConfiguration"],
    },
    {
      given: { InventoryConfigurations: [{ given: "given" }] },
      create: ["s3:PutInventoryConfiguration"],
      update: ["s3:PutInventoryConfiguration"],
      removal: ["s3:PutInventoryConfiguration"],
    },
    {
      given: { LifecycleConfiguration: { given: "given" } },
      create: ["s3:PutLifecycleConfiguration"],
      update: ["s3:PutLifecycleConfiguration"],
      removal: ["s3:PutLifecycleConfiguration"],
    },
    {
      given: { LoggingConfiguration: { given: "given" } },
      create: ["s3:PutBucketLogging"],
      update: ["s3:PutBucketLogging"],
      removal: ["s3:PutBucketLogging"],
    },
    {
      given: { MetricsConfigurations: [{ given: "given" }] },
      create: ["s3:PutMetricsConfiguration"],
      update: ["s3:PutMetricsConfiguration"],
      removal: ["s3:PutMetricsConfiguration"],
    },
    {
      given: { NotificationConfiguration: { given: "given" } },
      create: ["s3:PutBucketNotification"],
      update: ["s3:PutBucketNotification"],
      removal: ["s3:PutBucketNotification"],
    },
    {
      given: { ObjectLockConfiguration: { given: "given" } },
      create: ["s3:PutBucketObjectLockConfiguration"],
      update: ["s3:PutBucketObjectLockConfiguration"],
      removal: ["s3:PutBucketObjectLockConfiguration"],
    },
    {
      given: { OwnershipControls: { given: "given" } },
      create: ["s3:PutBucketOwnershipControls"],
      update: ["s3:PutBucketOwnershipControls"],
      removal: ["s3:PutBucketOwnershipControls"],
    },
    {
      given: { PublicAccessBlockConfiguration: { given: "given" } },
      create: ["s3:PutBucketPublicAccessBlock"],
      update: ["s3:PutBucketPublicAccessBlock"],
      removal: ["s3:PutBucketPublicAccessBlock"],
    },
    {
      given: { ReplicationConfiguration: { Role: roleArn } },
      create: ["s3:PutReplicationConfiguration", "iam:PassRole"],
      update: ["s3:PutReplicationConfiguration", "iam:PassRole"],
      removal: ["s3:PutReplicationConfiguration"],
    },
    {
      given: { VersioningConfiguration: { given: "given" } },
      create: ["s3:PutBucketVersioning"],
      update: ["s3:PutBucketVersioning"],
      removal: ["s3:PutBucketVersioning"],
    },
    {
      given: { WebsiteConfiguration: { given: "given" } },
      create: ["s3:PutBucketWebsite"],
      update: ["s3:PutBucketWebsite"],
      removal: ["s3:DeleteBucketWebsite"],
    },
    tagged(tagList(), "s3:PutBucketTagging", "s3:PutBucketTagging"),
  ],
  "AWS::ECR::Repository": [
    { given: { EncryptionConfiguration: { KmsKey: keyArn } }, create: ["kms:CreateGrant", "kms:DescribeKey"] },
    {
      given: { RepositoryPolicyText: { given: "given" } },
      create: ["ecr:SetRepositoryPolicy"],
      update: ["ecr:SetRepositoryPolicy"],
      removal: ["ecr:DeleteRepositoryPolicy"],
    },
    {
      given: { LifecyclePolicy: { given: "given" } },
      create: ["ecr:PutLifecyclePolicy"],
      update: ["ecr:PutLifecyclePolicy"],
      removal: ["ecr:DeleteLifecyclePolicy"],
    },
    { given: { ImageScanningConfiguration: { given: "given" } }, update: ["ecr:PutImageScanningConfiguration"] },
    { given: { ImageTagMutability: "given" }, update: ["ecr:PutImageTagMutability"] },
    tagged(tagList(), "ecr:TagResource", "ecr:UntagResource"),
  ],
  "AWS::Backup::BackupVault": [
    {
      given: { EncryptionKeyArn: keyArn },
      create: ["kms:CreateGrant", "kms:DescribeKey", "kms:GenerateDataKey", "kms:Decrypt", "kms:RetireGrant"],
    },
    {
      given: { AccessPolicy: { given: "given" } },
      create: ["backup:PutBackupVaultAccessPolicy"],
      update: ["backup:PutBackupVaultAccessPolicy"],
      removal: ["backup:DeleteBackupVaultAccessPolicy"],
    },
    {
      given: { Notifications: { given: "given" } },
      create: ["backup:PutBackupVaultNotifications"],
      update: ["backup:PutBackupVaultNotifications"],
      removal: ["backup:DeleteBackupVaultNotifications"],
    },
    { given: { LockConfiguration: { given: "given" } }, create: ["backup:PutBackupVaultLockConfiguration"] },
    tagged(tagMap("BackupVaultTags"), "backup:TagResource", "backup:UntagResource"),
  ],
  "AWS::EFS::FileSystem": [
    {
      given: { KmsKeyId: keyArn },
      create: ["kms:DescribeKey", "kms:CreateGrant", "kms:GenerateDataKeyWithoutPlaintext"],
    },
    {
      given: { LifecyclePolicies: [{ given: "given" }] },
      create: ["elasticfilesystem:PutLifecycleConfiguration"],
      update: ["elasticfilesystem:PutLifecycleConfiguration"],
    },
    {
      given: { FileSystemPolicy: { given: "given" } },
      create: ["elasticfilesystem:PutFileSystemPolicy"],
      update: ["elasticfilesystem:PutFileSystemPolicy"],
      removal: ["elasticfilesystem:DeleteFileSystemPolicy"],
    },
    {
      given: { BackupPolicy: { given: "given" } },
      create: ["elasticfilesystem:PutBackupPolicy"],
      update: ["elasticfilesystem:PutBackupPolicy"],
    },
    {
      given: { FileSystemProtection: { given: "given" } },
      create: ["elasticfilesystem:UpdateFileSystemProtection"],
      update: ["elasticfilesystem:UpdateFileSystemProtection"],
    },
    {
      given: { ReplicationConfiguration: { given: "given" } },
      create: [
        "elasticfilesystem:CreateReplicationConfiguration",
        "elasticfilesystem:DescribeReplicationConfigurations",
      ],
      delete: ["elasticfilesystem:DeleteReplicationConfiguration"],
      update: [
        "elasticfilesystem:CreateReplicationConfiguration",
        "elasticfilesystem:DescribeReplicationConfigurations",
      ],
      removal: ["elasticfilesystem:DeleteReplicationConfiguration"],
    },
    {
      given: [{ ThroughputMode: "given" }, { ProvisionedThroughputInMibps: 1 }],
      update: ["elasticfilesystem:UpdateFileSystem", "elasticfilesystem:DescribeFileSystems"],
      removal: ["elasticfilesystem:UpdateFileSystem", "elasticfilesystem:DescribeFileSystems"],
    },
    tagged(tagList("FileSystemTags"), "elasticfilesystem:TagResource", "elasticfilesystem:UntagResource"),
  ],
  "AWS::EFS::MountTarget": [
    {
      given: { SecurityGroups: [{ given: "given" }] },
      update: ["elasticfilesystem:ModifyMountTargetSecurityGroups", "elasticfilesystem:DescribeMountTargets"],
      removal: ["elasticfilesystem:ModifyMountTargetSecurityGroups", "elasticfilesystem:DescribeMountTargets"],
    },
  ],
  "AWS::EFS::AccessPoint": [
    tagged(tagList("AccessPointTags"), "elasticfilesystem:TagResource", "elasticfilesystem:UntagResource"),
  ],
  "AWS::Transfer::Server": [
    {
      given: { WorkflowDetails: { OnUpload: [{ ExecutionRole: roleArn }] } },
      create: ["iam:PassRole"],
      update: ["iam:PassRole"],
    },
    {
      given: { IdentityProviderDetails: { InvocationRole: roleArn } },
      create: ["iam:PassRole"],
      update: ["iam:PassRole"],
    },
    { given: { LoggingRole: roleArn }, create: ["iam:PassRole"], update: ["iam:PassRole"] },
    {
      given: { StructuredLogDestinations: [{ given: "given" }] },
      create: logDelivery,
      update: logDelivery,
    },
    { given: { EndpointDetails: { VpcId: "given" } }, create: ["ec2:CreateVpcEndpoint", "ec2:DescribeVpcEndpoints"] },
    tagged(tagList(), "transfer:TagResource", "transfer:UntagResource"),
  ],
  "AWS::Transfer::User": [
    {
      given: { SshPublicKeys: ["ssh-rsa given"] },
      create: ["transfer:ImportSshPublicKey"],
      update: ["transfer:ImportSshPublicKey"],
      removal: ["transfer:DescribeUser", "transfer:DeleteSshPublicKey"],
    },
    {
      given: { Role: roleArn },
      create: ["iam:PassRole"],
      update: ["transfer:UpdateUser", "iam:PassRole"],
      removal: ["transfer:UpdateUser"],
    },
    { given: { SshPublicKeys: [{ given: "given" }] }, create: ["transfer:ImportSshPublicKey"] },
    {
      given: [
        { HomeDirectory: "given" },
        { HomeDirectoryMappings: [{ given: "given" }] },
        { HomeDirectoryType: "given" },
        { Policy: "given" },
        { PosixProfile: { given: "given" } },
      ],
      update: ["transfer:UpdateUser"],
      removal: ["transfer:UpdateUser"],
    },
    tagged(tagList(), "transfer:TagResource", "transfer:UntagResource"),
  ],
  "AWS::Transfer::Workflow": [tagged(tagList(), "transfer:TagResource", "transfer:UntagResource")],
  "AWS::Transfer::Connector": [
    { given: [{ AccessRole: roleArn }, { LoggingRole: roleArn }], create: ["iam:PassRole"], update: ["iam:PassRole"] },
    tagged(tagList(), "transfer:TagResource", "transfer:UntagResource"),
  ],
  "AWS::B2BI::Profile": [
    {
      given: { Logging: "ENABLED" },
      create: logDelivery,
    },
    tagged(tagList(), "b2bi:TagResource", "b2bi:UntagResource"),
  ],
  "AWS::B2BI::Transformer": [
    { given: { Status: "active" }, create: ["b2bi:UpdateTransformer"] },
    tagged(tagList(), "b2bi:TagResource", "b2bi:UntagResource"),
  ],
  "AWS::B2BI::Capability": [tagged(tagList(), "b2bi:TagResource", "b2bi:UntagResource")],
  "AWS::B2BI::Partnership": [tagged(tagList(), "b2bi:TagResource", "b2bi:UntagResource")],
  "AWS::S3::AccessPoint": [
    { given: { PublicAccessBlockConfiguration: { given: "given" } }, create: ["s3:PutAccessPointPublicAccessBlock"] },
    {
      given: { Policy: { given: "given" } },
      create: ["s3:PutAccessPointPolicy"],
      update: ["s3:PutAccessPointPolicy"],
      removal: ["s3:DeleteAccessPointPolicy"],
    },
    tagged(tagList(), "s3:TagResource", "s3:UntagResource"),
  ],
  "AWS::S3Express::DirectoryBucket": [
    {
      given: {
        BucketEncryption: {
          ServerSideEncryptionConfiguration: [{ ServerSideEncryptionByDefault: { KMSMasterKeyID: keyArn } }],
        },
      },
      create: ["s3express:PutEncryptionConfiguration", "kms:GenerateDataKey", "kms:Decrypt"],
      update: ["s3express:PutEncryptionConfiguration", "kms:GenerateDataKey", "kms:Decrypt"],
    },
    {
      given: { LifecycleConfiguration: { given: "given" } },
      create: ["s3express:PutLifecycleConfiguration"],
      update: ["s3express:PutLifecycleConfiguration"],
    },
    {
      given: { MetricsConfigurations: [{ given: "given" }] },
      create: ["s3express:PutMetricsConfiguration"],
      update: ["s3express:PutMetricsConfiguration"],
    },
    {
      given: { InventoryConfigurations: [{ given: "given" }] },
      create: ["s3express:PutInventoryConfiguration"],
      update: ["s3express:PutInventoryConfiguration"],
    },
    tagged(tagList(), "s3express:TagResource", "s3express:UntagResource"),
  ],
  "AWS::Backup::BackupPlan": [tagged(tagMap("BackupPlanTags"), "backup:TagResource", "backup:UntagResource")],
  "AWS::Backup::BackupSelection": [{ given: { BackupSelection: { IamRoleArn: roleArn } }, create: ["iam:PassRole"] }],
};
