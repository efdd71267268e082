import type { JsonObject } from "../../json";
import type { Artifact } from "../../sam/expanded-template";
import type { DeploySettings, StackTarget } from "../../stack";
import { inventId } from "../invented-id";
import { markRepository, repositoryIn } from "../mark-assumed-texts";
import { cliStep, type PlanStep } from "../plan-step";
import type { CallSpec } from "../resource-rule";
import type { StateContext } from "../stack-state";
import { artifactBucketName, bucketArn, prefixed } from "./artifact-bucket";
import { cloudFormation, ecr, s3 } from "./cli-services";
import { ownStackSteps } from "./managed-bucket";
import { stackArn } from "./stack-arns";
import { uploadCalls } from "./upload-calls";

/**
 * `--resolve-image-repos`: a companion stack with one ECR repository for each image function, kept up to date by the
 * caller whatever `--role-arn` says. Source: samcli/lib/bootstrap/companion_stack and aws/aws-sam-cli#5051.
 */
export function imageRepositorySteps(
  images: readonly Artifact[],
  target: StackTarget,
  settings: DeploySettings,
  context: StateContext,
): readonly PlanStep[] {
  if (images.length === 0 || settings.imageRepository.kind === "named") return [];
  const exists = settings.account.companionStackExists;
  const name = companionStackName(target);
  const arn = stackArn(target, name);
  const options = { cause: "--resolve-image-repos", source };
  const template = prefixed(
    settings,
    `${inventId(`${target.stackName}/companion`, { alphabet: "hex", length: 32 })}.template`,
  );
  const change = cloudFormation.call(exists ? "UpdateStack" : "CreateStack", arn, {
    ...options,
    also: [
      s3.check("GetObject", `${bucketArn(target, artifactBucketName(settings))}/${template}`, {
        ...options,
        through: ["cloudformation.amazonaws.com"],
      }),
    ],
  });
  const find = cloudFormation.call("DescribeStacks", arn, { ...options, onDenied: exists ? "fail" : "ignored" });
  const list = cloudFormation.call("ListStackResources", arn, options);
  const wait = cloudFormation.call("DescribeStacks", arn, options);
  const repositories = exists
    ? []
    : ownStackSteps(name, companionResources(images, target), {}, target, settings, context);
  return [
    ...[find, ...(exists ? [list] : []), ...uploadCalls(template, options.cause, target, settings), change].map(
      (call) => cliStep("package", call),
    ),
    ...repositories,
    cliStep("package", wait),
  ];
}

/**
 * What `docker push` asks of ECR.
 * https://docs.aws.amazon.com/AmazonECR/latest/userguide/image-push-iam.html
 */
export function pushCalls(images: readonly Artifact[], target: StackTarget): readonly CallSpec[] {
  if (images.length === 0) return [];
  const pushed = images.flatMap((image) => {
    const repository = repositoryArn(image, target);
    const cause = `Resources.${image.logicalId}.Properties.${image.property}`;
    return pushOperations.map((operation) => ecr.call(operation, repository, { cause, source: pushSource }));
  });
  return [ecr.call("GetAuthorizationToken", "*", { cause: "PackageType", source: pushSource }), ...pushed];
}

export function companionStackName(target: StackTarget): string {
  return `${target.stackName.slice(0, 104)}-${shortHash(target.stackName)}-CompanionStack`;
}

/** The repository that an image's address names. */
export function repositoryArn({ location }: Artifact, { partition, region, account }: StackTarget): string {
  const parts = /^(\d{12})\.dkr\.ecr\.([\w-]+)\./.exec(location);
  const name = markRepository(repositoryIn(location) ?? location);
  return `arn:${partition}:ecr:${parts?.[2] ?? region}:${parts?.[1] ?? account}:repository/${name}`;
}

function companionResources(images: readonly Artifact[], target: StackTarget): JsonObject {
  const repositories = images.map((image) => [`${image.logicalId}Repo`, companionRepository(image, target)] as const);
  return Object.fromEntries(repositories);
}

function companionRepository(image: Artifact, target: StackTarget): JsonObject {
  return {
    Type: "AWS::ECR::Repository",
    Properties: {
      RepositoryName: markRepository(repositoryIn(image.location) ?? image.logicalId),
      Tags: [
        { Key: "ManagedStackSource", Value: "AwsSamCli" },
        { Key: "AwsSamCliCompanionStack", Value: companionStackName(target) },
      ],
      RepositoryPolicyText: {
        Version: "2012-10-17",
        Statement: [
          {
            Sid: "AllowLambdaSLR",
            Effect: "Allow",
            Principal: { Service: ["lambda.amazonaws.com"] },
            Action: ["ecr:GetDownloadUrlForLayer", "ecr:GetRepositoryPolicy", "ecr:BatchGetImage"],
          },
        ],
      },
    },
  };
}

function shortHash(text: string): string {
  return inventId(`hash/${text}`, { alphabet: "hex", length: 8 });
}

const pushOperations = [
  "BatchCheckLayerAvailability",
  "InitiateLayerUpload",
  "UploadLayerPart",
  "CompleteLayerUpload",
  "BatchGetImage",
  "PutImage",
] as const;

const source =
  "https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-cli-command-reference-sam-deploy.html";
const pushSource = "https://docs.aws.amazon.com/AmazonECR/latest/userguide/image-push-iam.html";
