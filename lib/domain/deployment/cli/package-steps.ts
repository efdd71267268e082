import type { Artifact } from "../../sam/expanded-template";
import type { DeploySettings, StackTarget } from "../../stack";
import { markContentHash } from "../mark-assumed-texts";
import { cliStep, type KeepSteps, type PlanStep } from "../plan-step";
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
  keep: KeepSteps,
): readonly PlanStep[] {
  const { target } = stack;
  const images = imagesOf(stack);
  const isManaged = settings.artifactBucket.kind === "managed";
  return [
    ...keep(["bucket"], () => (isManaged ? managedBucketSteps(target, settings, context) : [])),
    ...keep(["repositories", images], () => imageRepositorySteps(images, target, settings, context)),
    ...filesOf(stack).flatMap((file) => keep(["upload", file], () => uploadSteps(file, target, settings))),
    ...keep(["push", images], () => pushCalls(images, target).map((call) => cliStep("package", call))),
  ];
}

function uploadSteps(file: Artifact, target: StackTarget, settings: DeploySettings): readonly PlanStep[] {
  const calls = uploadCalls(artifactKey(file, settings), artifactCause(file), target, settings);
  return calls.map((call) => cliStep("package", call));
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
