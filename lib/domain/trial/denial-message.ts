import type { ApiRequest } from "../deployment/api-call";
import type { Decision, PolicyType } from "../policy/decision";
import type { DeploySettings, StackTarget } from "../stack";
import { findServiceWording } from "./service-wordings";

const policyTypeNames: Readonly<Record<PolicyType, string>> = {
  identity: "identity-based policy",
  boundary: "permissions boundary",
  session: "session policy",
  scp: "service control policy",
  rcp: "resource control policy",
  resource: "resource-based policy",
};

/**
 * The refusal as AWS words it; services that word it otherwise stand in `service-wordings.ts`.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_access-denied.html
 */
export function tellDenial(
  request: ApiRequest,
  decision: Decision,
  target: StackTarget,
  settings: DeploySettings,
): string {
  const wording = findServiceWording(request.action);
  const action = wording.action?.(request.action) ?? request.action;
  const resource = wording.resource?.(request.resources[0] ?? "*", request.action) ?? request.resources[0] ?? "*";
  const principal = `User: ${principalArn(request, target, settings)}`;
  const sentence = `${principal} is not authorized to perform: ${action} on resource: ${resource} ${tellReason(action, decision)}`;
  return wording.sentence?.(sentence) ?? sentence;
}

/**
 * What the event of a resource says of a refusal. The token that CloudFormation makes up for each request is left out.
 * https://github.com/aws/aws-cdk/issues/27067 shows such events.
 */
export function tellHandlerError(message: string): string {
  return `Resource handler returned message: "${message}" (RequestToken: …, HandlerErrorCode: AccessDenied)`;
}

function tellReason(action: string, decision: Decision): string {
  const policyType = policyTypeNames[decision.blockedBy ?? "identity"];
  return decision.decision === "explicitDeny"
    ? `with an explicit deny in ${startsWithVowel(policyType) ? "an" : "a"} ${policyType}`
    : `because no ${policyType} allows the ${action} action`;
}

/** CloudFormation's session is named after itself; GitHub's official action names its session `GitHubActions`. */
function principalArn({ principal }: ApiRequest, target: StackTarget, settings: DeploySettings): string {
  const sts = `arn:${target.partition}:sts::${target.account}:assumed-role`;
  if (principal === "ci") return `${sts}/${settings.ciRoleName}/GitHubActions`;
  return `${sts}/${roleNameOf(settings.executionRoleArn)}/AWSCloudFormation`;
}

function roleNameOf(arn: string | null): string {
  return arn ? arn.slice(arn.lastIndexOf("/") + 1) : "cloudformation-execution";
}

function startsWithVowel(text: string): boolean {
  return /^[aeiou]/.test(text);
}
