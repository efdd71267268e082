import type { Artifact } from "../../sam/expanded-template";
import type { DeploySettings } from "../../stack";
import { markContentHash } from "../mark-assumed-texts";
import { cliStep, type PlanStep } from "../plan-step";
import type { StateContext } from "../stack-state";
import { prefixed } from "./artifact-bucket";
import { imageRepositorySteps, pushCalls } from "./image-repositories";
import { managedBucketSteps } from "./managed-bucket";
import type { PackagedStack } from "./packaged-stack";
import { uploadCalls } from "./upload-calls";

/** Before CloudFormation hears of it: the bucket, the repositories, and every local artifact uploaded. */
export function packageSteps(
  stack: PackagedStack,
  settings: DeploySettings,
  context: StateContext,
): readonly PlanStep[] {
  const { target } = stack;
  const images = imagesOf(stack);
  return [
    ...(settings.artifactBucket.kind === "managed" ? managedBucketSteps(target, settings, context) : []),
    ...imageRepositorySteps(images, target, settings, context),
    ...filesOf(stack).flatMap((artifact) =>
      uploadCalls(artifactKey(artifact, settings), artifactCause(artifact), target, settings).map((call) =>
        cliStep("package", call),
      ),
    ),
    ...pushCalls(images, target).map((call) => cliStep("package", call)),
  ];
}

export function filesOf({ artifacts }: PackagedStack): readonly Artifact[] {
  return artifacts.filter(({ kind }) => kind !== "image");
}

export function imagesOf({ artifacts }: PackagedStack): readonly Artifact[] {
  return artifacts.filter(({ kind }) => kind === "image");
}

/** The object's key: what follows the bucket in `s3://<bucket>/<key>`. */
export function artifactKey({ location, logicalId }: Artifact, settings: DeploySettings): string {
  const key = /^s3:\/\/[^/]+\/(.+)$/.exec(location)?.[1];
  return key === undefined ? prefixed(settings, logicalId) : markContentHash(key);
}

export function artifactCause({ logicalId, property }: Artifact): string {
  return `Resources.${logicalId}.Properties.${property}`;
}
