import type { Artifact, ExpandedTemplate } from "../../sam/expanded-template";
import type { StackTarget } from "../../stack";
import type { DeployableStack } from "../deployment-plan";
import { repositoryApplication } from "../repository-application";
import { listSsmParameters, type SsmParameter } from "../ssm-parameters";

/** All of a stack that the SAM CLI's calls, and those on the stack itself, depend on. */
export interface PackagedStack {
  readonly target: StackTarget;
  /** Local artifacts of the stack and of its nested applications. */
  readonly artifacts: readonly Artifact[];
  readonly ssmParameters: readonly SsmParameter[];
  /** Ids of applications from the Serverless Application Repository. */
  readonly applications: readonly string[];
}

export function readPackaged(stack: DeployableStack): PackagedStack {
  const { target, resolved } = stack;
  return {
    target,
    artifacts: [
      ...stack.artifacts,
      ...Object.values(stack.nested).flatMap(({ template }) => artifactsInside(template)),
    ],
    ssmParameters: listSsmParameters(resolved),
    applications: resolved.resources.flatMap((resource) => repositoryApplication(resource) ?? []),
  };
}

function artifactsInside({ artifacts, nested }: ExpandedTemplate): readonly Artifact[] {
  return [...artifacts, ...Object.values(nested).flatMap(artifactsInside)];
}
