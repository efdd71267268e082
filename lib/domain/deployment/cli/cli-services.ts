import { awsService } from "../aws-service";

export const cloudFormation = awsService({
  prefix: "cloudformation",
  documentation: (operation) =>
    `https://docs.aws.amazon.com/AWSCloudFormation/latest/APIReference/API_${operation}.html`,
});

export const s3 = awsService({
  prefix: "s3",
  documentation: (operation) => `https://docs.aws.amazon.com/AmazonS3/latest/API/API_${operation}.html`,
});

export const ecr = awsService({
  prefix: "ecr",
  documentation: (operation) => `https://docs.aws.amazon.com/AmazonECR/latest/APIReference/API_${operation}.html`,
});

export const sns = awsService({
  prefix: "sns",
  documentation: (operation) => `https://docs.aws.amazon.com/sns/latest/api/API_${operation}.html`,
});

export const serverlessRepository = awsService({
  prefix: "serverlessrepo",
  documentation: () => "https://docs.aws.amazon.com/serverlessrepo/latest/devguide/security_iam_service-with-iam.html",
});
