/**
 * Services whose used actions IAM Access Analyzer names in a generated policy; every other service it names without
 * actions. A dated fact: the IAM User Guide, "IAM Access Analyzer policy generation services", as of December 2022.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-policy-generation-action-last-accessed-support.html
 */
export const actionLevelServicesAsOf = "2022-12";

export const actionLevelServices: ReadonlySet<string> = new Set(
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
