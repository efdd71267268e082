import { type ConditionalCases, keyArn, roleArn, tagged, tagList, tagMap } from "./conditional-case";

export const databasesCases: ConditionalCases = {
  "AWS::DSQL::Cluster": [
    {
      given: { KmsEncryptionKey: keyArn },
      create: ["kms:DescribeKey", "kms:GenerateDataKey", "kms:Encrypt", "kms:Decrypt"],
      update: ["dsql:UpdateCluster", "kms:DescribeKey", "kms:GenerateDataKey", "kms:Encrypt", "kms:Decrypt"],
      removal: ["dsql:UpdateCluster"],
    },
    {
      given: { MultiRegionProperties: { WitnessRegion: "us-west-2" } },
      create: ["dsql:PutMultiRegionProperties", "dsql:PutWitnessRegion"],
      update: ["dsql:UpdateCluster", "dsql:PutMultiRegionProperties", "dsql:PutWitnessRegion"],
      removal: ["dsql:UpdateCluster"],
    },
    {
      given: { MultiRegionProperties: { Clusters: ["arn:aws:dsql:us-east-2:123456789012:cluster/other"] } },
      create: ["dsql:PutMultiRegionProperties", "dsql:AddPeerCluster"],
      update: ["dsql:UpdateCluster", "dsql:PutMultiRegionProperties", "dsql:AddPeerCluster"],
      removal: ["dsql:UpdateCluster"],
    },
    {
      given: { PolicyDocument: "given" },
      create: ["dsql:PutClusterPolicy"],
      update: ["dsql:PutClusterPolicy"],
      removal: ["dsql:DeleteClusterPolicy"],
    },
    {
      given: { DeletionProtectionEnabled: true },
      update: ["dsql:UpdateCluster"],
      removal: ["dsql:UpdateCluster"],
    },
    tagged(tagList(), "dsql:TagResource", "dsql:UntagResource"),
  ],
  "AWS::DynamoDB::Table": [
    {
      given: { ImportSourceSpecification: { given: "given" } },
      create: ["dynamodb:ImportTable"],
      spares: ["dynamodb:CreateTable"],
    },
    {
      given: { ResourcePolicy: { given: "given" } },
      create: ["dynamodb:PutResourcePolicy"],
      update: ["dynamodb:PutResourcePolicy"],
      removal: ["dynamodb:DeleteResourcePolicy"],
    },
    {
      given: [
        { SSESpecification: { KMSMasterKeyId: "alias/aws/dynamodb" } },
        { SSESpecification: { KMSMasterKeyId: "arn:aws:kms:eu-central-1:123456789012:alias/aws/dynamodb" } },
      ],
      update: ["dynamodb:UpdateTable", "dynamodb:DescribeTable"],
      removal: ["dynamodb:UpdateTable", "dynamodb:DescribeTable"],
    },
    {
      given: [{ SSESpecification: { KMSMasterKeyId: keyArn } }, { SSESpecification: { KMSMasterKeyId: "alias/own" } }],
      create: ["kms:DescribeKey", "kms:CreateGrant", "kms:Encrypt", "kms:Decrypt"],
      update: [
        "dynamodb:UpdateTable",
        "kms:DescribeKey",
        "kms:CreateGrant",
        "kms:Encrypt",
        "kms:Decrypt",
        "dynamodb:DescribeTable",
      ],
      removal: ["dynamodb:UpdateTable", "dynamodb:DescribeTable"],
    },
    {
      given: { TimeToLiveSpecification: { given: "given" } },
      create: ["dynamodb:DescribeTimeToLive", "dynamodb:UpdateTimeToLive"],
      update: ["dynamodb:DescribeTimeToLive", "dynamodb:UpdateTimeToLive"],
      removal: ["dynamodb:DescribeTimeToLive", "dynamodb:UpdateTimeToLive"],
    },
    {
      given: { ContributorInsightsSpecification: { given: "given" } },
      create: ["dynamodb:UpdateContributorInsights"],
      update: ["dynamodb:UpdateContributorInsights"],
    },
    {
      given: { KinesisStreamSpecification: { StreamArn: "arn:aws:kinesis:eu-central-1:123456789012:stream/given" } },
      create: ["dynamodb:EnableKinesisStreamingDestination", "kinesis:DescribeStream", "kinesis:PutRecords"],
      update: ["dynamodb:EnableKinesisStreamingDestination", "kinesis:DescribeStream", "kinesis:PutRecords"],
      removal: ["dynamodb:DisableKinesisStreamingDestination"],
    },
    {
      given: [
        { AttributeDefinitions: [{ given: "given" }] },
        { BillingMode: "given" },
        { DeletionProtectionEnabled: true },
        { GlobalSecondaryIndexes: [{ given: "given" }] },
        { OnDemandThroughput: { given: "given" } },
        { ProvisionedThroughput: { given: "given" } },
        { StreamSpecification: { given: "given" } },
        { TableClass: "given" },
        { WarmThroughput: { given: "given" } },
      ],
      update: ["dynamodb:UpdateTable", "dynamodb:DescribeTable"],
      removal: ["dynamodb:UpdateTable", "dynamodb:DescribeTable"],
    },
    tagged(tagList(), "dynamodb:TagResource", "dynamodb:UntagResource"),
    {
      given: { PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true } },
      create: ["dynamodb:UpdateContinuousBackups"],
      update: ["dynamodb:UpdateContinuousBackups"],
      removal: ["dynamodb:UpdateContinuousBackups"],
    },
  ],
  "AWS::DynamoDB::GlobalTable": [
    {
      given: { TimeToLiveSpecification: { given: "given" } },
      create: ["dynamodb:UpdateTimeToLive"],
      update: ["dynamodb:UpdateTimeToLive"],
      removal: ["dynamodb:UpdateTimeToLive"],
    },
    {
      given: { Replicas: [{ PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true } }] },
      create: ["dynamodb:UpdateContinuousBackups"],
      update: ["dynamodb:UpdateContinuousBackups"],
    },
    { given: { Replicas: [{ Tags: true }] }, create: ["dynamodb:TagResource"], update: ["dynamodb:TagResource"] },
  ],
  "AWS::OpenSearchServerless::Collection": [
    { given: { CollectionGroupName: "given" }, create: ["aoss:AddCollectionToCollectionGroup"] },
    { given: tagList(), create: ["aoss:TagResource"] },
  ],
  "AWS::OpenSearchServerless::CollectionGroup": [tagged(tagList(), "aoss:TagResource", "aoss:UntagResource")],
  "AWS::RDS::DBCluster": [
    {
      given: { MasterUserSecret: { KmsKeyId: keyArn } },
      beside: { ManageMasterUserPassword: true },
      create: ["kms:DescribeKey", "kms:Decrypt", "kms:GenerateDataKey", "kms:CreateGrant"],
      update: ["kms:DescribeKey", "kms:Decrypt", "kms:GenerateDataKey", "kms:CreateGrant"],
    },
    { given: { EnableHttpEndpoint: true }, beside: { EngineMode: "serverless" } },
    {
      given: { SnapshotIdentifier: "given" },
      create: ["rds:RestoreDBClusterFromSnapshot"],
      spares: ["rds:CreateDBCluster"],
    },
    {
      given: { SourceDBClusterIdentifier: "given" },
      create: ["rds:RestoreDBClusterToPointInTime"],
      spares: ["rds:CreateDBCluster"],
    },
    { given: { MonitoringRoleArn: roleArn }, create: ["iam:PassRole"], update: ["iam:PassRole"] },
    {
      given: { ManageMasterUserPassword: true },
      create: ["secretsmanager:CreateSecret", "secretsmanager:TagResource"],
      update: ["secretsmanager:CreateSecret", "secretsmanager:TagResource"],
    },
    { given: { KmsKeyId: keyArn }, create: ["kms:DescribeKey", "kms:CreateGrant"] },
    { given: { EnableHttpEndpoint: true }, update: ["rds:EnableHttpEndpoint"], removal: ["rds:DisableHttpEndpoint"] },
    tagged(tagList(), "rds:AddTagsToResource", "rds:RemoveTagsFromResource"),
    {
      given: { AssociatedRoles: [{ RoleArn: roleArn }] },
      create: ["rds:AddRoleToDBCluster", "iam:PassRole"],
      update: ["rds:AddRoleToDBCluster", "iam:PassRole"],
      removal: ["rds:RemoveRoleFromDBCluster"],
    },
  ],
  "AWS::RDS::DBInstance": [
    {
      given: { MasterUserSecret: { KmsKeyId: keyArn } },
      beside: { ManageMasterUserPassword: true },
      create: ["kms:DescribeKey", "kms:Decrypt", "kms:GenerateDataKey", "kms:CreateGrant"],
      update: ["kms:DescribeKey", "kms:Decrypt", "kms:GenerateDataKey", "kms:CreateGrant"],
    },
    {
      given: [{ DBSnapshotIdentifier: "given" }, { DBClusterSnapshotIdentifier: "given" }],
      create: ["rds:RestoreDBInstanceFromDBSnapshot"],
      spares: ["rds:CreateDBInstance"],
    },
    {
      given: [
        { RestoreTime: "given" },
        { UseLatestRestorableTime: true },
        { SourceDBInstanceAutomatedBackupsArn: "given" },
      ],
      create: ["rds:RestoreDBInstanceToPointInTime"],
      spares: ["rds:CreateDBInstance"],
    },
    {
      given: [{ SourceDBInstanceIdentifier: "given" }, { SourceDBClusterIdentifier: "given" }],
      create: ["rds:CreateDBInstanceReadReplica"],
      spares: ["rds:CreateDBInstance"],
    },
    { given: { MonitoringRoleArn: roleArn }, create: ["iam:PassRole"], update: ["iam:PassRole"] },
    {
      given: { ManageMasterUserPassword: true },
      create: ["secretsmanager:CreateSecret", "secretsmanager:TagResource"],
      update: ["secretsmanager:CreateSecret", "secretsmanager:TagResource"],
    },
    { given: { KmsKeyId: keyArn }, create: ["kms:DescribeKey", "kms:CreateGrant"] },
    tagged(tagList(), "rds:AddTagsToResource", "rds:RemoveTagsFromResource"),
    {
      given: { AssociatedRoles: [{ RoleArn: roleArn }] },
      create: ["rds:AddRoleToDBInstance", "iam:PassRole"],
      update: ["rds:AddRoleToDBInstance", "iam:PassRole"],
      removal: ["rds:RemoveRoleFromDBInstance"],
    },
  ],
  "AWS::RDS::DBSubnetGroup": [tagged(tagList(), "rds:AddTagsToResource", "rds:RemoveTagsFromResource")],
  "AWS::DocDB::DBSubnetGroup": [tagged(tagList(), "rds:AddTagsToResource", "rds:RemoveTagsFromResource")],
  "AWS::RDS::DBParameterGroup": [
    {
      given: { Parameters: { given: "given" } },
      create: ["rds:DescribeDBParameters", "rds:ModifyDBParameterGroup"],
      update: ["rds:DescribeDBParameters", "rds:ModifyDBParameterGroup"],
    },
    tagged(tagList(), "rds:AddTagsToResource", "rds:RemoveTagsFromResource"),
  ],
  "AWS::RDS::DBClusterParameterGroup": [
    {
      given: { Parameters: { given: "given" } },
      create: ["rds:DescribeDBClusterParameters", "rds:ModifyDBClusterParameterGroup"],
      update: ["rds:DescribeDBClusterParameters", "rds:ModifyDBClusterParameterGroup"],
    },
    tagged(tagList(), "rds:AddTagsToResource", "rds:RemoveTagsFromResource"),
  ],
  "AWS::RDS::DBProxy": [
    { given: { RoleArn: roleArn }, create: ["iam:PassRole"], update: ["iam:PassRole"] },
    tagged(tagList(), "rds:AddTagsToResource", "rds:RemoveTagsFromResource"),
  ],
  "AWS::RDS::DBProxyTargetGroup": [
    {
      given: { ConnectionPoolConfigurationInfo: { given: "given" } },
      create: ["rds:ModifyDBProxyTargetGroup"],
      update: ["rds:ModifyDBProxyTargetGroup"],
      removal: ["rds:ModifyDBProxyTargetGroup"],
    },
    {
      given: [{ DBInstanceIdentifiers: [{ given: "given" }] }, { DBClusterIdentifiers: [{ given: "given" }] }],
      update: ["rds:DeregisterDBProxyTargets", "rds:RegisterDBProxyTargets"],
      removal: ["rds:DeregisterDBProxyTargets", "rds:RegisterDBProxyTargets"],
    },
  ],
  "AWS::DocDB::DBCluster": [
    {
      given: { MasterUserSecretKmsKeyId: keyArn },
      beside: { ManageMasterUserPassword: true },
      create: ["kms:DescribeKey", "kms:Decrypt", "kms:GenerateDataKey", "kms:CreateGrant"],
      update: ["kms:DescribeKey", "kms:Decrypt", "kms:GenerateDataKey", "kms:CreateGrant"],
    },
    {
      given: { SnapshotIdentifier: "given" },
      create: ["rds:RestoreDBClusterFromSnapshot"],
      spares: ["rds:CreateDBCluster"],
    },
    {
      given: { SourceDBClusterIdentifier: "given" },
      create: ["rds:RestoreDBClusterToPointInTime"],
      spares: ["rds:CreateDBCluster"],
    },
    {
      given: { ManageMasterUserPassword: true },
      create: ["secretsmanager:CreateSecret", "secretsmanager:TagResource"],
      update: ["secretsmanager:CreateSecret", "secretsmanager:TagResource"],
    },
    { given: { KmsKeyId: keyArn }, create: ["kms:DescribeKey", "kms:CreateGrant"] },
    tagged(tagList(), "rds:AddTagsToResource", "rds:RemoveTagsFromResource"),
  ],
  "AWS::DocDB::DBInstance": [tagged(tagList(), "rds:AddTagsToResource", "rds:RemoveTagsFromResource")],
  "AWS::Elasticsearch::Domain": [tagged(tagList(), "es:AddTags", "es:RemoveTags")],
  "AWS::OpenSearchService::Domain": [tagged(tagList(), "es:AddTags", "es:RemoveTags")],
  "AWS::Kendra::Index": [
    { given: { RoleArn: roleArn }, create: ["iam:PassRole"], update: ["iam:PassRole"] },
    {
      given: { ServerSideEncryptionConfiguration: { KmsKeyId: keyArn } },
      create: ["kms:DescribeKey", "kms:CreateGrant"],
    },
    {
      given: [{ DocumentMetadataConfigurations: [{ given: "given" }] }, { CapacityUnits: { given: "given" } }],
      create: ["kendra:UpdateIndex"],
    },
    tagged(tagList(), "kendra:TagResource", "kendra:UntagResource"),
  ],
  "AWS::Kendra::DataSource": [
    { given: { RoleArn: roleArn }, create: ["iam:PassRole"], update: ["iam:PassRole"] },
    tagged(tagList(), "kendra:TagResource", "kendra:UntagResource"),
  ],
  "AWS::Glue::Crawler": [
    { given: { Role: roleArn }, create: ["iam:PassRole"], update: ["iam:PassRole"] },
    tagged(tagMap(), "glue:TagResource", "glue:UntagResource"),
  ],
  "AWS::Glue::Job": [
    { given: { Role: roleArn }, create: ["iam:PassRole"], update: ["iam:PassRole"] },
    tagged(tagMap(), "glue:TagResource", "glue:UntagResource"),
  ],
  "AWS::MemoryDB::Cluster": [
    { given: { KmsKeyId: keyArn }, create: ["kms:DescribeKey", "kms:CreateGrant"] },
    tagged(tagList(), "memorydb:TagResource", "memorydb:UntagResource"),
  ],
  "AWS::MemoryDB::SubnetGroup": [tagged(tagList(), "memorydb:TagResource", "memorydb:UntagResource")],
  "AWS::Timestream::Database": [
    {
      given: { KmsKeyId: keyArn },
      create: ["kms:DescribeKey", "kms:CreateGrant", "kms:Decrypt"],
      update: [
        "timestream:DescribeEndpoints",
        "timestream:UpdateDatabase",
        "kms:DescribeKey",
        "kms:CreateGrant",
        "kms:Decrypt",
      ],
      removal: ["timestream:DescribeEndpoints", "timestream:UpdateDatabase"],
    },
    {
      given: tagList(),
      create: ["timestream:TagResource"],
      update: ["timestream:DescribeEndpoints", "timestream:TagResource"],
      removal: ["timestream:DescribeEndpoints", "timestream:UntagResource"],
    },
  ],
  "AWS::Timestream::Table": [tagged(tagList(), "timestream:TagResource", "timestream:UntagResource")],
  "AWS::QLDB::Ledger": [
    {
      given: { KmsKey: keyArn },
      create: ["kms:DescribeKey", "kms:CreateGrant"],
      update: ["kms:DescribeKey", "kms:CreateGrant"],
    },
    tagged(tagList(), "qldb:TagResource", "qldb:UntagResource"),
  ],
  "AWS::Glue::Connection": [tagged(tagMap(), "glue:TagResource", "glue:UntagResource")],
  "AWS::Glue::Trigger": [tagged(tagMap(), "glue:TagResource", "glue:UntagResource")],
  "AWS::Glue::Workflow": [tagged(tagMap(), "glue:TagResource", "glue:UntagResource")],
};
