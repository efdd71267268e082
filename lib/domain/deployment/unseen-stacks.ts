import type { Problem } from "../problem";
import { repositoryApplication } from "./repository-application";
import type { StackState, StateResource } from "./stack-state";

/**
 * Nested stacks whose templates lie elsewhere: their own calls are known, those of what is in them are not. A local
 * template that was not supplied has its problem already.
 */
export function findUnseenStacks({ stack, resources, nested }: StackState, prefix = ""): readonly Problem[] {
  const local = new Set(stack.artifacts.flatMap(({ kind, logicalId }) => (kind === "template" ? [logicalId] : [])));
  return resources.flatMap((resource) => {
    const { logicalId, resolved } = resource;
    const inner = nested[logicalId];
    if (inner) return findUnseenStacks(inner, `${prefix}${logicalId}/`);
    const isUnseen = resolved.type === "AWS::CloudFormation::Stack" && !local.has(logicalId);
    return isUnseen ? [unseen(resource, `${prefix}${logicalId}`)] : [];
  });
}

/**
 * The repository keeps the code of its functions in buckets of its own, which the deployment reads; AWS's managed policy
 * SecretsManagerReadWrite, which deploys such applications, grants just that.
 * https://docs.aws.amazon.com/aws-managed-policy/latest/reference/SecretsManagerReadWrite.html
 */
function unseen({ resolved }: StateResource, logicalId: string): Problem {
  const application = repositoryApplication(resolved);
  const message =
    application === undefined
      ? `${logicalId} is a nested stack whose template is not part of the input, so that the calls for what is in it are left out. Give its Location or TemplateURL as a local path, and supply that template, to have them counted.`
      : `${logicalId} comes from the Serverless Application Repository (${application}); the calls for what is in it are left out, among them s3:GetObject on arn:aws:s3:::awsserverlessrepo-changesets-*/* for the code of its functions. To have them counted, compare a copy of this template that takes the application's template from a local path.`;
  return {
    code: "nested-template-unseen",
    severity: "warning",
    message,
    logicalId,
    path: `Resources.${logicalId.split("/")[0]}`,
  };
}
