import { type ConditionalCases, keyArn, roleArn, tagged, tagList, tagMap } from "./conditional-case";

const machineArn = "arn:aws:states:eu-central-1:123456789012:stateMachine:given";

export const applicationCases: ConditionalCases = {
  "AWS::Lambda::Function": [
    {
      given: [
        { Layers: [{ given: "given" }] },
        { Role: roleArn },
        { FileSystemConfigs: [{ given: "given" }] },
        { DeadLetterConfig: { given: "given" } },
        { Description: "given" },
        { Environment: { given: "given" } },
        { EphemeralStorage: { given: "given" } },
        { Handler: "given" },
        { ImageConfig: { given: "given" } },
        { LoggingConfig: { given: "given" } },
        { MemorySize: 1 },
        { Runtime: "given" },
        { SnapStart: { given: "given" } },
        { Timeout: 1 },
        { TracingConfig: { given: "given" } },
      ],
      update: ["lambda:UpdateFunctionConfiguration", "iam:PassRole", "lambda:GetFunction"],
      removal: ["lambda:UpdateFunctionConfiguration", "iam:PassRole", "lambda:GetFunction"],
    },
    {
      given: { VpcConfig: { SecurityGroupIds: "given" } },
      delete: ["ec2:DescribeNetworkInterfaces"],
      update: ["lambda:UpdateFunctionConfiguration", "iam:PassRole", "lambda:GetFunction"],
      removal: ["lambda:UpdateFunctionConfiguration", "iam:PassRole", "lambda:GetFunction"],
    },
    {
      given: { VpcConfig: { SubnetIds: "given" } },
      create: ["ec2:DescribeSecurityGroups", "ec2:DescribeSubnets", "ec2:DescribeVpcs"],
      delete: ["ec2:DescribeNetworkInterfaces"],
      update: [
        "lambda:UpdateFunctionConfiguration",
        "iam:PassRole",
        "ec2:DescribeSecurityGroups",
        "ec2:DescribeSubnets",
        "ec2:DescribeVpcs",
        "lambda:GetFunction",
      ],
      removal: ["lambda:UpdateFunctionConfiguration", "iam:PassRole", "lambda:GetFunction"],
    },
    {
      given: { CodeSigningConfigArn: "given" },
      update: ["lambda:PutFunctionCodeSigningConfig"],
      removal: ["lambda:DeleteFunctionCodeSigningConfig"],
    },
    {
      given: [
        { Code: { S3Bucket: "given" } },
        { Code: { S3Key: "given" } },
        { Code: { ImageUri: "given" } },
        { Architectures: [{ given: "given" }] },
      ],
      update: ["lambda:UpdateFunctionCode", "lambda:GetFunction"],
      removal: ["lambda:UpdateFunctionCode", "lambda:GetFunction"],
    },
    {
      given: {
        CapacityProviderConfig: {
          LambdaManagedInstancesCapacityProviderConfig: {
            CapacityProviderArn: "arn:aws:lambda:eu-central-1:123456789012:capacity-provider:given",
          },
        },
      },
      create: ["lambda:PassCapacityProvider"],
    },
    {
      given: { KmsKeyArn: keyArn },
      create: ["kms:CreateGrant", "kms:Encrypt"],
      update: [
        "lambda:UpdateFunctionConfiguration",
        "iam:PassRole",
        "kms:CreateGrant",
        "kms:Encrypt",
        "lambda:GetFunction",
      ],
      removal: ["lambda:UpdateFunctionConfiguration", "iam:PassRole", "lambda:GetFunction"],
    },
    {
      given: { ReservedConcurrentExecutions: 1 },
      create: ["lambda:PutFunctionConcurrency"],
      update: ["lambda:PutFunctionConcurrency"],
      removal: ["lambda:DeleteFunctionConcurrency"],
    },
    {
      given: { RecursiveLoop: "given" },
      create: ["lambda:PutFunctionRecursionConfig"],
      update: ["lambda:PutFunctionRecursionConfig"],
    },
    {
      given: { RuntimeManagementConfig: { given: "given" } },
      create: ["lambda:PutRuntimeManagementConfig"],
      update: ["lambda:PutRuntimeManagementConfig"],
    },
    {
      given: { FunctionScalingConfig: { given: "given" } },
      create: ["lambda:PutFunctionScalingConfig"],
      update: ["lambda:PutFunctionScalingConfig"],
    },
    {
      given: tagList(),
      create: ["lambda:TagResource", "lambda:ListTags"],
      update: ["lambda:TagResource"],
      removal: ["lambda:UntagResource"],
    },
  ],
  "AWS::Lambda::Version": [
    {
      given: { ProvisionedConcurrencyConfig: { given: "given" } },
      create: ["lambda:PutProvisionedConcurrencyConfig", "lambda:GetProvisionedConcurrencyConfig"],
    },
  ],
  "AWS::Lambda::Alias": [
    {
      given: { ProvisionedConcurrencyConfig: { given: "given" } },
      create: ["lambda:PutProvisionedConcurrencyConfig", "lambda:GetProvisionedConcurrencyConfig"],
      update: ["lambda:PutProvisionedConcurrencyConfig", "lambda:GetProvisionedConcurrencyConfig"],
      removal: ["lambda:DeleteProvisionedConcurrencyConfig"],
    },
    {
      given: [{ FunctionVersion: "given" }, { Description: "given" }, { RoutingConfig: { given: "given" } }],
      update: ["lambda:UpdateAlias"],
      removal: ["lambda:UpdateAlias"],
    },
  ],
  "AWS::Lambda::EventSourceMapping": [
    {
      given: { KmsKeyArn: keyArn },
      create: ["kms:DescribeKey", "kms:GenerateDataKey", "kms:Decrypt"],
      update: ["kms:DescribeKey", "kms:GenerateDataKey", "kms:Decrypt"],
    },
    tagged(tagList(), "lambda:TagResource", "lambda:UntagResource"),
  ],
  "AWS::Lambda::CodeSigningConfig": [
    {
      given: [
        { AllowedPublishers: { given: "given" } },
        { CodeSigningPolicies: { given: "given" } },
        { Description: "given" },
      ],
      update: ["lambda:UpdateCodeSigningConfig"],
      removal: ["lambda:UpdateCodeSigningConfig"],
    },
    tagged(tagList(), "lambda:TagResource", "lambda:UntagResource"),
  ],
  "AWS::Lambda::CapacityProvider": [
    { given: { PermissionsConfig: { CapacityProviderOperatorRoleArn: roleArn } }, create: ["iam:PassRole"] },
    { given: tagList(), create: ["lambda:TagResource"] },
  ],
  "AWS::StepFunctions::StateMachine": [
    {
      given: { EncryptionConfiguration: { KmsKeyId: keyArn } },
      create: ["kms:DescribeKey", "kms:GenerateDataKey"],
      update: ["kms:DescribeKey", "kms:GenerateDataKey"],
    },
    tagged(tagList(), "states:TagResource", "states:UntagResource"),
  ],
  "AWS::StepFunctions::StateMachineAlias": [
    {
      given: [
        { DeploymentPreference: { Type: "LINEAR", StateMachineVersionArn: `${machineArn}:1` } },
        { DeploymentPreference: { Type: "CANARY", StateMachineVersionArn: `${machineArn}:1` } },
      ],
      update: ["states:DescribeStateMachineAlias"],
    },
    { given: { DeploymentPreference: { Type: "ALL_AT_ONCE", StateMachineVersionArn: `${machineArn}:1` } } },
    {
      given: { DeploymentPreference: { Type: "LINEAR", StateMachineVersionArn: `${machineArn}:1`, Alarms: ["given"] } },
      update: ["cloudwatch:DescribeAlarms", "states:DescribeStateMachineAlias"],
    },
  ],
  "AWS::StepFunctions::Activity": [tagged(tagList(), "states:TagResource", "states:UntagResource")],
  "AWS::CodeDeploy::Application": [tagged(tagList(), "codedeploy:TagResource", "codedeploy:UntagResource")],
  "AWS::CodeDeploy::DeploymentGroup": [
    { given: { Deployment: { given: "given" } }, create: ["codedeploy:CreateDeployment"] },
    tagged(tagList(), "codedeploy:TagResource", "codedeploy:UntagResource"),
  ],
  "AWS::SSM::Parameter": [tagged(tagMap(), "ssm:AddTagsToResource", "ssm:RemoveTagsFromResource")],
  "AWS::SSM::Document": [tagged(tagList(), "ssm:AddTagsToResource", "ssm:RemoveTagsFromResource")],
  "AWS::AppSync::GraphQLApi": [
    {
      given: [{ LogConfig: { CloudWatchLogsRoleArn: roleArn } }, { MergedApiExecutionRoleArn: roleArn }],
      create: ["iam:PassRole"],
      update: ["iam:PassRole"],
    },
    {
      given: { EnvironmentVariables: { given: "given" } },
      create: ["appsync:PutGraphqlApiEnvironmentVariables"],
      update: ["appsync:PutGraphqlApiEnvironmentVariables"],
    },
    tagged(tagList(), "appsync:TagResource", "appsync:UntagResource"),
  ],
  "AWS::AppSync::DataSource": [
    { given: { ServiceRoleArn: roleArn }, create: ["iam:PassRole"], update: ["iam:PassRole"] },
  ],
  "AWS::AppSync::Api": [
    {
      given: { EventConfig: { LogConfig: { CloudWatchLogsRoleArn: roleArn } } },
      create: ["iam:PassRole"],
      update: ["iam:PassRole"],
    },
    tagged(tagList(), "appsync:TagResource", "appsync:UntagResource"),
  ],
  "AWS::AppSync::ChannelNamespace": [
    { given: { CodeS3Location: "s3://given/code.js" }, create: ["s3:GetObject"], update: ["s3:GetObject"] },
    tagged(tagList(), "appsync:TagResource", "appsync:UntagResource"),
  ],
  "AWS::Amplify::App": [
    {
      given: [{ IAMServiceRole: roleArn }, { ComputeRoleArn: roleArn }],
      create: ["iam:PassRole"],
      update: ["iam:PassRole"],
    },
    tagged(tagList(), "amplify:TagResource", "amplify:UntagResource"),
  ],
  "AWS::Amplify::Branch": [
    { given: { ComputeRoleArn: roleArn }, create: ["iam:PassRole"], update: ["iam:PassRole"] },
    tagged(tagList(), "amplify:TagResource", "amplify:UntagResource"),
  ],
  "AWS::AppConfig::Application": [tagged(tagList(), "appconfig:TagResource", "appconfig:UntagResource")],
  "AWS::AppConfig::Environment": [
    { given: { Monitors: [{ AlarmRoleArn: roleArn }] }, create: ["iam:PassRole"], update: ["iam:PassRole"] },
    tagged(tagList(), "appconfig:TagResource", "appconfig:UntagResource"),
  ],
  "AWS::AppConfig::ConfigurationProfile": [
    { given: { RetrievalRoleArn: roleArn }, create: ["iam:PassRole"], update: ["iam:PassRole"] },
    tagged(tagList(), "appconfig:TagResource", "appconfig:UntagResource"),
  ],
  "AWS::AppConfig::DeploymentStrategy": [tagged(tagList(), "appconfig:TagResource", "appconfig:UntagResource")],
  "AWS::AppConfig::Deployment": [
    { given: { KmsKeyIdentifier: keyArn }, create: ["kms:GenerateDataKey"] },
    { given: tagList(), create: ["appconfig:TagResource"] },
  ],
  "AWS::AppSync::Resolver": [
    { given: { CodeS3Location: "s3://given/code.js" }, create: ["s3:GetObject"], update: ["s3:GetObject"] },
  ],
  "AWS::AppSync::FunctionConfiguration": [
    { given: { CodeS3Location: "s3://given/code.js" }, create: ["s3:GetObject"], update: ["s3:GetObject"] },
  ],
  "AWS::AppSync::GraphQLSchema": [
    {
      given: { DefinitionS3Location: "s3://given/schema.graphql" },
      create: ["s3:GetObject"],
      update: ["s3:GetObject"],
    },
  ],
  "AWS::CloudFormation::Stack": [
    {
      given: { TemplateURL: "https://s3.eu-central-1.amazonaws.com/given/inner.template" },
      create: ["s3:GetObject"],
      update: ["s3:GetObject"],
    },
  ],
  "AWS::AppSync::DomainName": [tagged(tagList(), "appsync:TagResource", "appsync:UntagResource")],
};
