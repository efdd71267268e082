import type { StackTarget } from "../stack";
import { stackArn } from "./cli/stack-arns";
import type { ResourceSpec } from "./resource-spec";

/**
 * Types that take tags, but not the ones that CloudFormation adds by itself: IAM, for one, refuses names that begin with
 * `aws:`. Source: `tagging.cloudFormationSystemTags` is false in their registry schemas, as of August 2026.
 * https://docs.aws.amazon.com/cloudformation-cli/latest/userguide/resource-type-schema.html
 */
const withoutSystemTags: ReadonlySet<string> = new Set([
  "AWS::ACMPCA::CertificateAuthority",
  "AWS::Amplify::App",
  "AWS::Amplify::Branch",
  "AWS::ApiGateway::VpcLink",
  "AWS::Batch::ComputeEnvironment",
  "AWS::CloudFront::Distribution",
  "AWS::CloudFront::Function",
  "AWS::CodeDeploy::Application",
  "AWS::CodeDeploy::DeploymentGroup",
  "AWS::DynamoDB::Table",
  "AWS::EC2::KeyPair",
  "AWS::ECS::Service",
  "AWS::EventSchemas::Registry",
  "AWS::EventSchemas::Schema",
  "AWS::Glue::Crawler",
  "AWS::Glue::Job",
  "AWS::GuardDuty::MalwareProtectionPlan",
  "AWS::IAM::Role",
  "AWS::IAM::User",
  "AWS::IoT::Policy",
  "AWS::KMS::Key",
  "AWS::KMS::ReplicaKey",
  "AWS::Kinesis::Stream",
  "AWS::Kinesis::StreamConsumer",
  "AWS::KinesisFirehose::DeliveryStream",
  "AWS::Pipes::Pipe",
  "AWS::Route53::HealthCheck",
  "AWS::Route53::HostedZone",
  "AWS::SQS::Queue",
]);

/**
 * The tags that CloudFormation puts on what it makes, beside the team's.
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-properties-resource-tags.html
 */
export function systemTags(
  type: string,
  logicalId: string,
  spec: ResourceSpec | null,
  target: StackTarget,
): Readonly<Record<string, string>> {
  if (!spec?.tags || withoutSystemTags.has(type)) return {};
  return {
    "aws:cloudformation:stack-name": target.stackName,
    "aws:cloudformation:stack-id": stackArn(target),
    "aws:cloudformation:logical-id": logicalId,
  };
}
