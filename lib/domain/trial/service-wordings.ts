/** How a service prints a refusal where it departs from the general form. */
export interface ServiceWording {
  /** The action as the service spells it. */
  action?(action: string): string;
  resource?(resource: string, action: string): string;
  /** What stands around the sentence. */
  sentence?(sentence: string): string;
}

export function findServiceWording(action: string): ServiceWording {
  return serviceWordings[action.slice(0, action.indexOf(":"))] ?? {};
}

/** By IAM service prefix. */
const serviceWordings: Readonly<Record<string, ServiceWording>> = {
  // https://github.com/kubernetes-sigs/karpenter/issues/2813
  ec2: {
    sentence: (sentence) =>
      `You are not authorized to perform this operation. ${sentence}. Encoded authorization failure message: …`,
  },
  // https://github.com/aws/aws-cdk/issues/27067; the role that is about to be made or passed is printed as its ARN
  iam: {
    resource: (resource, action) =>
      namesRole.has(action) ? resource.replace(/^arn:[^/]*:role\/(?:.*\/)?/, "role ") : resource,
  },
  // https://docs.aws.amazon.com/AmazonS3/latest/userguide/troubleshoot-403-errors.html
  s3: { resource: (resource) => `"${resource}"` },
  // https://github.com/ministryofjustice/cloud-platform-environments/pull/21094
  sns: { action: (action) => action.replace(/^sns:/, "SNS:") },
  // https://github.com/awspring/spring-cloud-aws/issues/861
  sqs: { action: (action) => action.toLowerCase() },
};

/** Actions of IAM on a role that is known to it by its name. */
const namesRole = new Set([
  "iam:AttachRolePolicy",
  "iam:DeleteRole",
  "iam:DeleteRolePolicy",
  "iam:DetachRolePolicy",
  "iam:GetRole",
  "iam:GetRolePolicy",
  "iam:ListAttachedRolePolicies",
  "iam:ListRolePolicies",
  "iam:PutRolePolicy",
  "iam:UpdateAssumeRolePolicy",
  "iam:UpdateRoleDescription",
]);
