import type { ResourceRule } from "../resource-rule";
import { agentRuntimeRules } from "./agent-runtime";
import { amazonMqRules } from "./amazon-mq";
import { apiGatewayRules } from "./api-gateway/api-gateway";
import { applicationAutoScalingRules } from "./application-auto-scaling";
import { appSyncRules } from "./appsync";
import { autoScalingRules } from "./auto-scaling";
import { backupRules } from "./backup";
import { batchRules } from "./batch";
import { bedrockRules } from "./bedrock";
import { certificateManagerRules } from "./certificate-manager";
import { cloudFormationRules } from "./cloudformation";
import { cloudFrontRules } from "./cloudfront";
import { cloudWatchRules } from "./cloudwatch";
import { codeDeployRules } from "./codedeploy";
import { cognitoRules } from "./cognito";
import { dynamodbRules } from "./dynamodb";
import { instanceRules } from "./ec2/instance";
import { securityGroupRules } from "./ec2/security-groups";
import { vpcRules } from "./ec2/vpc";
import { ecrRules } from "./ecr";
import { ecsRules } from "./ecs";
import { elasticLoadBalancingRules } from "./elastic-load-balancing";
import { elasticsearchRules } from "./elasticsearch";
import { eventsRules } from "./events";
import { firehoseRules } from "./firehose";
import { iamRules } from "./iam/iam";
import { iotRules } from "./iot";
import { kinesisRules } from "./kinesis";
import { kmsRules } from "./kms";
import { lambdaRules } from "./lambda/lambda";
import { logsRules } from "./logs";
import { openSearchServerlessRules } from "./opensearch-serverless";
import { pipesRules } from "./pipes";
import { privateCaRules } from "./private-ca";
import { rdsRules } from "./rds/rds";
import { route53Rules } from "./route53";
import { route53ResolverRules } from "./route53-resolver";
import { s3Rules } from "./s3/s3";
import { schedulerRules } from "./scheduler";
import { secretsManagerRules } from "./secrets-manager";
import { serviceCatalogRules } from "./service-catalog";
import { sesRules } from "./ses";
import { snsRules } from "./sns";
import { sqsRules } from "./sqs";
import { ssmRules } from "./ssm";
import { stepFunctionsRules } from "./step-functions";
import { vendedLogsRules } from "./vended-logs";

/** Every rule, in the order of the services' weight in real stacks. A new file is registered here. */
export const allRules: readonly ResourceRule[] = [
  ...cloudFormationRules,
  ...lambdaRules,
  ...iamRules,
  ...logsRules,
  ...apiGatewayRules,
  ...dynamodbRules,
  ...sqsRules,
  ...snsRules,
  ...s3Rules,
  ...eventsRules,
  ...schedulerRules,
  ...stepFunctionsRules,
  ...cloudWatchRules,
  ...cognitoRules,
  ...kmsRules,
  ...codeDeployRules,
  ...ssmRules,
  ...secretsManagerRules,
  ...securityGroupRules,
  ...vpcRules,
  ...kinesisRules,
  ...ecrRules,
  ...pipesRules,
  ...appSyncRules,
  ...applicationAutoScalingRules,
  ...route53Rules,
  ...elasticLoadBalancingRules,
  ...openSearchServerlessRules,
  ...ecsRules,
  ...firehoseRules,
  ...cloudFrontRules,
  ...batchRules,
  ...amazonMqRules,
  ...certificateManagerRules,
  ...privateCaRules,
  ...iotRules,
  ...sesRules,
  ...rdsRules,
  ...instanceRules,
  ...agentRuntimeRules,
  ...autoScalingRules,
  ...backupRules,
  ...bedrockRules,
  ...elasticsearchRules,
  ...route53ResolverRules,
  ...serviceCatalogRules,
  ...vendedLogsRules,
];
