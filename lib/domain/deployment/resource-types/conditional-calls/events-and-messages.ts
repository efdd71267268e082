import { type ConditionalCases, keyArn, logDelivery, roleArn, tagged, tagList, tagMap } from "./conditional-case";

export const eventsAndMessagesCases: ConditionalCases = {
  "AWS::SQS::Queue": [tagged(tagList(), "sqs:TagQueue", "sqs:UntagQueue")],
  "AWS::SQS::QueuePolicy": [
    {
      given: { Queues: ["https://sqs.eu-central-1.amazonaws.com/123456789012/given"] },
      create: ["sqs:SetQueueAttributes"],
      delete: ["sqs:SetQueueAttributes"],
      update: ["sqs:SetQueueAttributes"],
    },
  ],
  "AWS::SNS::Topic": [
    {
      given: { DataProtectionPolicy: { given: "given" } },
      create: ["sns:PutDataProtectionPolicy"],
      update: ["sns:PutDataProtectionPolicy"],
      removal: ["sns:PutDataProtectionPolicy"],
    },
    {
      given: { Subscription: [{ given: "given" }] },
      create: ["sns:Subscribe"],
      update: ["sns:Subscribe"],
      removal: ["sns:Unsubscribe"],
    },
    {
      given: [
        { ArchivePolicy: { given: "given" } },
        { ContentBasedDeduplication: true },
        { DeliveryStatusLogging: [{ given: "given" }] },
        { DisplayName: "given" },
        { FifoThroughputScope: "given" },
        { KmsMasterKeyId: keyArn },
        { SignatureVersion: "given" },
        { TracingConfig: "given" },
      ],
      update: ["sns:SetTopicAttributes"],
      removal: ["sns:SetTopicAttributes"],
    },
    tagged(tagList(), "sns:TagResource", "sns:UntagResource"),
  ],
  "AWS::SNS::Subscription": [
    { given: { SubscriptionRoleArn: roleArn }, create: ["iam:PassRole"], update: ["iam:PassRole"] },
  ],
  "AWS::SNS::TopicPolicy": [
    {
      given: { Topics: ["arn:aws:sns:eu-central-1:123456789012:given"] },
      create: ["sns:SetTopicAttributes"],
      delete: ["sns:SetTopicAttributes"],
      update: ["sns:SetTopicAttributes"],
      removal: ["sns:SetTopicAttributes"],
    },
  ],
  "AWS::Events::Rule": [
    { given: { RoleArn: roleArn }, create: ["iam:PassRole"], update: ["iam:PassRole"] },
    {
      given: { Targets: [{ given: "given" }] },
      create: ["events:PutTargets"],
      delete: ["events:RemoveTargets"],
      update: ["events:PutTargets"],
    },
    {
      given: { Targets: [{ Id: "given" }] },
      create: ["events:PutTargets"],
      delete: ["events:RemoveTargets"],
      update: ["events:PutTargets"],
      removal: ["events:RemoveTargets"],
    },
    tagged(tagList(), "events:TagResource", "events:UntagResource"),
  ],
  "AWS::Events::EventBus": [
    {
      given: { KmsKeyIdentifier: keyArn },
      create: ["kms:DescribeKey", "kms:GenerateDataKey", "kms:Decrypt"],
      update: ["events:UpdateEventBus", "kms:DescribeKey", "kms:GenerateDataKey", "kms:Decrypt"],
      removal: ["events:UpdateEventBus"],
    },
    { given: { Policy: { given: "given" } }, create: ["events:PutPermission"], update: ["events:PutPermission"] },
    {
      given: [{ DeadLetterConfig: { given: "given" } }, { Description: "given" }, { LogConfig: { given: "given" } }],
      update: ["events:UpdateEventBus"],
      removal: ["events:UpdateEventBus"],
    },
    tagged(tagList(), "events:TagResource", "events:UntagResource"),
  ],
  "AWS::Events::Archive": [
    { given: { KmsKeyIdentifier: keyArn }, create: ["kms:DescribeKey", "kms:GenerateDataKey", "kms:Decrypt"] },
  ],
  "AWS::Events::Endpoint": [{ given: { RoleArn: roleArn }, create: ["iam:PassRole"], update: ["iam:PassRole"] }],
  "AWS::Scheduler::ScheduleGroup": [tagged(tagList(), "scheduler:TagResource", "scheduler:UntagResource")],
  "AWS::Kinesis::Stream": [
    {
      given: { RetentionPeriodHours: 48 },
      create: ["kinesis:IncreaseStreamRetentionPeriod"],
      update: ["kinesis:IncreaseStreamRetentionPeriod"],
      removal: ["kinesis:DecreaseStreamRetentionPeriod"],
    },
    {
      given: { RetentionPeriodHours: 1 },
      update: ["kinesis:DecreaseStreamRetentionPeriod"],
      removal: ["kinesis:IncreaseStreamRetentionPeriod"],
    },
    {
      given: { StreamEncryption: { given: "given" } },
      create: ["kinesis:StartStreamEncryption"],
      update: ["kinesis:StartStreamEncryption"],
      removal: ["kinesis:StopStreamEncryption"],
    },
    {
      given: { DesiredShardLevelMetrics: ["IncomingBytes"] },
      create: ["kinesis:EnableEnhancedMonitoring"],
      update: ["kinesis:EnableEnhancedMonitoring"],
      removal: ["kinesis:DisableEnhancedMonitoring"],
    },
    {
      given: { StreamModeDetails: { given: "given" } },
      update: ["kinesis:UpdateStreamMode"],
      removal: ["kinesis:UpdateStreamMode"],
    },
    { given: { ShardCount: 1 }, update: ["kinesis:UpdateShardCount"] },
    tagged(tagList(), "kinesis:AddTagsToStream", "kinesis:RemoveTagsFromStream"),
  ],
  "AWS::Kinesis::StreamConsumer": [{ given: tagList(), create: ["kinesis:TagResource"] }],
  "AWS::Pipes::Pipe": [
    {
      given: { LogConfiguration: { CloudwatchLogsLogDestination: true } },
      create: logDelivery,
      update: logDelivery,
    },
    {
      given: { KmsKeyIdentifier: keyArn },
      create: ["kms:DescribeKey", "kms:GenerateDataKey", "kms:Decrypt"],
      update: ["kms:DescribeKey", "kms:GenerateDataKey", "kms:Decrypt"],
    },
    tagged(tagMap(), "pipes:TagResource", "pipes:UntagResource"),
  ],
  "AWS::KinesisFirehose::DeliveryStream": [
    {
      given: { ExtendedS3DestinationConfiguration: { RoleARN: roleArn } },
      create: ["iam:PassRole"],
      update: ["iam:PassRole"],
    },
    { given: { KinesisStreamSourceConfiguration: { RoleARN: roleArn } }, create: ["iam:PassRole"] },
    {
      given: { DeliveryStreamEncryptionConfigurationInput: { KeyARN: keyArn } },
      create: ["kms:DescribeKey", "kms:CreateGrant"],
      update: ["firehose:StartDeliveryStreamEncryption", "kms:DescribeKey", "kms:CreateGrant"],
      removal: ["firehose:StopDeliveryStreamEncryption"],
    },
    tagged(tagList(), "firehose:TagDeliveryStream", "firehose:UntagDeliveryStream"),
  ],
  "AWS::AmazonMQ::Broker": [
    {
      given: { Users: [{ Username: "given" }] },
      beside: { EngineType: "ACTIVEMQ" },
      update: ["mq:CreateUser"],
      removal: ["mq:DeleteUser"],
    },
    {
      given: { EngineType: "ACTIVEMQ" },
      create: [
        "ec2:DescribeInternetGateways",
        "ec2:DescribeNetworkInterfacePermissions",
        "ec2:DescribeNetworkInterfaces",
        "ec2:DescribeRouteTables",
        "ec2:DescribeSecurityGroups",
        "ec2:DescribeSubnets",
        "ec2:DescribeVpcs",
        "ec2:CreateNetworkInterface",
        "ec2:CreateNetworkInterfacePermission",
      ],
      delete: ["ec2:DetachNetworkInterface", "ec2:DeleteNetworkInterfacePermission", "ec2:DeleteNetworkInterface"],
    },
    { given: { EncryptionOptions: { KmsKeyId: keyArn } }, create: ["kms:DescribeKey", "kms:CreateGrant"] },
    tagged(tagList(), "mq:CreateTags", "mq:DeleteTags"),
  ],
  "AWS::IoT::TopicRule": [
    {
      given: { TopicRulePayload: { Actions: [{ Sqs: { RoleArn: roleArn } }] } },
      create: ["iam:PassRole"],
      update: ["iam:PassRole"],
    },
    tagged(tagList(), "iot:TagResource", "iot:UntagResource"),
  ],
  "AWS::IoT::Policy": [
    {
      given: { PolicyDocument: { given: "given" } },
      update: ["iot:ListPolicyVersions", "iot:CreatePolicyVersion"],
      removal: ["iot:ListPolicyVersions", "iot:CreatePolicyVersion"],
    },
    tagged(tagList(), "iot:TagResource", "iot:UntagResource"),
  ],
  "AWS::SES::EmailIdentity": [
    {
      given: { DkimAttributes: { given: "given" } },
      create: ["ses:PutEmailIdentityDkimAttributes"],
      update: ["ses:PutEmailIdentityDkimAttributes"],
    },
    {
      given: { FeedbackAttributes: { given: "given" } },
      create: ["ses:PutEmailIdentityFeedbackAttributes"],
      update: ["ses:PutEmailIdentityFeedbackAttributes"],
    },
    {
      given: { MailFromAttributes: { given: "given" } },
      create: ["ses:PutEmailIdentityMailFromAttributes"],
      update: ["ses:PutEmailIdentityMailFromAttributes"],
    },
    {
      given: { ConfigurationSetAttributes: { given: "given" } },
      update: ["ses:PutEmailIdentityConfigurationSetAttributes"],
      removal: ["ses:PutEmailIdentityConfigurationSetAttributes"],
    },
    {
      given: { DkimSigningAttributes: { given: "given" } },
      update: ["ses:PutEmailIdentityDkimSigningAttributes"],
      removal: ["ses:PutEmailIdentityDkimSigningAttributes"],
    },
    tagged(tagList(), "ses:TagResource", "ses:UntagResource"),
  ],
  "AWS::SES::ConfigurationSet": [
    {
      given: { ArchivingOptions: { given: "given" } },
      update: ["ses:PutConfigurationSetArchivingOptions"],
      removal: ["ses:PutConfigurationSetArchivingOptions"],
    },
    {
      given: { DeliveryOptions: { given: "given" } },
      update: ["ses:PutConfigurationSetDeliveryOptions"],
      removal: ["ses:PutConfigurationSetDeliveryOptions"],
    },
    {
      given: { ReputationOptions: { given: "given" } },
      update: ["ses:PutConfigurationSetReputationOptions"],
      removal: ["ses:PutConfigurationSetReputationOptions"],
    },
    {
      given: { SendingOptions: { given: "given" } },
      update: ["ses:PutConfigurationSetSendingOptions"],
      removal: ["ses:PutConfigurationSetSendingOptions"],
    },
    {
      given: { SuppressionOptions: { given: "given" } },
      update: ["ses:PutConfigurationSetSuppressionOptions"],
      removal: ["ses:PutConfigurationSetSuppressionOptions"],
    },
    {
      given: { TrackingOptions: { given: "given" } },
      update: ["ses:PutConfigurationSetTrackingOptions"],
      removal: ["ses:PutConfigurationSetTrackingOptions"],
    },
    {
      given: { VdmOptions: { given: "given" } },
      update: ["ses:PutConfigurationSetVdmOptions"],
      removal: ["ses:PutConfigurationSetVdmOptions"],
    },
    tagged(tagList(), "ses:TagResource", "ses:UntagResource"),
  ],
  "AWS::SES::ReceiptRule": [
    {
      given: { Rule: { Actions: [{ S3Action: { IamRoleArn: roleArn } }] } },
      create: ["iam:PassRole"],
      update: ["ses:UpdateReceiptRule", "iam:PassRole"],
      removal: ["ses:UpdateReceiptRule"],
    },
    { given: { Rule: { given: "given" } }, update: ["ses:UpdateReceiptRule"], removal: ["ses:UpdateReceiptRule"] },
    { given: { After: "given" }, update: ["ses:SetReceiptRulePosition"], removal: ["ses:SetReceiptRulePosition"] },
  ],
  "AWS::Pinpoint::App": [tagged(tagMap(), "mobiletargeting:TagResource", "mobiletargeting:UntagResource")],
  "AWS::EventSchemas::Registry": [tagged(tagList(), "schemas:TagResource", "schemas:UntagResource")],
  "AWS::EventSchemas::Schema": [tagged(tagList(), "schemas:TagResource", "schemas:UntagResource")],
  "AWS::IoT::Certificate": [
    {
      given: { CertificatePem: "given", CertificateMode: "SNI_ONLY" },
      create: ["iot:RegisterCertificateWithoutCA"],
      spares: ["iot:CreateCertificateFromCsr"],
    },
    {
      given: { CertificatePem: "given" },
      create: ["iot:RegisterCertificate"],
      spares: ["iot:CreateCertificateFromCsr"],
    },
    { given: { Status: "given" }, update: ["iot:UpdateCertificate"], removal: ["iot:UpdateCertificate"] },
  ],
  "AWS::IoT::RoleAlias": [
    { given: { RoleArn: roleArn }, create: ["iam:PassRole"], update: ["iam:PassRole"] },
    tagged(tagList(), "iot:TagResource", "iot:UntagResource"),
  ],
};
