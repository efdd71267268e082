import type { ResourceRule } from "../resource-rule";
import { agentGatewayRules } from "./agent-gateway";
import { agentRuntimeRules } from "./agent-runtime";
import { amazonMqRules } from "./amazon-mq";
import { amplifyRules } from "./amplify";
import { apiGatewayRules } from "./api-gateway/api-gateway";
import { appConfigRules } from "./appconfig";
import { applicationAutoScalingRules } from "./application-auto-scaling";
import { applicationInsightsRules } from "./application-insights";
import { appSyncRules } from "./appsync";
import { autoScalingRules } from "./auto-scaling";
import { b2biRules } from "./b2b-data-interchange";
import { backupRules } from "./backup";
import { batchRules } from "./batch";
import { bedrockRules } from "./bedrock";
import { certificateManagerRules } from "./certificate-manager";
import { cloudFormationRules } from "./cloudformation";
import { cloudFrontRules } from "./cloudfront";
import { cloudTrailRules } from "./cloudtrail";
import { cloudWatchRules } from "./cloudwatch";
import { codeBuildRules } from "./codebuild";
import { codeDeployRules } from "./codedeploy";
import { cognitoRules } from "./cognito";
import { dynamodbRules } from "./dynamodb";
import { instanceRules } from "./ec2/instance";
import { securityGroupRules } from "./ec2/security-groups";
import { vpcRules } from "./ec2/vpc";
import { ecrRules } from "./ecr";
import { ecsRules } from "./ecs";
import { efsRules } from "./efs";
import { elasticLoadBalancingRules } from "./elastic-load-balancing";
import { elasticsearchRules } from "./elasticsearch";
import { eventSchemasRules } from "./event-schemas";
import { eventsRules } from "./events";
import { firehoseRules } from "./firehose";
import { glueRules } from "./glue";
import { guardDutyRules } from "./guardduty";
import { iamRules } from "./iam/iam";
import { iotRules } from "./iot";
import { kendraRules } from "./kendra";
import { kinesisRules } from "./kinesis";
import { kmsRules } from "./kms";
import { lambdaRules } from "./lambda/lambda";
import { logsRules } from "./logs";
import { memoryDbRules } from "./memorydb";
import { openSearchServerlessRules } from "./opensearch-serverless";
import { pinpointRules } from "./pinpoint";
import { pipesRules } from "./pipes";
import { privateCaRules } from "./private-ca";
import { qldbRules } from "./qldb";
import { rdsRules } from "./rds/rds";
import { resourceGroupsRules } from "./resource-groups";
import { route53Rules } from "./route53";
import { route53ResolverRules } from "./route53-resolver";
import { rumRules } from "./rum";
import { accessPointRules } from "./s3/access-points";
import { directoryBucketRules } from "./s3/directory-bucket";
import { s3Rules } from "./s3/s3";
import { schedulerRules } from "./scheduler";
import { secretsManagerRules } from "./secrets-manager";
import { serviceCatalogRules } from "./service-catalog";
import { sesRules } from "./ses";
import { snsRules } from "./sns";
import { sqsRules } from "./sqs";
import { ssmRules } from "./ssm";
import { stepFunctionsRules } from "./step-functions";
import { syntheticsRules } from "./synthetics";
import { timestreamRules } from "./timestream";
import { transferRules } from "./transfer";
import { vendedLogsRules } from "./vended-logs";
import { vpcLatticeRules } from "./vpc-lattice";
import { wafRules } from "./wafv2";
import { xrayRules } from "./xray";

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
  ...efsRules,
  ...kendraRules,
  ...glueRules,
  ...transferRules,
  ...cloudTrailRules,
  ...b2biRules,
  ...vpcLatticeRules,
  ...amplifyRules,
  ...memoryDbRules,
  ...syntheticsRules,
  ...appConfigRules,
  ...rumRules,
  ...codeBuildRules,
  ...timestreamRules,
  ...guardDutyRules,
  ...pinpointRules,
  ...accessPointRules,
  ...directoryBucketRules,
  ...agentGatewayRules,
  ...wafRules,
  ...resourceGroupsRules,
  ...applicationInsightsRules,
  ...qldbRules,
  ...xrayRules,
  ...eventSchemasRules,
];
