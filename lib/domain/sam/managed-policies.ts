import type { Partition } from "../stack";

/** The ARN of an AWS managed policy by its path: `service-role/AWSLambdaBasicExecutionRole`. */
export function awsManagedPolicyArn(partition: Partition, path: string): string {
  return `arn:${partition}:iam::aws:policy/${path}`;
}

/** In the partition `aws` the transform grants an older policy than in the others. */
export function xrayPolicyName(partition: Partition): string {
  return partition === "aws" ? "AWSXrayWriteOnlyAccess" : "AWSXRayDaemonWriteAccess";
}
