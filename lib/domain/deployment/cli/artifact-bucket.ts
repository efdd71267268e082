import type { DeploySettings, StackTarget } from "../../stack";
import { markedManagedBucket } from "../mark-assumed-texts";

/** The stack that `--resolve-s3` keeps its bucket in; one an account and region, shared by all applications. */
export const managedStackName = "aws-sam-cli-managed-default";

/** Where packaged artifacts go; the managed bucket's name ends in an id that CloudFormation drew. */
export function artifactBucketName({ artifactBucket }: DeploySettings): string {
  return artifactBucket.kind === "named" ? artifactBucket.name : markedManagedBucket();
}

export function bucketArn({ partition }: StackTarget, bucket: string): string {
  return `arn:${partition}:s3:::${bucket}`;
}

export function prefixed({ artifactPrefix }: DeploySettings, key: string): string {
  return artifactPrefix === null ? key : `${artifactPrefix}/${key}`;
}
