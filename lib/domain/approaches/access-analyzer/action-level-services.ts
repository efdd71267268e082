/**
 * Which used actions IAM Access Analyzer names in a generated policy. Dated facts, since both sources change:
 * - the services of the IAM User Guide, "IAM Access Analyzer policy generation services", as of December 2022
 *   https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-policy-generation-action-last-accessed-support.html
 * - AWS's service reference, which says of every action whether policy generation supports it
 *   (`SupportedBy`: "IAM Access Analyzer Policy Generation"), read in November 2026 for the services below
 *   https://docs.aws.amazon.com/service-authorization/latest/reference/service-reference.html
 */
export const actionLevelAsOf = "December 2022, later corrections from AWS's service reference";

/** Every action of any other service leaves the service's name alone. */
export function isActionLevel(action: string): boolean {
  const [service = "", name = ""] = action.split(":");
  if (!isActionLevelService(service)) return false;
  const patterns = Object.hasOwn(unsupported, service) ? unsupported[service] : undefined;
  return !patterns?.some((pattern) => pattern.test(name));
}

export function isActionLevelService(service: string): boolean {
  return servicesOf2022.has(service) || servicesSince.has(service);
}

/**
 * Not in the list of 2022, but supported by the service reference. It supports no action of apigateway,
 * application-autoscaling, scheduler and sns, as in 2022; of services that are not named here the list's word stands.
 */
const servicesSince: ReadonlySet<string> = new Set([
  "acm",
  "autoscaling",
  "cloudfront",
  "codedeploy",
  "events",
  "pipes",
  "route53",
  "states",
  "wafv2",
]);

/** Actions that policy generation leaves out although it names others of the same service. */
const unsupported: Readonly<Record<string, readonly RegExp[]>> = {
  acm: [/^RevokeCertificate$/],
  cloudfront: [/^Create(AnycastIpList|InvalidationForDistributionTenant|StreamingDistribution(WithTags)?|VpcOrigin)$/],
  dynamodb: [
    /^(Batch(Get|Write)|ConditionCheck|Delete)Item$/,
    /GlobalTableWitness$/,
    /^(Create|Delete)TableReplica$/,
    /^DeleteResourcePolicy$/,
  ],
  events: [/^InvokeApiDestination$/],
  lambda: [
    /^Invoke/,
    /CapacityProviders?$/,
    /DurableExecution/,
    /^(Get|Put)FunctionScalingConfig$/,
    /^UpdateFunctionCodeSigningConfig$/,
  ],
  logs: [/^(Create|Delete)LogDelivery$/, /^DeleteAccountPolicy$/],
  sqs: [/^(Get|List|Receive|Send)/, /^(ChangeMessageVisibility|DeleteMessage|StartMessageMoveTask)$/],
  states: [/^(GetActivityTask|RedriveExecution|RevealSecrets|StartSyncExecution|TestState)$/],
};

const servicesOf2022: ReadonlySet<string> = new Set(
  `
  access-analyzer account airflow amplify amplifyuibuilder app-integrations appflow application-cost-profiler
  appsync aps athena aws-marketplace batch braket cloud9 cloudformation cloudsearch cloudtrail cloudwatch
  codeartifact codeguru-profiler codeguru-reviewer codestar codestar-notifications cognito-identity cognito-idp
  cognito-sync compute-optimizer connect cur databrew dataexchange datapipeline dax devicefarm devops-guru
  directconnect dlm dms ds dynamodb ebs ec2 ecr ecr-public ecs eks elastic-inference elasticbeanstalk
  elasticfilesystem elasticloadbalancing elastictranscoder emr-containers es evidently finspace firehose fis fms
  geo grafana greengrass groundstation guardduty healthlake iam identitystore imagebuilder inspector inspector2
  iotdeviceadvisor iotfleethub iottwinmaker ivs kafka kafkaconnect kinesis kms lambda lightsail logs
  lookoutequipment lookoutmetrics lookoutvision managedblockchain mediaconnect mediaconvert medialive
  mediatailor memorydb mgh mgn migrationhub-strategy mobiletargeting mq networkmanager nimble opsworks outposts
  panorama pi polly profile qldb ram rbin rds redshift-data resource-groups route53-recovery-control-config
  route53-recovery-readiness route53resolver rum s3 s3-outposts savingsplans schemas sdb secretsmanager
  securityhub servicediscovery servicequotas ses shield signer sms sms-voice snowball sqs ssm ssm-incidents sts
  swf synthetics tag textract timestream transcribe translate wellarchitected wisdom worklink
`
    .trim()
    .split(/\s+/),
);
