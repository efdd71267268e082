import type { ResourceRule } from "../resource-rule";
import { accessAnalyzerRules } from "./access-analyzer";
import { agentGatewayRules } from "./agent-gateway";
import { agentRuntimeRules } from "./agent-runtime";
import { amazonMqRules } from "./amazon-mq";
import { amplifyRules } from "./amplify";
import { apiGatewayRules } from "./api-gateway/api-gateway";
import { appConfigRules } from "./appconfig";
import { applicationAutoScalingRules } from "./application-auto-scaling";
import { applicationInsightsRules } from "./application-insights";
import { appSyncRules } from "./appsync";
import { appSyncDomainRules } from "./appsync-domains";
import { athenaRules } from "./athena";
import { autoScalingRules } from "./auto-scaling";
import { autoScalingPolicyRules } from "./auto-scaling-policies";
import { b2biRules } from "./b2b-data-interchange";
import { backupRules } from "./backup";
import { backupPlanRules } from "./backup-plans";
import { batchRules } from "./batch";
import { bedrockRules } from "./bedrock";
import { bedrockAgentRules } from "./bedrock-agents";
import { budgetRules } from "./budgets";
import { certificateManagerRules } from "./certificate-manager";
import { chatbotRules } from "./chatbot";
import { cloudFormationRules } from "./cloudformation";
import { cloudFrontRules } from "./cloudfront";
import { cloudFrontKeyRules } from "./cloudfront-keys";
import { cloudTrailRules } from "./cloudtrail";
import { cloudWatchRules } from "./cloudwatch";
import { cloudWatchStreamRules } from "./cloudwatch-streams";
import { codeConnectionRules } from "./code-connections";
import { codeBuildRules } from "./codebuild";
import { codeCommitRules } from "./codecommit";
import { codeDeployRules } from "./codedeploy";
import { codePipelineRules } from "./codepipeline";
import { cognitoRules } from "./cognito";
import { configRules } from "./config";
import { dsqlRules } from "./dsql";
import { dynamodbRules } from "./dynamodb";
import { instanceRules } from "./ec2/instance";
import { launchTemplateRules } from "./ec2/launch-templates";
import { networkAclRules } from "./ec2/network-acls";
import { networkPartRules } from "./ec2/network-parts";
import { securityGroupRules } from "./ec2/security-groups";
import { vpcRules } from "./ec2/vpc";
import { ecrRules } from "./ecr";
import { ecsRules } from "./ecs";
import { ecsCapacityRules } from "./ecs-capacity";
import { efsRules } from "./efs";
import { elasticLoadBalancingRules } from "./elastic-load-balancing";
import { elastiCacheRules } from "./elasticache";
import { elasticsearchRules } from "./elasticsearch";
import { eventSchemasRules } from "./event-schemas";
import { eventsRules } from "./events";
import { firehoseRules } from "./firehose";
import { glueRules } from "./glue";
import { glueWorkflowRules } from "./glue-workflows";
import { guardDutyRules } from "./guardduty";
import { iamRules } from "./iam/iam";
import { iotRules } from "./iot";
import { iotIdentityRules } from "./iot-identities";
import { kendraRules } from "./kendra";
import { kinesisRules } from "./kinesis";
import { kinesisAnalyticsRules } from "./kinesis-analytics";
import { kmsRules } from "./kms";
import { lambdaRules } from "./lambda/lambda";
import { locationRules } from "./location";
import { logsRules } from "./logs";
import { memoryDbRules } from "./memorydb";
import { mskRules } from "./msk";
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
import { serviceDiscoveryRules } from "./service-discovery";
import { sesRules } from "./ses";
import { snsRules } from "./sns";
import { sqsRules } from "./sqs";
import { ssmRules } from "./ssm";
import { stepFunctionsRules } from "./step-functions";
import { syntheticsRules } from "./synthetics";
import { timestreamRules } from "./timestream";
import { transferRules } from "./transfer";
import { vendedLogsRules } from "./vended-logs";
import { verifiedPermissionRules } from "./verified-permissions";
import { vpcLatticeRules } from "./vpc-lattice";
import { wafRules } from "./wafv2";
import { wafPartRules } from "./wafv2-parts";
import { xrayRules } from "./xray";

/** Every rule, in the order of the services' weight in real stacks. A new file is registered here. */
export const allRules: readonly ResourceRule[] = [
  ...cloudFormationRules,
  ...lambdaRules,
  ...iamRules,
  ...logsRules,
  ...apiGatewayRules,
  ...dsqlRules,
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
  ...networkPartRules,
  ...networkAclRules,
  ...launchTemplateRules,
  ...elastiCacheRules,
  ...athenaRules,
  ...glueWorkflowRules,
  ...cloudFrontKeyRules,
  ...wafPartRules,
  ...iotIdentityRules,
  ...cloudWatchStreamRules,
  ...codePipelineRules,
  ...codeConnectionRules,
  ...codeCommitRules,
  ...backupPlanRules,
  ...budgetRules,
  ...autoScalingPolicyRules,
  ...serviceDiscoveryRules,
  ...ecsCapacityRules,
  ...bedrockAgentRules,
  ...mskRules,
  ...kinesisAnalyticsRules,
  ...configRules,
  ...accessAnalyzerRules,
  ...chatbotRules,
  ...locationRules,
  ...appSyncDomainRules,
  ...verifiedPermissionRules,
];
