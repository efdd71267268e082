import type { DeploySettings, StackTarget } from "../../stack";
import { inventId } from "../invented-id";

/** The stack that `--resolve-s3` keeps its bucket in; one an account and region, shared by all applications. */
export const managedStackName = "aws-sam-cli-managed-default";

/** Where packaged artifacts go; the managed bucket's name ends in an id that CloudFormation drew. */
export function artifactBucketName(target: StackTarget, { artifactBucket }: DeploySettings): string {
  if (artifactBucket.kind === "named") return artifactBucket.name;
  return `${managedStackName}-samclisourcebucket-${inventId(`${target.account}/${target.region}/bucket`, { alphabet: "lower", length: 12 })}`;
}

export function bucketArn({ partition }: StackTarget, bucket: string): string {
  return `arn:${partition}:s3:::${bucket}`;
}

export function prefixed({ artifactPrefix }: DeploySettings, key: string): string {
  return artifactPrefix === null ? key : `${artifactPrefix}/${key}`;
}
