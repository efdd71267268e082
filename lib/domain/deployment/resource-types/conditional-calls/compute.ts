import { type ConditionalCases, keyArn, logDelivery, roleArn, tagged, tagList, tagMap } from "./conditional-case";

export const computeCases: ConditionalCases = {
  "AWS::ApplicationAutoScaling::ScalableTarget": [
    { given: { RoleARN: roleArn }, create: ["iam:PassRole"], update: ["iam:PassRole"] },
    {
      given: { ScheduledActions: [{ given: "given" }] },
      create: ["application-autoscaling:PutScheduledAction"],
      update: ["application-autoscaling:PutScheduledAction"],
    },
  ],
  "AWS::ECS::Cluster": [
    {
      given: [
        { ClusterSettings: [{ given: "given" }] },
        { Configuration: { given: "given" } },
        { ServiceConnectDefaults: { given: "given" } },
      ],
      update: ["ecs:UpdateCluster", "ecs:DescribeClusters"],
      removal: ["ecs:UpdateCluster", "ecs:DescribeClusters"],
    },
    {
      given: [{ CapacityProviders: [{ given: "given" }] }, { DefaultCapacityProviderStrategy: [{ given: "given" }] }],
      update: ["ecs:PutClusterCapacityProviders", "ecs:DescribeClusters"],
      removal: ["ecs:PutClusterCapacityProviders", "ecs:DescribeClusters"],
    },
    tagged(tagList(), "ecs:TagResource", "ecs:UntagResource"),
  ],
  "AWS::ECS::TaskDefinition": [
    { given: [{ ExecutionRoleArn: roleArn }, { TaskRoleArn: roleArn }], create: ["iam:PassRole"] },
    tagged(tagList(), "ecs:TagResource", "ecs:UntagResource"),
  ],
  "AWS::ECS::Service": [
    { given: { Role: roleArn }, create: ["iam:PassRole"] },
    tagged(tagList(), "ecs:TagResource", "ecs:UntagResource"),
    {
      given: [
        { VolumeConfigurations: [{ ManagedEBSVolume: { RoleArn: roleArn } }] },
        { VpcLatticeConfigurations: [{ RoleArn: roleArn }] },
        { ServiceConnectConfiguration: { Services: [{ Tls: { RoleArn: roleArn } }] } },
      ],
      create: ["iam:PassRole"],
      update: ["iam:PassRole"],
    },
  ],
  "AWS::Batch::ComputeEnvironment": [
    {
      given: [{ ServiceRole: roleArn }, { ComputeResources: { InstanceRole: roleArn } }],
      create: ["iam:PassRole"],
      update: ["iam:PassRole"],
    },
    { given: { ComputeResources: { SpotIamFleetRole: roleArn } }, create: ["iam:PassRole"] },
    { given: tagMap(), create: ["batch:TagResource"] },
  ],
  "AWS::Batch::JobQueue": [{ given: tagMap(), create: ["batch:TagResource"] }],
  "AWS::Batch::JobDefinition": [
    {
      given: { ContainerProperties: { ExecutionRoleArn: roleArn } },
      create: ["iam:PassRole"],
      update: ["iam:PassRole"],
    },
    { given: { ContainerProperties: { JobRoleArn: roleArn } }, create: ["iam:PassRole"], update: ["iam:PassRole"] },
    { given: tagMap(), create: ["batch:TagResource"] },
  ],
  "AWS::BedrockAgentCore::Runtime": [
    {
      given: { AgentRuntimeArtifact: { CodeConfiguration: { Code: { S3: { Bucket: "given", Prefix: "code.zip" } } } } },
      create: ["s3:GetObject"],
      update: ["s3:GetObject"],
    },
    { given: { RoleArn: roleArn }, create: ["iam:PassRole"], update: ["iam:PassRole"] },
    tagged(tagMap(), "bedrock-agentcore:TagResource", "bedrock-agentcore:UntagResource"),
  ],
  "AWS::AutoScaling::AutoScalingGroup": [
    tagged(tagList(), "autoscaling:CreateOrUpdateTags", "autoscaling:DeleteTags"),
    {
      given: [{ LaunchTemplate: { given: "given" } }, { MixedInstancesPolicy: { given: "given" } }],
      create: ["ec2:RunInstances"],
      update: ["ec2:RunInstances"],
    },
    {
      given: { MetricsCollection: [{ given: "given" }] },
      create: ["autoscaling:EnableMetricsCollection"],
      update: ["autoscaling:EnableMetricsCollection"],
      removal: ["autoscaling:DisableMetricsCollection"],
    },
    {
      given: { NotificationConfigurations: [{ given: "given" }] },
      create: ["autoscaling:PutNotificationConfiguration"],
      update: ["autoscaling:PutNotificationConfiguration"],
      removal: ["autoscaling:DeleteNotificationConfiguration"],
    },
    {
      given: { LoadBalancerNames: [{ given: "given" }] },
      update: ["autoscaling:AttachLoadBalancers"],
      removal: ["autoscaling:DetachLoadBalancers"],
    },
    {
      given: { TargetGroupARNs: [{ given: "given" }] },
      update: ["autoscaling:AttachLoadBalancerTargetGroups"],
      removal: ["autoscaling:DetachLoadBalancerTargetGroups"],
    },
    {
      given: { TrafficSources: [{ given: "given" }] },
      update: ["autoscaling:AttachTrafficSources"],
      removal: ["autoscaling:DetachTrafficSources"],
    },
    {
      given: { LifecycleHookSpecificationList: [{ given: "given" }] },
      update: ["autoscaling:PutLifecycleHook"],
      removal: ["autoscaling:DeleteLifecycleHook"],
    },
  ],
  "AWS::AutoScaling::LaunchConfiguration": [{ given: { IamInstanceProfile: "given" }, create: ["iam:PassRole"] }],
  "AWS::Bedrock::Guardrail": [
    {
      given: { KmsKeyArn: keyArn },
      create: ["kms:DescribeKey", "kms:GenerateDataKey", "kms:Decrypt", "kms:CreateGrant"],
      update: ["kms:DescribeKey", "kms:GenerateDataKey", "kms:Decrypt", "kms:CreateGrant"],
    },
    tagged(tagList(), "bedrock:TagResource", "bedrock:UntagResource"),
  ],
  "AWS::CodeBuild::Project": [
    {
      given: { Triggers: { Webhook: true } },
      create: ["codebuild:CreateWebhook"],
      update: ["codebuild:CreateWebhook"],
      removal: ["codebuild:DeleteWebhook"],
    },
    {
      given: { Visibility: "given" },
      create: ["codebuild:UpdateProjectVisibility"],
      update: ["codebuild:UpdateProjectVisibility"],
    },
  ],
  "AWS::BedrockAgentCore::Gateway": [
    { given: { RoleArn: roleArn }, create: ["iam:PassRole"], update: ["iam:PassRole"] },
    {
      given: { KmsKeyArn: keyArn },
      create: ["kms:DescribeKey", "kms:CreateGrant", "kms:GenerateDataKey", "kms:Decrypt"],
    },
    tagged(tagMap(), "bedrock-agentcore:TagResource", "bedrock-agentcore:UntagResource"),
  ],
  "AWS::BedrockAgentCore::GatewayTarget": [
    {
      given: { TargetConfiguration: { Mcp: { OpenApiSchema: { S3: { Uri: "s3://given/api.json" } } } } },
      create: ["s3:GetObject"],
      update: ["s3:GetObject"],
    },
    {
      given: { TargetConfiguration: { Mcp: { ApiGateway: { RestApiId: "given" } } } },
      create: ["apigateway:GET"],
      update: ["apigateway:GET"],
    },
  ],
  "AWS::Neptune::DBSubnetGroup": [tagged(tagList(), "rds:AddTagsToResource", "rds:RemoveTagsFromResource")],
  "AWS::Neptune::DBCluster": [
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
    { given: { KmsKeyId: keyArn }, create: ["kms:DescribeKey", "kms:CreateGrant"] },
    tagged(tagList(), "rds:AddTagsToResource", "rds:RemoveTagsFromResource"),
    { given: { AssociatedRoles: [{ RoleArn: roleArn }] }, create: ["rds:AddRoleToDBCluster", "iam:PassRole"] },
  ],
  "AWS::Neptune::DBInstance": [tagged(tagList(), "rds:AddTagsToResource", "rds:RemoveTagsFromResource")],
  "AWS::ElastiCache::SubnetGroup": [
    tagged(tagList(), "elasticache:AddTagsToResource", "elasticache:RemoveTagsFromResource"),
  ],
  "AWS::ElastiCache::ParameterGroup": [
    {
      given: { Properties: { given: "given" } },
      create: ["elasticache:ModifyCacheParameterGroup"],
      update: ["elasticache:ModifyCacheParameterGroup"],
    },
    tagged(tagList(), "elasticache:AddTagsToResource", "elasticache:RemoveTagsFromResource"),
  ],
  "AWS::ElastiCache::CacheCluster": [
    {
      given: { LogDeliveryConfigurations: [{ given: "given" }] },
      create: logDelivery,
      update: logDelivery,
    },
    tagged(tagList(), "elasticache:AddTagsToResource", "elasticache:RemoveTagsFromResource"),
  ],
  "AWS::ElastiCache::ReplicationGroup": [
    { given: { KmsKeyId: keyArn }, create: ["kms:DescribeKey", "kms:CreateGrant"] },
    {
      given: { LogDeliveryConfigurations: [{ given: "given" }] },
      create: logDelivery,
      update: logDelivery,
    },
    {
      given: [{ NumNodeGroups: 1 }, { NodeGroupConfiguration: [{ given: "given" }] }],
      update: ["elasticache:ModifyReplicationGroupShardConfiguration"],
      removal: ["elasticache:ModifyReplicationGroupShardConfiguration"],
    },
    tagged(tagList(), "elasticache:AddTagsToResource", "elasticache:RemoveTagsFromResource"),
  ],
  "AWS::ElastiCache::ServerlessCache": [
    { given: { KmsKeyId: keyArn }, create: ["kms:DescribeKey", "kms:CreateGrant"] },
    tagged(tagList(), "elasticache:AddTagsToResource", "elasticache:RemoveTagsFromResource"),
  ],
  "AWS::Athena::WorkGroup": [
    {
      given: { WorkGroupConfiguration: { ExecutionRole: roleArn } },
      create: ["iam:PassRole"],
      update: ["iam:PassRole"],
    },
    tagged(tagList(), "athena:TagResource", "athena:UntagResource"),
  ],
  "AWS::Athena::DataCatalog": [tagged(tagList(), "athena:TagResource", "athena:UntagResource")],
  "AWS::CodePipeline::Pipeline": [
    {
      given: {
        Stages: [
          {
            Actions: [
              {
                Configuration: { ConnectionArn: "arn:aws:codeconnections:eu-central-1:123456789012:connection/given" },
              },
            ],
          },
        ],
      },
      create: ["codeconnections:PassConnection"],
      update: ["codeconnections:PassConnection"],
    },
    {
      given: {
        Stages: [
          {
            Actions: [
              {
                Configuration: {
                  ConnectionArn: "arn:aws:codestar-connections:eu-central-1:123456789012:connection/given",
                },
              },
            ],
          },
        ],
      },
      create: ["codestar-connections:PassConnection"],
      update: ["codestar-connections:PassConnection"],
    },
    {
      given: { DisableInboundStageTransitions: [{ StageName: "Deploy", Reason: "given" }] },
      create: ["codepipeline:DisableStageTransition"],
      update: ["codepipeline:DisableStageTransition"],
      removal: ["codepipeline:EnableStageTransition"],
    },
    { given: { RoleArn: roleArn }, create: ["iam:PassRole"], update: ["iam:PassRole"] },
    tagged(tagList(), "codepipeline:TagResource", "codepipeline:UntagResource"),
  ],
  "AWS::CodeConnections::Connection": [
    tagged(tagList(), "codeconnections:TagResource", "codeconnections:UntagResource"),
  ],
  "AWS::CodeStarConnections::Connection": [
    tagged(tagList(), "codestar-connections:TagResource", "codestar-connections:UntagResource"),
  ],
  "AWS::CodeCommit::Repository": [
    {
      given: { RepositoryName: "given" },
      update: ["codecommit:UpdateRepositoryName"],
      removal: ["codecommit:UpdateRepositoryName"],
    },
    {
      given: { Triggers: [{ given: "given" }] },
      create: ["codecommit:PutRepositoryTriggers"],
      update: ["codecommit:PutRepositoryTriggers"],
      removal: ["codecommit:PutRepositoryTriggers"],
    },
    {
      given: { RepositoryDescription: "given" },
      update: ["codecommit:UpdateRepositoryDescription"],
      removal: ["codecommit:UpdateRepositoryDescription"],
    },
    tagged(tagList(), "codecommit:TagResource", "codecommit:UntagResource"),
  ],
  "AWS::Budgets::Budget": [
    { given: { ResourceTags: [{ given: "given" }] }, create: ["budgets:TagResource"] },
    { given: { Budget: { given: "given" } }, update: ["budgets:ModifyBudget"], removal: ["budgets:ModifyBudget"] },
  ],
  "AWS::AutoScaling::LifecycleHook": [
    { given: { RoleARN: roleArn }, create: ["iam:PassRole"], update: ["iam:PassRole"] },
  ],
  "AWS::ServiceDiscovery::HttpNamespace": [
    tagged(tagList(), "servicediscovery:TagResource", "servicediscovery:UntagResource"),
  ],
  "AWS::ServiceDiscovery::PrivateDnsNamespace": [
    tagged(tagList(), "servicediscovery:TagResource", "servicediscovery:UntagResource"),
  ],
  "AWS::ServiceDiscovery::Service": [
    tagged(tagList(), "servicediscovery:TagResource", "servicediscovery:UntagResource"),
  ],
  "AWS::ECS::CapacityProvider": [
    {
      given: { AutoScalingGroupProvider: { AutoScalingGroupArn: "given" } },
      create: ["autoscaling:CreateOrUpdateTags"],
    },
    {
      given: { ManagedInstancesProvider: { given: "given" } },
      update: ["ecs:UpdateCapacityProvider"],
      removal: ["ecs:UpdateCapacityProvider"],
    },
    tagged(tagList(), "ecs:TagResource", "ecs:UntagResource"),
  ],
  "AWS::Bedrock::Agent": [
    {
      given: { KnowledgeBases: [{ KnowledgeBaseId: "given" }] },
      create: ["bedrock:AssociateAgentKnowledgeBase"],
      update: ["bedrock:AssociateAgentKnowledgeBase"],
      removal: ["bedrock:DisassociateAgentKnowledgeBase"],
    },
    { given: { AgentResourceRoleArn: roleArn }, create: ["iam:PassRole"], update: ["iam:PassRole"] },
    {
      given: { CustomerEncryptionKeyArn: keyArn },
      create: ["kms:GenerateDataKey", "kms:Decrypt"],
      update: ["kms:GenerateDataKey", "kms:Decrypt"],
    },
    {
      given: { ActionGroups: [{ given: "given" }] },
      create: ["bedrock:CreateAgentActionGroup"],
      update: ["bedrock:ListAgentActionGroups", "bedrock:CreateAgentActionGroup"],
      removal: ["bedrock:ListAgentActionGroups", "bedrock:DeleteAgentActionGroup"],
    },
    { given: { AutoPrepare: true }, create: ["bedrock:PrepareAgent"], update: ["bedrock:PrepareAgent"] },
    tagged(tagMap(), "bedrock:TagResource", "bedrock:UntagResource"),
  ],
  "AWS::Bedrock::AgentAlias": [tagged(tagMap(), "bedrock:TagResource", "bedrock:UntagResource")],
  "AWS::Bedrock::KnowledgeBase": [
    { given: { RoleArn: roleArn }, create: ["iam:PassRole"], update: ["iam:PassRole"] },
    tagged(tagMap(), "bedrock:TagResource", "bedrock:UntagResource"),
  ],
  "AWS::Bedrock::DataSource": [
    {
      given: { ServerSideEncryptionConfiguration: { KmsKeyArn: keyArn } },
      create: ["kms:GenerateDataKey", "kms:Decrypt"],
      update: ["kms:GenerateDataKey", "kms:Decrypt"],
    },
  ],
  "AWS::Bedrock::Prompt": [
    {
      given: { CustomerEncryptionKeyArn: keyArn },
      create: ["kms:GenerateDataKey", "kms:Decrypt"],
      update: ["kms:GenerateDataKey", "kms:Decrypt"],
    },
    tagged(tagMap(), "bedrock:TagResource", "bedrock:UntagResource"),
  ],
  "AWS::MSK::Cluster": [
    {
      given: { EncryptionInfo: { EncryptionAtRest: { DataVolumeKMSKeyId: keyArn } } },
      create: ["kms:DescribeKey", "kms:CreateGrant"],
    },
    {
      given: { LoggingInfo: { given: "given" } },
      create: logDelivery,
      update: ["kafka:UpdateMonitoring", ...logDelivery, "kafka:DescribeClusterOperation"],
      removal: ["kafka:UpdateMonitoring", "kafka:DescribeClusterOperation"],
    },
    {
      given: { BrokerNodeGroupInfo: { StorageInfo: true } },
      update: ["kafka:UpdateBrokerStorage", "kafka:DescribeClusterOperation"],
      removal: ["kafka:UpdateBrokerStorage", "kafka:DescribeClusterOperation"],
    },
    {
      given: { NumberOfBrokerNodes: 1 },
      update: ["kafka:UpdateBrokerCount", "kafka:DescribeClusterOperation"],
      removal: ["kafka:UpdateBrokerCount", "kafka:DescribeClusterOperation"],
    },
    {
      given: { BrokerNodeGroupInfo: { InstanceType: true } },
      update: ["kafka:UpdateBrokerType", "kafka:DescribeClusterOperation"],
      removal: ["kafka:UpdateBrokerType", "kafka:DescribeClusterOperation"],
    },
    {
      given: { BrokerNodeGroupInfo: { ConnectivityInfo: true } },
      update: ["kafka:UpdateConnectivity", "kafka:DescribeClusterOperation"],
      removal: ["kafka:UpdateConnectivity", "kafka:DescribeClusterOperation"],
    },
    {
      given: { KafkaVersion: "given" },
      update: ["kafka:UpdateClusterKafkaVersion", "kafka:DescribeClusterOperation"],
      removal: ["kafka:UpdateClusterKafkaVersion", "kafka:DescribeClusterOperation"],
    },
    {
      given: [{ EnhancedMonitoring: "given" }, { OpenMonitoring: { given: "given" } }],
      update: ["kafka:UpdateMonitoring", "kafka:DescribeClusterOperation"],
      removal: ["kafka:UpdateMonitoring", "kafka:DescribeClusterOperation"],
    },
    {
      given: { ClientAuthentication: { given: "given" } },
      update: ["kafka:UpdateSecurity", "kafka:DescribeClusterOperation"],
      removal: ["kafka:UpdateSecurity", "kafka:DescribeClusterOperation"],
    },
    tagged(tagMap(), "kafka:TagResource", "kafka:UntagResource"),
    {
      given: {
        ConfigurationInfo: {
          Arn: "arn:aws:kafka:eu-central-1:123456789012:configuration/given/11111111-2222-4333-a444-555555555555-1",
        },
      },
      update: ["kafka:UpdateClusterConfiguration", "kafka:DescribeClusterOperation"],
      removal: ["kafka:UpdateClusterConfiguration", "kafka:DescribeClusterOperation"],
    },
  ],
  "AWS::MSK::ServerlessCluster": [{ given: tagMap(), create: ["kafka:TagResource"] }],
  "AWS::KinesisAnalyticsV2::Application": [
    { given: { ServiceExecutionRole: roleArn }, create: ["iam:PassRole"], update: ["iam:PassRole"] },
    {
      given: { ApplicationMaintenanceConfiguration: { given: "given" } },
      create: ["kinesisanalytics:UpdateApplicationMaintenanceConfiguration"],
    },
    tagged(tagList(), "kinesisanalytics:TagResource", "kinesisanalytics:UntagResource"),
  ],
  "AWS::AccessAnalyzer::Analyzer": [
    {
      given: { ArchiveRules: [{ RuleName: "given" }] },
      update: ["access-analyzer:CreateArchiveRule"],
      removal: ["access-analyzer:DeleteArchiveRule"],
    },
    {
      given: { AnalyzerConfiguration: { given: "given" } },
      update: ["access-analyzer:UpdateAnalyzer"],
      removal: ["access-analyzer:UpdateAnalyzer"],
    },
    tagged(tagList(), "access-analyzer:TagResource", "access-analyzer:UntagResource"),
  ],
  "AWS::Chatbot::SlackChannelConfiguration": [
    { given: { IamRoleArn: roleArn }, create: ["iam:PassRole"], update: ["iam:PassRole"] },
    tagged(tagList(), "chatbot:TagResource", "chatbot:UntagResource"),
  ],
  "AWS::Location::PlaceIndex": [tagged(tagList(), "geo:TagResource", "geo:UntagResource")],
  "AWS::Location::Map": [tagged(tagList(), "geo:TagResource", "geo:UntagResource")],
  "AWS::Location::Tracker": [
    { given: { KmsKeyId: keyArn }, create: ["kms:DescribeKey", "kms:CreateGrant"] },
    tagged(tagList(), "geo:TagResource", "geo:UntagResource"),
  ],
  "AWS::Location::GeofenceCollection": [
    { given: { KmsKeyId: keyArn }, create: ["kms:DescribeKey", "kms:CreateGrant"] },
    tagged(tagList(), "geo:TagResource", "geo:UntagResource"),
  ],
  "AWS::Location::RouteCalculator": [tagged(tagList(), "geo:TagResource", "geo:UntagResource")],
  "AWS::VerifiedPermissions::PolicyStore": [
    {
      given: { Schema: { given: "given" } },
      create: ["verifiedpermissions:PutSchema"],
      update: ["verifiedpermissions:PutSchema"],
      removal: ["verifiedpermissions:PutSchema"],
    },
    {
      given: [
        { DeletionProtection: { given: "given" } },
        { Description: "given" },
        { ValidationSettings: { given: "given" } },
      ],
      update: ["verifiedpermissions:UpdatePolicyStore"],
      removal: ["verifiedpermissions:UpdatePolicyStore"],
    },
    tagged(tagList(), "verifiedpermissions:TagResource", "verifiedpermissions:UntagResource"),
  ],
};
