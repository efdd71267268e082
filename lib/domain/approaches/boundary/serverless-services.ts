/**
 * IAM service prefixes that a serverless application on AWS SAM is commonly made of: what SAM's own resource types,
 * event sources and policy templates reach. A boundary that allows these survives most later changes of a template.
 * https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-specification.html
 * https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/serverless-policy-templates.html
 */
export const serverlessServices: readonly string[] = [
  "apigateway",
  "appsync",
  "cloudformation",
  "cloudwatch",
  "codedeploy",
  "cognito-idp",
  "dynamodb",
  "ecr",
  "events",
  "firehose",
  "kinesis",
  "kms",
  "lambda",
  "logs",
  "pipes",
  "s3",
  "scheduler",
  "schemas",
  "secretsmanager",
  "sns",
  "sqs",
  "ssm",
  "states",
  "xray",
];
