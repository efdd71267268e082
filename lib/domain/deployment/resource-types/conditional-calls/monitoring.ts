import { type ConditionalCases, keyArn, logDelivery, roleArn, tagged, tagList } from "./conditional-case";

export const monitoringCases: ConditionalCases = {
  "AWS::Logs::LogGroup": [
    {
      given: { KmsKeyId: keyArn },
      create: ["kms:CreateGrant"],
      update: ["logs:AssociateKmsKey", "kms:CreateGrant"],
      removal: ["logs:DisassociateKmsKey"],
    },
    {
      given: { RetentionInDays: 1 },
      create: ["logs:PutRetentionPolicy"],
      update: ["logs:PutRetentionPolicy"],
      removal: ["logs:DeleteRetentionPolicy"],
    },
    {
      given: { DataProtectionPolicy: { given: "given" } },
      create: ["logs:PutDataProtectionPolicy"],
      update: ["logs:PutDataProtectionPolicy"],
    },
    {
      given: { FieldIndexPolicies: [{ given: "given" }] },
      create: ["logs:PutIndexPolicy"],
      update: ["logs:PutIndexPolicy"],
    },
    {
      given: tagList(),
      create: ["logs:TagResource"],
      update: ["logs:TagResource"],
      removal: ["logs:UntagResource"],
    },
  ],
  "AWS::Logs::SubscriptionFilter": [
    { given: { RoleArn: roleArn }, create: ["iam:PassRole"], update: ["iam:PassRole"] },
  ],
  "AWS::CloudWatch::Alarm": [tagged(tagList(), "cloudwatch:TagResource", "cloudwatch:UntagResource")],
  "AWS::CloudWatch::CompositeAlarm": [tagged(tagList(), "cloudwatch:TagResource", "cloudwatch:UntagResource")],
  "AWS::CloudWatch::Dashboard": [
    { given: { DashboardBody: "given" }, update: ["cloudwatch:PutDashboard"], removal: ["cloudwatch:PutDashboard"] },
    tagged(tagList(), "cloudwatch:TagResource", "cloudwatch:UntagResource"),
  ],
  "AWS::ServiceCatalog::LaunchRoleConstraint": [
    { given: { RoleArn: roleArn }, create: ["iam:PassRole"], update: ["iam:PassRole"] },
  ],
  "AWS::Logs::DeliverySource": [tagged(tagList(), "logs:TagResource", "logs:UntagResource")],
  "AWS::Logs::DeliveryDestination": [tagged(tagList(), "logs:TagResource", "logs:UntagResource")],
  "AWS::Logs::Delivery": [tagged(tagList(), "logs:TagResource", "logs:UntagResource")],
  "AWS::CloudTrail::Trail": [
    { given: { CloudWatchLogsRoleArn: roleArn }, create: ["iam:PassRole"], update: ["iam:PassRole"] },
    {
      given: { IsOrganizationTrail: true },
      create: ["organizations:DescribeOrganization", "organizations:ListAWSServiceAccessForOrganization"],
      update: ["organizations:DescribeOrganization", "organizations:ListAWSServiceAccessForOrganization"],
    },
    {
      given: [{ EventSelectors: [{ given: "given" }] }, { AdvancedEventSelectors: [{ given: "given" }] }],
      create: ["cloudtrail:PutEventSelectors"],
      update: ["cloudtrail:PutEventSelectors"],
    },
    {
      given: { InsightSelectors: [{ given: "given" }] },
      create: ["cloudtrail:PutInsightSelectors"],
      update: ["cloudtrail:PutInsightSelectors"],
    },
    {
      given: { IsLogging: true },
      create: ["cloudtrail:StartLogging"],
      update: ["cloudtrail:StartLogging"],
      removal: ["cloudtrail:StopLogging"],
    },
    tagged(tagList(), "cloudtrail:AddTags", "cloudtrail:RemoveTags"),
  ],
  "AWS::Synthetics::Canary": [
    {
      given: { Code: { S3Bucket: "given", S3ObjectVersion: "1" } },
      create: ["s3:GetObjectVersion"],
      update: [
        "lambda:PublishLayerVersion",
        "lambda:GetLayerVersion",
        "s3:GetObjectVersion",
        "lambda:UpdateFunctionCode",
      ],
      removal: ["lambda:PublishLayerVersion", "lambda:GetLayerVersion", "lambda:UpdateFunctionCode"],
    },
    {
      given: { ProvisionedResourceCleanup: "AUTOMATIC" },
      delete: ["lambda:DeleteFunction", "lambda:DeleteLayerVersion"],
    },
    { given: { ExecutionRoleArn: roleArn }, create: ["iam:PassRole"], update: ["iam:PassRole"] },
    {
      given: { Code: { S3Bucket: "given" } },
      create: ["s3:GetObject"],
      update: ["lambda:PublishLayerVersion", "lambda:GetLayerVersion", "s3:GetObject", "lambda:UpdateFunctionCode"],
      removal: ["lambda:PublishLayerVersion", "lambda:GetLayerVersion", "lambda:UpdateFunctionCode"],
    },
    {
      given: [{ Code: { S3ObjectVersion: true } }, { Code: { S3Key: "given" } }],
      update: ["lambda:PublishLayerVersion", "lambda:GetLayerVersion", "lambda:UpdateFunctionCode"],
      removal: ["lambda:PublishLayerVersion", "lambda:GetLayerVersion", "lambda:UpdateFunctionCode"],
    },
    {
      given: { VPCConfig: { SubnetIds: "given" } },
      create: ["ec2:DescribeVpcs", "ec2:DescribeSubnets", "ec2:DescribeSecurityGroups"],
    },
    {
      given: { StartCanaryAfterCreation: true },
      create: ["synthetics:StartCanary"],
      update: ["synthetics:StartCanary"],
      removal: ["synthetics:StopCanary"],
    },
    {
      given: { DeleteLambdaResourcesOnCanaryDeletion: true },
      delete: ["lambda:DeleteFunction", "lambda:DeleteLayerVersion"],
    },
    tagged(tagList(), "synthetics:TagResource", "synthetics:UntagResource"),
  ],
  "AWS::RUM::AppMonitor": [
    {
      given: { CwLogEnabled: true },
      create: [...logDelivery, "logs:CreateLogGroup"],
      update: [...logDelivery, "logs:CreateLogGroup"],
    },
    {
      given: { ResourcePolicy: { given: "given" } },
      create: ["rum:PutResourcePolicy"],
      update: ["rum:PutResourcePolicy"],
      removal: ["rum:DeleteResourcePolicy"],
    },
    {
      given: { AppMonitorConfiguration: { MetricDestinations: true } },
      create: ["rum:PutRumMetricsDestination", "rum:BatchCreateRumMetricDefinitions"],
      update: ["rum:PutRumMetricsDestination", "rum:BatchCreateRumMetricDefinitions"],
    },
    tagged(tagList(), "rum:TagResource", "rum:UntagResource"),
  ],
  "AWS::ResourceGroups::Group": [
    {
      given: { ResourceQuery: { Type: "CLOUDFORMATION_STACK_1_0" } },
      create: ["cloudformation:DescribeStacks", "cloudformation:ListStackResources"],
      update: [
        "resource-groups:UpdateGroupQuery",
        "cloudformation:DescribeStacks",
        "cloudformation:ListStackResources",
      ],
      removal: ["resource-groups:UpdateGroupQuery"],
    },
    {
      given: { ResourceQuery: { Type: true } },
      update: ["resource-groups:UpdateGroupQuery"],
      removal: ["resource-groups:UpdateGroupQuery"],
    },
    {
      given: { Resources: [{ given: "given" }] },
      create: ["resource-groups:GroupResources"],
      update: ["resource-groups:GroupResources"],
      removal: ["resource-groups:UngroupResources"],
    },
    {
      given: { Description: "given" },
      update: ["resource-groups:UpdateGroup"],
      removal: ["resource-groups:UpdateGroup"],
    },
    {
      given: { Configuration: [{ given: "given" }] },
      update: ["resource-groups:PutGroupConfiguration"],
      removal: ["resource-groups:PutGroupConfiguration"],
    },
    tagged(tagList(), "resource-groups:Tag", "resource-groups:Untag"),
  ],
  "AWS::ApplicationInsights::Application": [
    {
      given: { LogPatternSets: [{ given: "given" }] },
      create: ["applicationinsights:CreateLogPattern"],
      update: ["applicationinsights:CreateLogPattern"],
    },
    {
      given: { CustomComponents: [{ given: "given" }] },
      create: ["applicationinsights:CreateComponent"],
      update: ["applicationinsights:CreateComponent"],
    },
    {
      given: { ComponentMonitoringSettings: [{ given: "given" }] },
      create: ["applicationinsights:DescribeComponent", "applicationinsights:UpdateComponentConfiguration"],
      update: ["applicationinsights:DescribeComponent", "applicationinsights:UpdateComponentConfiguration"],
    },
    tagged(tagList(), "applicationinsights:TagResource", "applicationinsights:UntagResource"),
  ],
  "AWS::XRay::Group": [tagged(tagList(), "xray:TagResource", "xray:UntagResource")],
  "AWS::XRay::SamplingRule": [tagged(tagList(), "xray:TagResource", "xray:UntagResource")],
  "AWS::Logs::AccountPolicy": [
    { given: { PolicyType: "DATA_PROTECTION_POLICY" }, create: ["logs:PutDataProtectionPolicy"] },
    { given: { PolicyType: "SUBSCRIPTION_FILTER_POLICY" }, create: ["logs:PutSubscriptionFilter"] },
  ],
  "AWS::CloudWatch::MetricStream": [
    { given: { RoleArn: roleArn }, create: ["iam:PassRole"], update: ["iam:PassRole"] },
    tagged(tagList(), "cloudwatch:TagResource", "cloudwatch:UntagResource"),
  ],
  "AWS::CloudWatch::InsightRule": [tagged(tagList(), "cloudwatch:TagResource", "cloudwatch:UntagResource")],
};
