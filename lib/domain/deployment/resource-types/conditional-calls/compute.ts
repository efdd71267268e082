import { type ConditionalCases, keyArn, roleArn, tagged, tagList, tagMap } from "./conditional-case";

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
};
