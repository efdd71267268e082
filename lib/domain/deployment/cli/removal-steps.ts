import type { Artifact } from "../../sam/expanded-template";
import type { DeploySettings, StackTarget } from "../../stack";
import { inventId } from "../invented-id";
import { cliStep, type KeepSteps, type PlanStep } from "../plan-step";
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
export function removalSteps(stack: PackagedStack, settings: DeploySettings, keep: KeepSteps): readonly PlanStep[] {
  const { target } = stack;
  const images = imagesOf(stack);
  const arn = stackArn(target);
  const companionArn = stackArn(target, companionStackName(target));
  const options = { cause: "sam delete", source };
  const steps = (calls: readonly CallSpec[]) => calls.map((call) => cliStep("delete", call));
  const passedOver = (calls: readonly CallSpec[]) => steps(calls.map((call) => ({ ...call, onDenied: "ignored" })));
  return [
    ...keep(["look"], () => steps([cloudFormation.call("DescribeStacks", arn, options)])),
    ...keep(["look for companion"], () =>
      passedOver([
        cloudFormation.call("GetTemplate", arn, options),
        cloudFormation.call("DescribeStacks", companionArn, options),
      ]),
    ),
    ...keep(["remove companion", images], () => passedOver(companionRemoval(images, target, companionArn, settings))),
    ...filesOf(stack).flatMap((file) => keep(["remove", file], () => passedOver(fileRemoval(file, target, settings)))),
    ...keep(["remove images", images], () => passedOver(imageRemoval(images, target, settings))),
    ...keep(["remove template"], () => passedOver(templateRemoval(target, settings))),
    ...keep(["delete"], () =>
      steps([cloudFormation.call("DeleteStack", arn, options), cloudFormation.call("DescribeStacks", arn, options)]),
    ),
  ];
}

/** A first creation that failed leaves a stack in ROLLBACK_COMPLETE, which must be deleted before the next try. */
export function failedStackRemoval(target: StackTarget): readonly PlanStep[] {
  const call = cloudFormation.call("DeleteStack", stackArn(target), {
    cause: "ROLLBACK_COMPLETE",
    source: "https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/troubleshooting.html",
  });
  return [cliStep("rollback", call, "create")];
}

function companionRemoval(
  images: readonly Artifact[],
  target: StackTarget,
  companionArn: string,
  settings: DeploySettings,
): readonly CallSpec[] {
  if (images.length === 0 || settings.imageRepository.kind === "named") return [];
  const options = { cause: "--resolve-image-repos", source };
  return [
    cloudFormation.call("GetTemplate", companionArn, options),
    ...images.map((image) => ecr.call("DeleteRepository", repositoryArn(image, target), options)),
    cloudFormation.call("DeleteStack", companionArn, options),
  ];
}

function fileRemoval(file: Artifact, target: StackTarget, settings: DeploySettings): readonly CallSpec[] {
  return removeObjectCalls(artifactKey(file, settings), artifactCause(file), target, settings);
}

function imageRemoval(
  images: readonly Artifact[],
  target: StackTarget,
  { imageRepository }: DeploySettings,
): readonly CallSpec[] {
  if (imageRepository.kind !== "named") return [];
  return images.map((image) =>
    ecr.call("BatchDeleteImage", repositoryArn(image, target), { cause: artifactCause(image), source }),
  );
}

/** With a prefix, everything below it goes; without, the template alone. */
function templateRemoval(target: StackTarget, settings: DeploySettings): readonly CallSpec[] {
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
