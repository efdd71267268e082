/** The words for what is deployed, where, and how: see the design, section 2. */

export type Partition = "aws" | "aws-cn" | "aws-us-gov";

/** Where a template is deployed to. Account is twelve digits; region as in `eu-central-1`. */
export interface StackTarget {
  readonly stackName: string;
  readonly region: string;
  readonly account: string;
  readonly partition: Partition;
  /** Parameter values as given; lists are comma-separated text, as CloudFormation takes them. */
  readonly parameters: Readonly<Record<string, string>>;
}

/** `caller`: CloudFormation acts with the CI role's own permissions; `execution-role`: with a role that the CI role passes. */
export type Topology = "caller" | "execution-role";

/** How `sam deploy` runs, and what the account already holds. Every field has a default in {@link defaultDeploySettings}. */
export interface DeploySettings {
  readonly topology: Topology;
  /** ARN of the execution role; used with topology `execution-role` only. */
  readonly executionRoleArn: string | null;
  /** Name of the CI role that GitHub Actions assumes. */
  readonly ciRoleName: string;
  /** `managed`: `--resolve-s3`; otherwise the bucket's name given with `--s3-bucket`. */
  readonly artifactBucket: { readonly kind: "managed" } | { readonly kind: "named"; readonly name: string };
  readonly artifactPrefix: string | null;
  readonly artifactKmsKeyId: string | null;
  /** `managed`: `--resolve-image-repos`; otherwise the ECR repository's URI given with `--image-repository`. */
  readonly imageRepository: { readonly kind: "managed" } | { readonly kind: "named"; readonly uri: string };
  readonly stackTags: Readonly<Record<string, string>>;
  readonly notificationArns: readonly string[];
  readonly capabilities: readonly string[];
  /** What the account holds before the deployment. */
  readonly account: {
    readonly managedBucketExists: boolean;
    readonly companionStackExists: boolean;
    readonly serviceLinkedRolesExist: boolean;
    readonly apiGatewayCloudWatchRoleExists: boolean;
    /** The policies of image repositories of one's own let Lambda fetch images. */
    readonly repositoriesAdmitLambda: boolean;
  };
}

export const defaultDeploySettings: DeploySettings = {
  topology: "caller",
  executionRoleArn: null,
  ciRoleName: "github-actions-deploy",
  artifactBucket: { kind: "managed" },
  artifactPrefix: null,
  artifactKmsKeyId: null,
  imageRepository: { kind: "managed" },
  stackTags: {},
  notificationArns: [],
  capabilities: ["CAPABILITY_IAM", "CAPABILITY_NAMED_IAM", "CAPABILITY_AUTO_EXPAND"],
  account: {
    managedBucketExists: true,
    companionStackExists: true,
    serviceLinkedRolesExist: true,
    apiGatewayCloudWatchRoleExists: true,
    repositoriesAdmitLambda: false,
  },
};

/** The partition that a region belongs to, by the prefixes that AWS documents. */
export function partitionOf(region: string): Partition {
  if (region.startsWith("cn-")) return "aws-cn";
  if (region.startsWith("us-gov-")) return "aws-us-gov";
  return "aws";
}
