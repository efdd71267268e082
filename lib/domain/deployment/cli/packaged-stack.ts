import type { Artifact, ExpandedTemplate } from "../../sam/expanded-template";
import type { StackTarget } from "../../stack";
import type { DeployableStack } from "../deployment-plan";
import { findAssumedTexts, makeMarker } from "../mark-assumed-texts";
import { repositoryApplication } from "../repository-application";
import { listSsmParameters, type SsmParameter } from "../ssm-parameters";
import { listTypedParameters, type TypedParameter } from "../typed-parameters";

/** All of a stack that the SAM CLI's calls, and those on the stack itself, depend on. */
export interface PackagedStack {
  readonly target: StackTarget;
  /** Local artifacts of the stack and of its nested applications. */
  readonly artifacts: readonly Artifact[];
  readonly ssmParameters: readonly SsmParameter[];
  readonly typedParameters: readonly TypedParameter[];
  /** Ids of applications from the Serverless Application Repository. */
  readonly applications: readonly string[];
  /** Macros that CloudFormation expands in the stack and in its nested applications. */
  readonly transforms: readonly string[];
  /** S3 URIs of what `AWS::Include` inserts into them. */
  readonly includes: readonly string[];
}

/** What the change set depends on: the same whichever artifacts are uploaded before it. */
export type UnpackagedStack = Omit<PackagedStack, "artifacts">;

export function readPackaged(stack: DeployableStack): PackagedStack {
  const { target, resolved } = stack;
  const nested = Object.values(stack.nested).map(({ template }) => template);
  return {
    target,
    artifacts: [...stack.artifacts, ...nested.flatMap(artifactsInside)],
    ssmParameters: listSsmParameters(resolved),
    typedParameters: listTypedParameters(resolved),
    applications: resolved.resources.flatMap((resource) => repositoryApplication(resource) ?? []),
    transforms: [...new Set([...stack.transforms, ...nested.flatMap(transformsInside)])],
    includes: markIncludes([...stack.includes, ...nested.flatMap(includesInside)], stack),
  };
}

function artifactsInside({ artifacts, nested }: ExpandedTemplate): readonly Artifact[] {
  return [...artifacts, ...Object.values(nested).flatMap(artifactsInside)];
}

function transformsInside({ transforms = [], nested }: ExpandedTemplate): readonly string[] {
  return [...transforms, ...Object.values(nested).flatMap(transformsInside)];
}

function markIncludes(locations: readonly string[], stack: DeployableStack): readonly string[] {
  return locations.length === 0 ? [] : [...new Set(locations.map(makeMarker(findAssumedTexts(stack))))];
}

function includesInside({ includes = [], nested }: ExpandedTemplate): readonly string[] {
  const own = includes.filter((location) => typeof location === "string");
  return [...own, ...Object.values(nested).flatMap(includesInside)];
}
