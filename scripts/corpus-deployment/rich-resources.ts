import type { JsonObject } from "../../lib/domain/json";

/** A resource with most of its conditional properties given, and the same after a change of nearly all of them. */
export interface RichResource {
  readonly properties: JsonObject;
  readonly changed?: JsonObject;
  /** Further resources that it refers to. */
  readonly beside?: JsonObject;
  /** Output values that take attributes. */
  readonly outputs?: JsonObject;
}

const tags = (value: string) => [{ Key: "team", Value: value }];
const trust = {
  Version: "2012-10-17",
  Statement: [{ Effect: "Allow", Principal: { Service: "lambda.amazonaws.com" }, Action: "sts:AssumeRole" }],
};
const inline = (action: string) => [
  {
    PolicyName: "own",
    PolicyDocument: { Version: "2012-10-17", Statement: [{ Effect: "Allow", Action: action, Resource: "*" }] },
  },
];
const keyArn = "arn:aws:kms:us-east-1:123456789012:key/11111111-2222-4333-a444-555555555555";
const roleArn = "arn:aws:iam::123456789012:role/given";

/** By resource type. What a template cannot express, such as a tool's own calls, is not here. */
export const richResources: Readonly<Record<string, RichResource>> = {
  "AWS::ApiGateway::Deployment": { properties: { RestApiId: "abcdef1234" } },
  "AWS::ApiGatewayV2::Api": { properties: { Name: "shop", ProtocolType: "HTTP" } },
  "AWS::AppSync::FunctionConfiguration": { properties: { ApiId: "abc", Name: "f", DataSourceName: "d" } },
  "AWS::AppSync::GraphQLApi": { properties: { Name: "shop", AuthenticationType: "API_KEY" } },
  "AWS::AutoScaling::AutoScalingGroup": { properties: { MinSize: "1", MaxSize: "2", VPCZoneIdentifier: ["subnet-1"] } },
  "AWS::Backup::BackupVault": { properties: { BackupVaultName: "vault" } },
  "AWS::Bedrock::Guardrail": {
    properties: { Name: "guard", BlockedInputMessaging: "no", BlockedOutputsMessaging: "no" },
  },
  "AWS::BedrockAgentCore::Runtime": {
    properties: { AgentRuntimeName: "agent", RoleArn: roleArn, NetworkConfiguration: { NetworkMode: "PUBLIC" } },
  },
  "AWS::CloudFormation::CustomResource": {
    properties: { ServiceToken: "arn:aws:lambda:us-east-1:123456789012:function:handler" },
  },
  "AWS::CloudFormation::Stack": {
    properties: { TemplateURL: "https://s3.us-east-1.amazonaws.com/bucket/nested.template" },
  },
  "AWS::CloudFront::Distribution": {
    properties: {
      DistributionConfig: {
        Enabled: true,
        DefaultCacheBehavior: {
          TargetOriginId: "o",
          ViewerProtocolPolicy: "https-only",
          LambdaFunctionAssociations: [
            { EventType: "viewer-request", LambdaFunctionARN: "arn:aws:lambda:us-east-1:123456789012:function:edge:1" },
          ],
        },
      },
    },
  },
  "AWS::CloudFront::OriginAccessControl": {
    properties: {
      OriginAccessControlConfig: {
        Name: "oac",
        OriginAccessControlOriginType: "s3",
        SigningBehavior: "always",
        SigningProtocol: "sigv4",
      },
    },
  },
  "AWS::CloudWatch::Alarm": {
    properties: {
      ComparisonOperator: "GreaterThanThreshold",
      EvaluationPeriods: 1,
      AlarmActions: ["arn:aws:automate:us-east-1:ec2:stop"],
    },
  },
  "AWS::Cognito::UserPool": {
    properties: { UserPoolName: "shop" },
    changed: { UserPoolName: "shop", Schema: [{ Name: "level", AttributeDataType: "String" }] },
  },
  "AWS::Cognito::UserPoolClient": { properties: { UserPoolId: "us-east-1_abcdefghi" } },
  "AWS::DynamoDB::Table": { properties: { BillingMode: "PAY_PER_REQUEST" } },
  "AWS::EC2::Route": { properties: { RouteTableId: "rtb-1", DestinationCidrBlock: "0.0.0.0/0", GatewayId: "igw-1" } },
  "AWS::EC2::SecurityGroup": { properties: { GroupDescription: "for a function", VpcId: "vpc-1" } },
  "AWS::EC2::VPC": { properties: { CidrBlock: "10.0.0.0/16", EnableDnsHostnames: true } },
  "AWS::ECR::Repository": { properties: { RepositoryName: "shop" } },
  "AWS::EFS::FileSystem": { properties: { FileSystemTags: tags("a") } },
  "AWS::Elasticsearch::Domain": { properties: { DomainName: "shop" } },
  "AWS::Events::Rule": { properties: { ScheduleExpression: "rate(5 minutes)" } },
  "AWS::IAM::Group": { properties: { Policies: inline("s3:GetObject") } },
  "AWS::IAM::InstanceProfile": { properties: { Roles: ["given"] } },
  "AWS::IAM::Role": {
    properties: {
      AssumeRolePolicyDocument: trust,
      PermissionsBoundary: "arn:aws:iam::123456789012:policy/boundary",
      Policies: inline("s3:GetObject"),
    },
    changed: {
      AssumeRolePolicyDocument: trust,
      Description: "another",
      Tags: tags("b"),
      Policies: inline("s3:PutObject"),
    },
  },
  "AWS::IAM::User": { properties: {} },
  "AWS::KMS::Key": {
    properties: { KeyPolicy: { Version: "2012-10-17", Statement: [] }, Tags: tags("a") },
    changed: { KeyPolicy: { Version: "2012-10-17", Statement: [] }, Tags: [{ Key: "owner", Value: "b" }] },
  },
  "AWS::KinesisFirehose::DeliveryStream": { properties: { Tags: tags("a") } },
  "AWS::Lambda::Alias": {
    properties: {
      FunctionName: "f",
      FunctionVersion: "1",
      Name: "live",
      ProvisionedConcurrencyConfig: { ProvisionedConcurrentExecutions: 1 },
    },
  },
  "AWS::Lambda::EventSourceMapping": { properties: { FunctionName: "f", Tags: tags("a") } },
  "AWS::Lambda::Function": {
    properties: {
      FunctionName: "before",
      Role: roleArn,
      Code: { ZipFile: "x" },
      Layers: ["arn:aws:lambda:us-east-1:999999999999:layer:shared:1"],
    },
    changed: {
      FunctionName: "after",
      Role: roleArn,
      Code: { ZipFile: "x" },
      Layers: ["arn:aws:lambda:us-east-1:999999999999:layer:shared:2"],
    },
  },
  "AWS::Lambda::LayerVersion": { properties: { Content: { S3Bucket: "b", S3Key: "k" } } },
  "AWS::Logs::Delivery": {
    properties: {
      DeliverySourceName: "s",
      DeliveryDestinationArn: "arn:aws:logs:us-east-1:123456789012:delivery-destination:d",
      FieldDelimiter: ",",
    },
    changed: {
      DeliverySourceName: "s",
      DeliveryDestinationArn: "arn:aws:logs:us-east-1:123456789012:delivery-destination:d",
      FieldDelimiter: ";",
    },
  },
  "AWS::Logs::LogGroup": {
    properties: { KmsKeyId: keyArn, Tags: tags("a") },
    changed: { KmsKeyId: keyArn, Tags: [{ Key: "owner", Value: "b" }] },
  },
  "AWS::Logs::SubscriptionFilter": {
    properties: {
      LogGroupName: "g",
      FilterPattern: "",
      DestinationArn: "arn:aws:lambda:us-east-1:123456789012:function:f",
    },
  },
  "AWS::Route53Resolver::FirewallRuleGroupAssociation": {
    properties: { FirewallRuleGroupId: "rslvr-frg-1", Priority: 101, VpcId: "vpc-1" },
    changed: { FirewallRuleGroupId: "rslvr-frg-1", Priority: 102, VpcId: "vpc-1" },
  },
  "AWS::S3::Bucket": {
    properties: {},
    changed: {
      CorsConfiguration: { CorsRules: [{ AllowedMethods: ["GET"], AllowedOrigins: ["*"] }] },
      Tags: tags("a"),
    },
  },
  "AWS::S3::BucketPolicy": { properties: { Bucket: "b", PolicyDocument: {} } },
  "AWS::SES::EmailIdentity": { properties: { EmailIdentity: "example.com" } },
  "AWS::SNS::Topic": { properties: {}, changed: { Tags: tags("a") } },
  "AWS::SecretsManager::Secret": { properties: { Tags: tags("a") }, changed: { Tags: tags("b") } },
  "AWS::ServiceCatalog::LaunchRoleConstraint": {
    properties: { PortfolioId: "port-1", ProductId: "prod-1", RoleArn: roleArn },
  },
};
