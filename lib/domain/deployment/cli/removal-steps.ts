import type { DeploySettings } from "../../stack";
import { inventId } from "../invented-id";
import { cliStep, type PlanStep } from "../plan-step";
import type { CallSpec } from "../resource-rule";
import { artifactBucketName, bucketArn, prefixed } from "./artifact-bucket";
import { cloudFormation, ecr, s3 } from "./cli-services";
import { companionStackName, repositoryArn } from "./image-repositories";
import { artifactCause, artifactKey, filesOf, imagesOf } from "./package-steps";
import type { PackagedStack } from "./packaged-stack";
import { stackArn } from "./stack-arns";
import { removeObjectCalls } from "./upload-calls";

/**
 * `sam delete --no-prompts`: looks for the stack and its companion, deletes what was uploaded, then the stack. A refusal
 * in between ends the command, but any other tool deletes the stack with the calls around it: so it is shown, and does
 * not count as a failed deletion.
 * Source: samcli/commands/delete/delete_context.py and samcli/lib/delete/cfn_utils.py.
 * https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-cli-command-reference-sam-delete.html
 */
export function removalSteps(stack: PackagedStack, settings: DeploySettings): readonly PlanStep[] {
  const { target } = stack;
  const arn = stackArn(target);
  const companionArn = stackArn(target, companionStackName(target));
  const options = { cause: "sam delete", source };
  const cleanUp = [
    cloudFormation.call("GetTemplate", arn, options),
    cloudFormation.call("DescribeStacks", companionArn, options),
    ...companionRemoval(stack, companionArn, settings),
    ...artifactRemoval(stack, settings),
  ];
  const calls = [
    cloudFormation.call("DescribeStacks", arn, options),
    ...cleanUp.map((call): CallSpec => ({ ...call, onDenied: "ignored" })),
    cloudFormation.call("DeleteStack", arn, options),
    cloudFormation.call("DescribeStacks", arn, options),
  ];
  return calls.map((call) => cliStep("delete", call));
}

/** A first creation that failed leaves a stack in ROLLBACK_COMPLETE, which must be deleted before the next try. */
export function failedStackRemoval({ target }: PackagedStack): readonly PlanStep[] {
  const call = cloudFormation.call("DeleteStack", stackArn(target), {
    cause: "ROLLBACK_COMPLETE",
    source: "https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/troubleshooting.html",
  });
  return [cliStep("rollback", call, "create")];
}

function companionRemoval(stack: PackagedStack, companionArn: string, settings: DeploySettings): readonly CallSpec[] {
  const images = imagesOf(stack);
  if (images.length === 0 || settings.imageRepository.kind === "named") return [];
  const options = { cause: "--resolve-image-repos", source };
  return [
    cloudFormation.call("GetTemplate", companionArn, options),
    ...images.map((image) => ecr.call("DeleteRepository", repositoryArn(image, stack.target), options)),
    cloudFormation.call("DeleteStack", companionArn, options),
  ];
}

function artifactRemoval(stack: PackagedStack, settings: DeploySettings): readonly CallSpec[] {
  const { target } = stack;
  const objects = filesOf(stack).flatMap((artifact) =>
    removeObjectCalls(artifactKey(artifact, settings), artifactCause(artifact), target, settings),
  );
  const images = settings.imageRepository.kind === "named" ? imagesOf(stack) : [];
  const pushed = images.map((image) =>
    ecr.call("BatchDeleteImage", repositoryArn(image, target), { cause: artifactCause(image), source }),
  );
  return [...objects, ...pushed, ...templateRemoval(stack, settings)];
}

/** With a prefix, everything below it goes; without, the template alone. */
function templateRemoval({ target }: PackagedStack, settings: DeploySettings): readonly CallSpec[] {
  const bucket = bucketArn(target, artifactBucketName(settings));
  const template = prefixed(
    settings,
    `${inventId(`${target.stackName}/template`, { alphabet: "hex", length: 32 })}.template`,
  );
  if (settings.artifactPrefix === null) return removeObjectCalls(template, "sam delete", target, settings);
  return [
    s3.call("ListObjectsV2", bucket, { action: "s3:ListBucket", cause: "--s3-prefix", source, category: "data" }),
    s3.call("DeleteObject", `${bucket}/${template}`, { cause: "--s3-prefix", source, category: "data" }),
  ];
}

const source =
  "https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-cli-command-reference-sam-delete.html";
